import { addMonths, type CalendarDate, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { type CostCategory, costCategories } from "./cost-entry";

/** One dated cost in the reporting currency; null where its currency has no rate, which leaves it out of every sum. */
export interface DatedCost {
  readonly category: CostCategory;
  readonly incurredOn: CalendarDate;
  readonly reportingMinor: bigint | null;
}

/** Why a category holds nothing: a page says so instead of showing 0. */
export type EmptyReason = "hired_before_period" | "still_employed" | "not_recorded";

export interface CategoryTotal {
  readonly category: CostCategory;
  readonly periodMinor: bigint | null;
  readonly last12Minor: bigint | null;
  /** Of the sum of all categories, 0 to 1. */
  readonly share: number | null;
  readonly reason: EmptyReason | null;
}

export interface CostTotals {
  readonly months: readonly Month[];
  readonly categories: readonly CategoryTotal[];
  readonly periodMinor: bigint;
  readonly last12Minor: bigint;
  /** category → month by month; null in a month without an entry. */
  readonly byMonth: Readonly<Record<CostCategory, readonly (bigint | null)[]>>;
  /** How many entries of the period could not be converted. */
  readonly withoutRate: number;
}

export const periodMonths = 24;

/** Totals of the 24 calendar months that end with the as-of date's own. */
export function totalCosts(
  costs: readonly DatedCost[],
  person: { readonly hiredOn: CalendarDate; readonly hasLeft: boolean },
  asOf: CalendarDate,
): CostTotals {
  const last = monthOf(asOf);
  const months = monthRange(addMonths(last, 1 - periodMonths), last);
  const first = months[0]!;
  const firstOf12 = addMonths(last, -11);
  const inPeriod = costs.filter((cost) => cost.incurredOn >= first && cost.incurredOn <= asOf);
  const known = inPeriod.filter((cost) => cost.reportingMinor !== null);
  const sum = (some: readonly DatedCost[]) =>
    some.reduce((total, cost) => total + (cost.reportingMinor ?? 0n), 0n);
  const sumOrNull = (some: readonly DatedCost[]) => (some.length === 0 ? null : sum(some));
  const total = sum(known);
  const byMonth = {} as Record<CostCategory, (bigint | null)[]>;
  const categories = costCategories.map((category): CategoryTotal => {
    const own = known.filter((cost) => cost.category === category);
    byMonth[category] = months.map((month) =>
      sumOrNull(own.filter((cost) => monthOf(cost.incurredOn) === month)),
    );
    const period = sumOrNull(own);
    return {
      category,
      periodMinor: period,
      last12Minor: sumOrNull(own.filter((cost) => cost.incurredOn >= firstOf12)),
      share: period === null || total === 0n ? null : Number(period) / Number(total),
      reason: period === null ? emptyReason(category, person, first) : null,
    };
  });
  return {
    months,
    categories,
    periodMinor: total,
    last12Minor: sum(known.filter((cost) => cost.incurredOn >= firstOf12)),
    byMonth,
    withoutRate: inPeriod.length - known.length,
  };
}

function emptyReason(
  category: CostCategory,
  { hiredOn, hasLeft }: { hiredOn: CalendarDate; hasLeft: boolean },
  first: Month,
): EmptyReason {
  if (category === "acquisition" && hiredOn < first) return "hired_before_period";
  if (category === "turnover" && !hasLeft) return "still_employed";
  return "not_recorded";
}
