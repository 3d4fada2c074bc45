// Question: how did the customers in scope fare, month by month, over the last four years?
import { sql } from "~/db/sql.server";
import { addMonths, type Month } from "~/kernel/calendar";
import { unitsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

export interface CustomerMonth {
  readonly month: Month;
  readonly accountsAtStart: number;
  readonly accountsLost: number;
  readonly cohortAccounts: number;
  readonly cohortLost: number;
  readonly revenueMinor: number;
  readonly costOfGoodsMinor: number;
  readonly recurringBaseMinor: number;
  readonly recurringKeptCappedMinor: number;
  readonly recurringKeptMinor: number;
  readonly csatN: number;
  readonly csatTop2: number;
  readonly npsN: number;
  readonly npsPromoters: number;
  readonly npsDetractors: number;
  readonly cesN: number;
  readonly cesSum: number;
  readonly cesSumOfSquares: number;
  readonly handovers: number;
  readonly handoversAfterDeparture: number;
}

/** Sums of minor units stay exact in a double up to 90 trillion euros. */
export async function readCustomerMonths(scope: Scope, last: Month): Promise<CustomerMonth[]> {
  const run = sql();
  return run<CustomerMonth[]>`
    select month, sum(accounts_at_start)::int as accounts_at_start, sum(accounts_lost)::int as accounts_lost,
           sum(cohort_accounts)::int as cohort_accounts, sum(cohort_lost)::int as cohort_lost,
           sum(revenue_minor::float8) as revenue_minor, sum(cost_of_goods_minor::float8) as cost_of_goods_minor,
           sum(recurring_base_minor::float8) as recurring_base_minor,
           sum(recurring_kept_capped_minor::float8) as recurring_kept_capped_minor,
           sum(recurring_kept_minor::float8) as recurring_kept_minor,
           sum(csat_n)::int as csat_n, sum(csat_top2)::int as "csatTop2",
           sum(nps_n)::int as nps_n, sum(nps_promoters)::int as nps_promoters, sum(nps_detractors)::int as nps_detractors,
           sum(ces_n)::int as ces_n, sum(ces_sum::float8) as ces_sum, sum(ces_sum_of_squares::float8) as ces_sum_of_squares,
           sum(handovers)::int as handovers, sum(handovers_after_departure)::int as handovers_after_departure
    from unit_customer_months
    where month > ${addMonths(last, -48)} and month <= ${last} and ${unitsInScope(run, scope, "org_unit_id")}
    group by month order by month`;
}
