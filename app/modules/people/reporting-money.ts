import { monthOf } from "~/kernel/calendar";
import { minorDigits } from "~/kernel/money";

/** How much of the reporting currency one unit of `currency` is worth from `month` on. */
export interface DatedRate {
  readonly currency: string;
  readonly month: string;
  readonly rate: number;
}

export type ToReporting = (minor: bigint, currency: string, date: string) => bigint | null;

/**
 * Converts by the rate of the amount's month: a month without one takes the latest before it, or else the first there
 * is. Null for a currency without any rate: nothing is guessed. The same rule as the rollups'.
 */
export function converterTo(reportingCurrency: string, rates: readonly DatedRate[]): ToReporting {
  const byCurrency = new Map<string, DatedRate[]>();
  for (const rate of [...rates].sort((a, b) => (a.month < b.month ? -1 : 1))) {
    const known = byCurrency.get(rate.currency);
    if (known) known.push(rate);
    else byCurrency.set(rate.currency, [rate]);
  }
  return (minor, currency, date) => {
    if (currency === reportingCurrency) return minor;
    const dated = byCurrency.get(currency);
    if (!dated) return null;
    const month = monthOf(date);
    const rate = (dated.findLast((candidate) => candidate.month <= month) ?? dated[0]!).rate;
    const scale = 10 ** (minorDigits(reportingCurrency) - minorDigits(currency));
    return BigInt(Math.round(Number(minor) * rate * scale));
  };
}
