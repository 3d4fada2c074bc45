/** Who belongs together in a fit's rows: accounts, months, owners. While nobody owns an account, who did last. */
import type { FitData } from "./fit-data";

export function groupsOf({ panel }: FitData, rows: Int32Array) {
  return {
    account: pick(panel.account, rows),
    month: pick(panel.month, rows),
    employee: Int32Array.from(rows, (row) => ownerOrLast(panel, row)),
  };
}

function ownerOrLast({ owner, account, accountStart }: FitData["panel"], row: number): number {
  const start = accountStart[account[row]!]!;
  let at = row;
  while (at > start && owner[at]! < 0) at -= 1;
  return owner[at]!;
}

export function pick<Column extends Int32Array | Float64Array>(column: Column, rows: Int32Array): Column {
  const picked = column instanceof Int32Array ? new Int32Array(rows.length) : new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked as Column;
}

export function countDistinct(codes: Int32Array): number {
  return new Set(codes).size;
}
