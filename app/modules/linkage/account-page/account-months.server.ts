import { sql } from "~/db/sql.server";
import type { Month } from "~/kernel/calendar";

/** One month of one account: what it paid, and what it answered as sums. Money in the reporting currency, as text. */
export interface AccountMonthFigures {
  readonly month: Month;
  readonly revenueMinor: string;
  readonly recurringMinor: string;
  readonly csatN: number;
  readonly csatSum: number;
  readonly csatSumOfSquares: number;
}

/** What did this account pay and answer, month by month? From the rollup; a month without facts may be missing. */
export async function selectAccountMonths(
  accountId: string,
  firstMonth: Month,
): Promise<AccountMonthFigures[]> {
  return [
    ...(await sql()<AccountMonthFigures[]>`
      select month, revenue_minor::text, recurring_minor::text, csat_n, csat_sum, csat_sum_of_squares
      from account_months where account_id = ${accountId} and month >= ${firstMonth}
      order by month`),
  ];
}
