import type { Month } from "~/kernel/calendar";

/** Money in another currency that went into a total. */
export interface ForeignMonth {
  readonly currency: string;
  readonly month: Month;
}

export interface DatedRateText {
  readonly currency: string;
  readonly month: Month;
  readonly rate: string;
}

/** What stands beside a converted total: which currency, at which rate, of which months; or that it was left out. */
export interface ConversionNote {
  readonly currency: string;
  /** Exact decimals; both null where the currency has no rate at all and is left out. */
  readonly lowest: string | null;
  readonly highest: string | null;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Months without a rate of their own, converted by that of another. */
  readonly standIns: readonly { readonly month: Month; readonly by: Month }[];
}

/** By the rule of every conversion: the month's own rate, else the latest before it, else the first there is. */
export function noteConversions(
  parts: readonly ForeignMonth[],
  rates: readonly DatedRateText[],
): ConversionNote[] {
  const currencies = [...new Set(parts.map((part) => part.currency))].sort();
  return currencies.map((currency) => {
    const months = [
      ...new Set(parts.filter((part) => part.currency === currency).map((part) => part.month)),
    ].sort();
    const own = rates
      .filter((rate) => rate.currency === currency)
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    const used = months.flatMap((month) => {
      const rate = own.findLast((candidate) => candidate.month <= month) ?? own[0];
      return rate ? [{ month, rate }] : [];
    });
    const byValue = [...used].sort((a, b) => Number(a.rate.rate) - Number(b.rate.rate));
    return {
      currency,
      lowest: byValue[0]?.rate.rate ?? null,
      highest: byValue.at(-1)?.rate.rate ?? null,
      firstMonth: months[0]!,
      lastMonth: months.at(-1)!,
      standIns: used
        .filter(({ month, rate }) => rate.month !== month)
        .map(({ month, rate }) => ({ month, by: rate.month })),
    };
  });
}
