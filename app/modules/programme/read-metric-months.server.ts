// Question: what do the rollups hold of a unit and all below it (or of the company), month by month?
import { type SqlFragment, sql } from "~/db/sql.server";
import type { Month } from "~/kernel/calendar";
import type { MetricMonth } from "./metric-library";

interface Asked {
  /** Null: the whole company. */
  readonly unitId: string | null;
  readonly from: Month;
  readonly to: Month;
  /** Who had no owner is counted account by account: only where a goal asks. */
  readonly withVacancy: boolean;
}

export async function readMetricMonths({ unitId, from, to, withVacancy }: Asked): Promise<MetricMonth[]> {
  const run = sql();
  const inUnits: SqlFragment = unitId === null ? run`true` : run`org_unit_id in (select id from tree)`;
  // The index on (owner_id, month) leads to the few months without an owner.
  const vacant: SqlFragment = withVacancy
    ? run`select m.month, count(*)::int as accounts_without_owner
          from account_months m join account_summaries s on s.account_id = m.account_id
          where m.owner_id is null and m.is_active_at_start and not m.is_lost and m.month between ${from} and ${to}
            and ${unitId === null ? run`true` : run`s.scope_unit_id in (select id from tree)`}
          group by m.month`
    : run`select null::date as month, 0 as accounts_without_owner where false`;
  return run<MetricMonth[]>`
    with recursive tree as (
      select ${unitId}::uuid as id
      union all select u.id from org_units u join tree on u.parent_id = tree.id),
    customers as (
      select month, sum(csat_n)::int as csat_n, sum(csat_top2)::int as csat_top2, sum(nps_n)::int as nps_n,
             sum(nps_promoters)::int as nps_promoters, sum(nps_detractors)::int as nps_detractors,
             sum(cohort_accounts)::int as cohort_accounts, sum(cohort_lost)::int as cohort_lost,
             sum(revenue_minor::float8) as revenue_minor, sum(recurring_base_minor::float8) as recurring_base_minor,
             sum(recurring_kept_capped_minor::float8) as recurring_kept_capped_minor,
             sum(recurring_kept_minor::float8) as recurring_kept_minor, sum(accounts_at_start)::int as accounts_at_start,
             sum(handovers_after_departure)::int as handovers_after_departure
      from unit_customer_months where month between ${from} and ${to} and ${inUnits} group by month),
    people as (
      select month, sum(person_days::float8) as person_days, sum(fte_days::float8) as fte_days, sum(hires)::int as hires,
             sum(left_voluntary)::int as left_voluntary, sum(left_regretted)::int as left_regretted,
             sum(acquisition_minor::float8) as acquisition_minor, sum(training_hours::float8) as training_hours
      from unit_people_months where month between ${from} and ${to} and ${inUnits} group by month),
    vacant as (${vacant})
    select month, coalesce(csat_n, 0) as csat_n, coalesce(csat_top2, 0) as "csatTop2", coalesce(nps_n, 0) as nps_n,
           coalesce(nps_promoters, 0) as nps_promoters, coalesce(nps_detractors, 0) as nps_detractors,
           coalesce(cohort_accounts, 0) as cohort_accounts, coalesce(cohort_lost, 0) as cohort_lost,
           coalesce(revenue_minor, 0) as revenue_minor, coalesce(recurring_base_minor, 0) as recurring_base_minor,
           coalesce(recurring_kept_capped_minor, 0) as recurring_kept_capped_minor,
           coalesce(recurring_kept_minor, 0) as recurring_kept_minor, coalesce(accounts_at_start, 0) as accounts_at_start,
           coalesce(accounts_without_owner, 0) as accounts_without_owner,
           coalesce(handovers_after_departure, 0) as handovers_after_departure,
           coalesce(person_days, 0) as person_days, coalesce(fte_days, 0) as fte_days, coalesce(hires, 0) as hires,
           coalesce(left_voluntary, 0) as left_voluntary, coalesce(left_regretted, 0) as left_regretted,
           coalesce(acquisition_minor, 0) as acquisition_minor, coalesce(training_hours, 0) as training_hours
    from customers full join people using (month) left join vacant using (month)
    order by month`;
}
