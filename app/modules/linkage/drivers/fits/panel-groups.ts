/** Who belongs together in a fit's rows: accounts, months, owners. */
import type { FitData } from "./fit-data";

export function groupsOf({ panel }: FitData, rows: Int32Array) {
  return {
    account: pick(panel.account, rows),
    month: pick(panel.month, rows),
    employee: pick(panel.owner, rows),
  };
}

export function pick<Column extends Int32Array | Float64Array>(column: Column, rows: Int32Array): Column {
  const picked = column instanceof Int32Array ? new Int32Array(rows.length) : new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked as Column;
}

export function countDistinct(codes: Int32Array): number {
  return new Set(codes).size;
}
