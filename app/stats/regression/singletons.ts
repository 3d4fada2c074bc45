import { type GroupCodes, restrictGroups } from "./group-codes";

export interface PrunedRows {
  /** Row numbers that stay, ascending. */
  readonly rows: Int32Array;
  readonly groups: readonly GroupCodes[];
  readonly dropped: number;
}

/**
 * Drops rows that are alone in a level of any classification, then those that this leaves alone, until none is.
 * Such a row is fitted exactly by its own effect: it adds nothing to the slopes and inflates n and the clusters.
 *
 * Linear in the rows: each level keeps the exclusive-or of its row numbers, which *is* the row once one is left.
 * Source: Correia (2015), "Singletons, cluster-robust standard errors and fixed effects". Stata: `reghdfe`'s default.
 */
export function pruneSingletons(groups: readonly GroupCodes[], rowCount: number): PrunedRows {
  const counts = groups.map((group) => new Int32Array(group.count));
  const rowXor = groups.map((group) => new Int32Array(group.count));
  groups.forEach((group, g) => {
    const { codes } = group;
    const count = counts[g]!;
    const xor = rowXor[g]!;
    for (let i = 0; i < rowCount; i++) {
      const code = codes[i]!;
      count[code]! += 1;
      xor[code]! ^= i;
    }
  });
  const gone = new Uint8Array(rowCount);
  const pending: number[] = [];
  groups.forEach((group, g) => {
    for (let code = 0; code < group.count; code++)
      if (counts[g]![code] === 1) pending.push(rowXor[g]![code]!);
  });
  let dropped = 0;
  while (pending.length > 0) {
    const row = pending.pop()!;
    if (gone[row] === 1) continue;
    gone[row] = 1;
    dropped += 1;
    for (let g = 0; g < groups.length; g++) {
      const code = groups[g]!.codes[row]!;
      counts[g]![code]! -= 1;
      rowXor[g]![code]! ^= row;
      if (counts[g]![code] === 1) pending.push(rowXor[g]![code]!);
    }
  }
  const rows = new Int32Array(rowCount - dropped);
  for (let i = 0, kept = 0; i < rowCount; i++) if (gone[i] === 0) rows[kept++] = i;
  if (dropped === 0) return { rows, groups, dropped };
  return { rows, groups: groups.map((group) => restrictGroups(group, rows)), dropped };
}
