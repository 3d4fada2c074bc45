import type { PanelData } from "./panel-data";

const yearMonths = 12;

/** Standardised log of the mean revenue a month over the year up to each row's month; NaN where there was none. */
export function accountSizes(panel: PanelData): Float32Array {
  const sizes = new Float32Array(panel.rows).fill(Number.NaN);
  const { revenueMinor } = panel.columns;
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let account = 0; account < panel.accountIds.length; account++) {
    const end = panel.accountStart[account + 1]!;
    let first = panel.accountStart[account]!;
    let total = 0;
    for (let row = first; row < end; row++) {
      total += revenueMinor[row]!;
      while (panel.month[row]! - panel.month[first]! >= yearMonths) {
        total -= revenueMinor[first]!;
        first += 1;
      }
      if (!(total > 0)) continue;
      const size = Math.log(total / (row - first + 1));
      sizes[row] = size;
      n += 1;
      sum += size;
      squares += size * size;
    }
  }
  const mean = sum / n;
  const sd = Math.sqrt(Math.max(0, squares / n - mean * mean));
  if (!(sd > 0)) return sizes.fill(Number.NaN);
  for (let row = 0; row < panel.rows; row++) sizes[row] = (sizes[row]! - mean) / sd;
  return sizes;
}
