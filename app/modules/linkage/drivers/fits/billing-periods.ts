/**
 * Of how many months each booking of revenue is: an account billed by the quarter books three months at once, and its first
 * and last bookings are for fewer. Taken for a month's revenue, those would say that new accounts buy a third.
 */
import type { PanelData } from "./panel-data";

/** Gaps between bookings that must be the same for an account to be billed at an interval, and not as it orders. */
const regularShare = 0.7;

/** By row: months since the booking before, up to and with this one; 0 where that is not the account's whole interval. */
export function billingPeriods({
  accountIds,
  accountStart,
  month,
  columns: { revenueMinor },
}: Pick<PanelData, "accountIds" | "accountStart" | "month"> & {
  readonly columns: Pick<PanelData["columns"], "revenueMinor">;
}): Uint8Array {
  const periods = new Uint8Array(month.length).fill(1);
  for (let account = 0; account < accountIds.length; account++) {
    const booked: number[] = [];
    for (let row = accountStart[account]!; row < accountStart[account + 1]!; row++)
      if (revenueMinor[row]! > 0) booked.push(row);
    const gaps = booked.slice(1).map((row, at) => month[row]! - month[booked[at]!]!);
    const usual = [...gaps].sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 1;
    const regular = gaps.filter((gap) => gap === usual).length;
    if (usual < 2 || regular < regularShare * gaps.length) continue;
    for (const [at, row] of booked.entries()) periods[row] = gaps[at - 1] === usual ? usual : 0;
  }
  return periods;
}
