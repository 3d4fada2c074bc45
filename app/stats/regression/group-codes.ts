import { ArgumentError } from "../arguments";

/** Identifiers of accounts, months, employees or clusters, one a row. */
export type GroupIds = ArrayLike<number | string>;

export interface GroupCodes {
  /** 0 … count − 1, one a row. */
  readonly codes: Int32Array;
  readonly count: number;
  /** The identifier behind each code, ascending, as R's factor() orders them. */
  readonly levels: readonly (number | string)[];
}

/** Beyond this multiple of the row count a lookup table would cost more memory than a hash map. */
const TABLE_ROWS_FACTOR = 4;

/**
 * Numbers the distinct identifiers of a column 0, 1, … in ascending order.
 *
 * R: `as.integer(factor(ids)) - 1L`.
 * @throws ArgumentError naming `argument` when an identifier is missing, NaN or infinite.
 */
export function encodeGroups(ids: GroupIds, argument: string): GroupCodes {
  const range = integerRange(ids, argument);
  if (range !== null && range.maximum - range.minimum <= TABLE_ROWS_FACTOR * ids.length + 1024) {
    return encodeByTable(ids as ArrayLike<number>, range.minimum, range.maximum);
  }
  return encodeByMap(ids);
}

function integerRange(ids: GroupIds, argument: string): { minimum: number; maximum: number } | null {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  let integers = true;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (typeof id === "number") {
      if (!Number.isFinite(id)) throw new ArgumentError(argument, `row ${i} is ${id}`);
      if (integers && !Number.isInteger(id)) integers = false;
      if (id < minimum) minimum = id;
      if (id > maximum) maximum = id;
    } else if (typeof id === "string") {
      integers = false;
    } else {
      throw new ArgumentError(argument, `row ${i} is ${String(id)}`);
    }
  }
  return integers && ids.length > 0 ? { minimum, maximum } : null;
}

function encodeByTable(ids: ArrayLike<number>, minimum: number, maximum: number): GroupCodes {
  const table = new Int32Array(maximum - minimum + 1);
  for (let i = 0; i < ids.length; i++) table[ids[i]! - minimum] = 1;
  const levels: number[] = [];
  for (let offset = 0; offset < table.length; offset++) {
    if (table[offset] === 0) continue;
    table[offset] = levels.length;
    levels.push(minimum + offset);
  }
  const codes = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) codes[i] = table[ids[i]! - minimum]!;
  return { codes, count: levels.length, levels };
}

function encodeByMap(ids: GroupIds): GroupCodes {
  const seen = new Map<number | string, number>();
  for (let i = 0; i < ids.length; i++) {
    if (!seen.has(ids[i]!)) seen.set(ids[i]!, 0);
  }
  const levels = [...seen.keys()].sort(ascending);
  for (let code = 0; code < levels.length; code++) seen.set(levels[code]!, code);
  const codes = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) codes[i] = seen.get(ids[i]!)!;
  return { codes, count: levels.length, levels };
}

/** Numbers before strings; strings by code unit, so that the order does not hang on the machine's locale. */
function ascending(a: number | string, b: number | string): number {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === "number" ? -1 : 1;
}

/** Codes of the rows listed, numbered afresh without gaps; the order of the levels is kept. */
export function restrictGroups(groups: GroupCodes, rows: Int32Array): GroupCodes {
  const renumbered = new Int32Array(groups.count).fill(-1);
  for (let i = 0; i < rows.length; i++) renumbered[groups.codes[rows[i]!]!] = 0;
  const levels: (number | string)[] = [];
  for (let code = 0; code < groups.count; code++) {
    if (renumbered[code] === -1) continue;
    renumbered[code] = levels.length;
    levels.push(groups.levels[code]!);
  }
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = renumbered[groups.codes[rows[i]!]!]!;
  return { codes, count: levels.length, levels };
}

export function countRows(groups: GroupCodes): Float64Array {
  const counts = new Float64Array(groups.count);
  for (let i = 0; i < groups.codes.length; i++) counts[groups.codes[i]!]! += 1;
  return counts;
}

/** True when every level of `inner` falls in one level of `outer` alone. */
export function isNested(inner: GroupCodes, outer: GroupCodes): boolean {
  const host = new Int32Array(inner.count).fill(-1);
  for (let i = 0; i < inner.codes.length; i++) {
    const code = inner.codes[i]!;
    if (host[code] === -1) host[code] = outer.codes[i]!;
    else if (host[code] !== outer.codes[i]) return false;
  }
  return true;
}

/** The cells of two classifications, those that occur only. Levels are their own numbers. */
export function crossGroups(first: GroupCodes, second: GroupCodes): GroupCodes {
  const n = first.codes.length;
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) keys[i] = first.codes[i]! * second.count + second.codes[i]!;
  return encodeGroups(keys, "clusters");
}
