/** What the returns take from the ledgers: sums and means over the whole company, never one person's. */
export interface ReturnFacts {
  readonly accounts: {
    /** Customers at the end of the window. */
    readonly active: number;
    readonly accountMonths: number;
    readonly lost: number;
    readonly revenueMinor: number;
    readonly costOfGoodsMinor: number;
    /** Margin of an account-month in each month of the window, minor units. */
    readonly monthlyMargins: readonly number[];
  };
  readonly people: {
    readonly headcount: number;
    readonly personMonths: number;
    readonly fteYears: number;
    readonly departures: number;
    readonly compensationMinor: number;
    readonly hires: number;
  };
  /** Of the people who owned accounts in the last month; null where nobody did or the panel is not built. */
  readonly owners: {
    readonly people: number;
    readonly accounts: number;
    readonly trainingHours: Spread;
    readonly accountsPerFte: Spread & { readonly deviation: number };
    readonly serviceOrientation: Spread | null;
    /** Of those hired within the window; null without any score. */
    readonly newHires: {
      readonly people: number;
      readonly accounts: number;
      readonly serviceOrientation: number | null;
    };
  } | null;
  readonly departureHandovers: {
    readonly accounts: number;
    /** Share with a successor within 31 days. */
    readonly atOnceShare: number | null;
    readonly quarterlyShares: Spread | null;
    readonly waitMonths: number;
    /** Share to somebody hired in the three months before, when at once and when later. */
    readonly newHireShareAtOnce: number;
    readonly newHireShareLater: number;
  };
  /** Of one departure, from the ledger's own costs and stated assumptions; null where pay is known of fewer than five. */
  readonly departureCost: {
    readonly baseMinor: number;
    readonly lowMinor: number;
    readonly highMinor: number;
  } | null;
  readonly hourlyPayMinor: number | null;
}

export interface Spread {
  readonly mean: number;
  readonly p5: number;
  readonly p95: number;
}

/** Gross margin share of the window; null without revenue. */
export function marginShareOf({ accounts }: ReturnFacts): number | null {
  return accounts.revenueMinor > 0 ? 1 - accounts.costOfGoodsMinor / accounts.revenueMinor : null;
}
