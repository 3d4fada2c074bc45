import type { PanelData } from "./panel-data";

/** So many account-months tell an effect to three digits, and leave room beside the panel in a gigabyte. */
export const mostRows = 500_000;

/**
 * All rows, or those of every second, third … account where there would be more than `most`: whole accounts, since a
 * fit compares an account with itself. Account numbers say nothing of what became of an account.
 */
export function thinRows(
  { account }: Pick<PanelData, "account">,
  rows: Int32Array,
  most = mostRows,
): Int32Array {
  if (rows.length <= most) return rows;
  const every = Math.ceil(rows.length / most);
  return rows.filter((row) => account[row]! % every === 0);
}
