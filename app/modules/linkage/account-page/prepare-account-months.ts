import { addMonths, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { type MeanEstimate, monthlyMeans } from "./mean-from-sums";

interface Figures {
  readonly month: Month;
  readonly revenueMinor: string;
  readonly recurringMinor: string;
  readonly csatN: number;
  readonly csatSum: number;
  readonly csatSumOfSquares: number;
}

export interface AccountMonths {
  readonly months: readonly Month[];
  /** Null where the rollup has no row: before the account began, or after it ended. */
  readonly recurringMinor: readonly (number | null)[];
  readonly oneOffMinor: readonly (number | null)[];
  readonly csat: readonly MeanEstimate[];
}

/** The account's months without a hole: what is missing is null and never 0. The last month is the present one. */
export function prepareAccountMonths(
  figures: readonly Figures[],
  today: string,
  monthCount = 36,
): AccountMonths {
  const last = monthOf(today);
  const months = monthRange(addMonths(last, 1 - monthCount), last);
  const byMonth = new Map(figures.map((one) => [one.month, one]));
  const rows = months.map((month) => byMonth.get(month) ?? null);
  return {
    months,
    recurringMinor: rows.map((row) => (row ? Number(row.recurringMinor) : null)),
    oneOffMinor: rows.map((row) => (row ? Number(row.revenueMinor) - Number(row.recurringMinor) : null)),
    csat: monthlyMeans(
      rows.map((row) => ({
        n: row?.csatN ?? 0,
        sum: row?.csatSum ?? 0,
        sumOfSquares: row?.csatSumOfSquares ?? 0,
      })),
      1,
      5,
    ),
  };
}
