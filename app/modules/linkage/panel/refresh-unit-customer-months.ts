import type { Statement } from "~/db/statement";
import { noUnitId, onConflictReplace, type PanelScope, panelValues, within } from "./panel-scope";

const columns = [
  "org_unit_id",
  "month",
  "accounts_at_start",
  "accounts_lost",
  "accounts_won",
  "cohort_accounts",
  "cohort_lost",
  "revenue_minor",
  "recurring_minor",
  "cost_of_goods_minor",
  "recurring_base_minor",
  "recurring_kept_capped_minor",
  "recurring_kept_minor",
  "csat_n",
  "csat_sum",
  "csat_top2",
  "nps_n",
  "nps_promoters",
  "nps_detractors",
  "ces_n",
  "ces_sum",
  "ces_sum_of_squares",
  "ces_favourable",
  "handovers",
  "handovers_after_departure",
];

const unit = `coalesce(s.scope_unit_id, '${noUnitId}')`;

/**
 * How did the customers fare, month by month, of the accounts that are in each unit's scope today? The cohort of a month
 * is who was a customer a year before the month's end; GRR is kept capped ÷ base, NRR kept ÷ base. Accounts in nobody's
 * scope stand under the nil unit. Reads account_months and account_summaries.
 */
export function refreshUnitCustomerMonths(scope: PanelScope, asOf: string): Statement {
  return { text: unitCustomerMonthsText(scope), values: panelValues(scope, asOf) };
}

const unitCustomerMonthsText = (scope: PanelScope) => `
with scoped as materialized (
  select s.account_id, ${unit} as org_unit_id, s.acquired_on, s.churned_on
  from account_summaries s where ${within(scope, unit)}),
observed as materialized (
  select m.month, (m.month + interval '1 month')::date as next_month,
         (m.month + interval '1 month' - interval '1 year')::date as cohort_from, least((m.month + interval '1 month')::date - 1, $1::date) as last_day
  from (select generate_series(min(month), date_trunc('month', $1::date::timestamp), interval '1 month')::date as month
        from ${scope === "all" ? "account_months" : "unit_customer_months"}) m),
-- Counted as changes of the stock and summed up, so that the cost does not grow with accounts times months.
cohorts as materialized (
  select s.org_unit_id, o.month, count(*) as n, count(*) filter (where s.churned_on <= o.last_day) as lost
  from scoped s
  join observed o on s.acquired_on < o.cohort_from and (s.churned_on is null or s.churned_on >= o.cohort_from)
  group by s.org_unit_id, o.month),
won as materialized (
  select org_unit_id, date_trunc('month', acquired_on::timestamp)::date as month, count(*) as n
  from scoped where acquired_on <= $1::date group by 1, 2),
outcomes as materialized (
  select s.org_unit_id, m.month,
         count(*) filter (where m.is_active_at_start) as at_start, count(*) filter (where m.is_lost) as lost,
         sum(m.revenue_minor) as revenue, sum(m.recurring_minor) as recurring, sum(m.cost_of_goods_minor) as cost_of_goods,
         coalesce(sum(m.recurring_year_ago_minor) filter (where m.recurring_year_ago_minor > 0), 0) as base,
         coalesce(sum(least(greatest(m.recurring_minor, 0), m.recurring_year_ago_minor)) filter (where m.recurring_year_ago_minor > 0), 0) as kept_capped,
         coalesce(sum(m.recurring_minor) filter (where m.recurring_year_ago_minor > 0), 0) as kept,
         sum(m.csat_n) as csat_n, sum(m.csat_sum) as csat_sum, sum(m.csat_top2) as csat_top2,
         sum(m.nps_n) as nps_n, sum(m.nps_promoters) as nps_promoters, sum(m.nps_detractors) as nps_detractors,
         sum(m.ces_n) as ces_n, sum(m.ces_sum) as ces_sum, sum(m.ces_sum_of_squares) as ces_sum_of_squares,
         sum(m.ces_favourable) as ces_favourable, sum(m.handovers) as handovers, sum(m.handovers_after_departure) as after_departure
  from scoped s join account_months m on m.account_id = s.account_id
  group by s.org_unit_id, m.month),
fresh as materialized (
  select o.org_unit_id, o.month, o.at_start as accounts_at_start, o.lost as accounts_lost, coalesce(w.n, 0) as accounts_won,
         coalesce(c.n, 0) as cohort_accounts, coalesce(c.lost, 0) as cohort_lost, o.revenue as revenue_minor,
         o.recurring as recurring_minor, o.cost_of_goods as cost_of_goods_minor, o.base as recurring_base_minor,
         o.kept_capped as recurring_kept_capped_minor, o.kept as recurring_kept_minor, o.csat_n, o.csat_sum, o.csat_top2,
         o.nps_n, o.nps_promoters, o.nps_detractors, o.ces_n, o.ces_sum, o.ces_sum_of_squares, o.ces_favourable,
         o.handovers, o.after_departure as handovers_after_departure
  from outcomes o
  left join cohorts c on c.org_unit_id = o.org_unit_id and c.month = o.month
  left join won w on w.org_unit_id = o.org_unit_id and w.month = o.month),
stale as (
  delete from unit_customer_months old
  where ${within(scope, "old.org_unit_id")}
    and not exists (select 1 from fresh where fresh.org_unit_id = old.org_unit_id and fresh.month = old.month))
insert into unit_customer_months (${columns.join(", ")})
select ${columns.join(", ")} from fresh
${onConflictReplace("unit_customer_months", ["org_unit_id", "month"], columns)}`;
