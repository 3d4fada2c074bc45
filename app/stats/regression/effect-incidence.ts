import { crossGroups, type GroupCodes } from "./group-codes";

/**
 * Which levels of the other effects each level of the main effect (the one with most levels, usually the account) meets,
 * and how often: the sparse matrix B of the reduced normal equations S = D − B′N⁻¹B, in compressed rows.
 * The levels of the other effects are numbered through, effect after effect.
 */
export interface EffectIncidence {
  readonly main: GroupCodes;
  readonly others: readonly GroupCodes[];
  /** First number of each other effect's levels. */
  readonly offsets: readonly number[];
  readonly levelCount: number;
  /** Rows of each main level. */
  readonly mainRows: Float64Array;
  /** Rows of each level of the others. */
  readonly levelRows: Float64Array;
  readonly start: Int32Array;
  readonly level: Int32Array;
  readonly weight: Float64Array;
  /** Cells between the two other effects of a three-way model, with their rows. */
  readonly cells: { readonly from: Int32Array; readonly to: Int32Array; readonly weight: Float64Array };
}

export function buildIncidence(main: GroupCodes, others: readonly GroupCodes[]): EffectIncidence {
  const n = main.codes.length;
  const offsets: number[] = [];
  let levelCount = 0;
  for (const other of others) {
    offsets.push(levelCount);
    levelCount += other.count;
  }
  const mainRows = new Float64Array(main.count);
  for (let i = 0; i < n; i++) mainRows[main.codes[i]!]! += 1;
  const levelRows = new Float64Array(levelCount);
  others.forEach((other, o) => {
    const offset = offsets[o]!;
    for (let i = 0; i < n; i++) levelRows[offset + other.codes[i]!]! += 1;
  });

  const order = rowsInOrder(main);
  const start = new Int32Array(main.count + 1);
  const level = new Int32Array(n * others.length);
  const weight = new Float64Array(n * others.length);
  const place = new Int32Array(levelCount).fill(-1);
  let used = 0;
  let row = 0;
  for (let a = 0; a < main.count; a++) {
    const first = used;
    start[a] = first;
    for (const end = row + mainRows[a]!; row < end; row++) {
      const i = order === null ? row : order[row]!;
      for (let o = 0; o < others.length; o++) {
        const l = offsets[o]! + others[o]!.codes[i]!;
        const at = place[l]!;
        if (at >= first) weight[at]! += 1;
        else {
          place[l] = used;
          level[used] = l;
          weight[used] = 1;
          used += 1;
        }
      }
    }
  }
  start[main.count] = used;
  return {
    main,
    others,
    offsets,
    levelCount,
    mainRows,
    levelRows,
    start,
    level: level.subarray(0, used),
    weight: weight.subarray(0, used),
    cells: others.length === 2 ? cellsBetween(others[0]!, others[1]!) : NO_CELLS,
  };
}

const NO_CELLS = { from: new Int32Array(0), to: new Int32Array(0), weight: new Float64Array(0) };

/** Row numbers grouped by code (a counting sort); null when they already stand so. */
export function rowsInOrder(groups: GroupCodes): Int32Array | null {
  const { codes, count } = groups;
  let sorted = true;
  for (let i = 1; i < codes.length && sorted; i++) sorted = codes[i]! >= codes[i - 1]!;
  if (sorted) return null;
  const next = new Int32Array(count + 1);
  for (let i = 0; i < codes.length; i++) next[codes[i]! + 1]! += 1;
  for (let code = 0; code < count; code++) next[code + 1]! += next[code]!;
  const order = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) order[next[codes[i]!]!++] = i;
  return order;
}

function cellsBetween(first: GroupCodes, second: GroupCodes): EffectIncidence["cells"] {
  const crossed = crossGroups(first, second);
  const from = new Int32Array(crossed.count);
  const to = new Int32Array(crossed.count);
  const weight = new Float64Array(crossed.count);
  for (let cell = 0; cell < crossed.count; cell++) {
    const key = crossed.levels[cell] as number;
    from[cell] = Math.floor(key / second.count);
    to[cell] = first.count + (key % second.count);
  }
  for (let i = 0; i < crossed.codes.length; i++) weight[crossed.codes[i]!]! += 1;
  return { from, to, weight };
}
