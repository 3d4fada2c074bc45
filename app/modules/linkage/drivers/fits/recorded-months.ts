/**
 * Of which months the ledgers tell. An export that ended half a year ago, or that holds only customers who are still
 * there, has months in which nobody could be lost: as months at risk they would show that whatever changed at their edge
 * (training of which no record came any more) keeps customers.
 */

/** A pause is the end only where it is longer than every pause before it, and than a quarter's billing explains. */
const longestPauseOfBilling = 2;

/**
 * The last month with a fact, where the ledger stops there; null where it goes on to the end. `hasFact` is one entry a month.
 */
export function endOfRecords(hasFact: readonly boolean[]): number | null {
  const first = hasFact.indexOf(true);
  const last = hasFact.lastIndexOf(true);
  if (first < 0) return null;
  let longest = longestPauseOfBilling;
  let pause = 0;
  for (let month = first; month < last; month++) {
    pause = hasFact[month] ? 0 : pause + 1;
    longest = Math.max(longest, pause);
  }
  return hasFact.length - 1 - last > longest ? last : null;
}

/** With a steady rate chance would leave so much at most empty once in a thousand companies. */
const chance = 0.001;
const fewestMonthsWithLosses = 6;

/**
 * The month from which losses are recorded: that of the first one, where the months before it would have had losses at
 * the rate since then, counted by those at risk and by months alike (losses come in clusters); else the first month.
 */
export function beginOfLosses(atRisk: readonly number[], lost: readonly number[]): number {
  const first = lost.findIndex((count) => count > 0);
  const last = lost.findLastIndex((count) => count > 0);
  if (first <= 0) return 0;
  const since = lost.slice(first, last + 1);
  const monthsWithLosses = since.filter((count) => count > 0).length;
  if (monthsWithLosses < fewestMonthsWithLosses) return 0;
  // Without the first loss, which is where the months since then begin.
  const rate = (sum(since) - 1) / sum(atRisk.slice(first, last + 1));
  const share = (monthsWithLosses - 1) / since.length;
  const expected = rate * sum(atRisk.slice(0, first));
  const noneByRate = Math.exp(-expected);
  const noneByMonths = (1 - share) ** first;
  return noneByRate < chance && noneByMonths < chance ? first : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
