import type { Statement } from "~/db/statement";
import { handoverRows } from "./handover-rows";
import { monthlyRates } from "./monthly-rates";
import { onConflictReplace, type PanelScope, panelValues, within } from "./panel-scope";

const columns = [
  "account_id",
  "month",
  "is_active_at_start",
  "is_lost",
  "revenue_minor",
  "recurring_minor",
  "recurring_year_ago_minor",
  "cost_of_goods_minor",
  "csat_n",
  "csat_sum",
  "csat_sum_of_squares",
  "csat_top2",
  "nps_n",
  "nps_promoters",
  "nps_detractors",
  "ces_n",
  "ces_sum",
  "ces_sum_of_squares",
  "ces_favourable",
  "interaction_count",
  "cases_opened",
  "handovers",
  "handovers_after_departure",
  "owner_id",
];

/**
 * What happened to each account in each calendar month, and who owned it? The months of an account run from its
 * acquisition, but not before the first fact of the company, to the present month or a year after it was lost, and
 * cover every fact of its own. "At start" is the close of the day before, so that start + won − lost is the next start.
 */
export function refreshAccountMonths(
  scope: PanelScope,
  asOf: string,
  /** The month of the company's first fact, where the caller has looked it up. */
  firstMonth: string | null = null,
): Statement {
  const values = [...panelValues(scope, asOf), ...(firstMonth ? [firstMonth] : [])];
  return { text: accountMonthsText(scope, firstMonth ? values.length : null), values };
}

/** When did the first thing happen that months are made of? */
export const firstFactMonthText = `
  select date_trunc('month', least(
    (select min(booked_on) from revenue_entries), (select min(answered_on) from satisfaction_responses),
    (select min(occurred_at)::date from interactions), (select min(opened_at)::date from cases))::timestamp)::date as month`;

const accountMonthsText = (scope: PanelScope, firstMonthAt: number | null) => `
with ${monthlyRates},
${handoverRows(scope)},
booked as materialized (
  select account_id, date_trunc('month', booked_on::timestamp)::date as month, currency, sum(amount_minor) as amount,
         coalesce(sum(amount_minor) filter (where kind = 'recurring'), 0) as recurring,
         coalesce(sum(cost_of_goods_minor), 0) as cost_of_goods
  from revenue_entries
  where booked_on <= $1::date and ${within(scope, "account_id")}
  group by 1, 2, 3),
-- Last year's recurring revenue is converted at this year's rate: retention of revenue is measured at constant rates.
money as materialized (
  select account_id, month, sum(revenue)::bigint as revenue, sum(recurring)::bigint as recurring,
         sum(year_ago)::bigint as year_ago, sum(cost_of_goods)::bigint as cost_of_goods
  from (
    select b.account_id, b.month, round(b.amount * r.factor) as revenue, round(b.recurring * r.factor) as recurring,
           0::numeric as year_ago, round(b.cost_of_goods * r.factor) as cost_of_goods
    from booked b join monthly_rates r on r.currency = b.currency and r.month = b.month
    union all
    select b.account_id, r.month, 0, 0, round(b.recurring * r.factor), 0
    from booked b
    join monthly_rates r on r.currency = b.currency and r.month = (b.month + interval '1 year')::date
    where b.recurring <> 0) converted
  group by account_id, month),
answers as materialized (
  select account_id, date_trunc('month', answered_on::timestamp)::date as month,
         count(*) filter (where kind = 'csat') as csat_n,
         coalesce(sum(score) filter (where kind = 'csat'), 0) as csat_sum,
         coalesce(sum(score * score) filter (where kind = 'csat'), 0) as csat_sum_of_squares,
         count(*) filter (where kind = 'csat' and score >= 4) as csat_top2,
         count(*) filter (where kind = 'nps') as nps_n,
         count(*) filter (where kind = 'nps' and score >= 9) as nps_promoters,
         count(*) filter (where kind = 'nps' and score <= 6) as nps_detractors,
         count(*) filter (where kind = 'ces') as ces_n,
         coalesce(sum(score) filter (where kind = 'ces'), 0) as ces_sum,
         coalesce(sum(score * score) filter (where kind = 'ces'), 0) as ces_sum_of_squares,
         count(*) filter (where kind = 'ces' and score >= 5) as ces_favourable
  from satisfaction_responses
  where answered_on <= $1::date and ${within(scope, "account_id")}
  group by 1, 2),
contacts_made as materialized (
  select account_id, date_trunc('month', occurred_at at time zone company.time_zone)::date as month, count(*) as n
  from interactions, company
  where (occurred_at at time zone company.time_zone)::date <= $1::date and ${within(scope, "account_id")}
  group by 1, 2),
complaints as materialized (
  select account_id, date_trunc('month', opened_at at time zone company.time_zone)::date as month, count(*) as n
  from cases, company
  where (opened_at at time zone company.time_zone)::date <= $1::date and ${within(scope, "account_id")}
  group by 1, 2),
handed as materialized (
  select account_id, date_trunc('month', handed_on::timestamp)::date as month, count(*) as n,
         count(*) filter (where after_departure) as after_departure
  from handover_rows group by 1, 2),
-- A year-ago amount alone makes no fact in a month.
reach as materialized (
  select account_id, min(month) as first_month, max(month) as last_month
  from (select account_id, month from money where revenue <> 0 or cost_of_goods <> 0
        union all select account_id, month from answers
        union all select account_id, month from contacts_made
        union all select account_id, month from complaints
        union all select account_id, month from handed) facts
  group by account_id),
observed as materialized (
  select greatest(company.this_month - interval '119 months', coalesce(
      least((select min(first_month) from reach), ${
        firstMonthAt
          ? `$${firstMonthAt}::date`
          : scope === "all"
            ? "null"
            : "(select min(month) from unit_customer_months)"
      }),
      company.this_month - interval '11 months'))::date as first_month
  from company),
grid as materialized (
  select a.id as account_id, month::date as month, a.acquired_on, a.churned_on, a.archived_at,
         least((month + interval '1 month')::date - 1, company.as_of) as last_day
  from accounts a
  cross join company
  cross join observed
  left join reach on reach.account_id = a.id
  cross join lateral generate_series(
    greatest(observed.first_month, least(reach.first_month, date_trunc('month', a.acquired_on::timestamp)::date))::timestamp,
    least(company.this_month, greatest(reach.last_month, date_trunc('month', a.churned_on::timestamp + interval '1 year')::date,
                                       case when a.churned_on is null then company.this_month end))::timestamp,
    interval '1 month') month
  where ${within(scope, "a.id")}),
owned as materialized (
  select distinct on (g.account_id, g.month) g.account_id, g.month, o.employee_id
  from grid g
  join owners o on o.account_id = g.account_id and o.starts_on <= g.last_day and (o.ends_on is null or o.ends_on > g.last_day)
  order by g.account_id, g.month, o.share desc nulls last, o.starts_on desc, o.id),
stale as (
  delete from account_months old
  where ${within(scope, "old.account_id")}
    and not exists (select 1 from grid where grid.account_id = old.account_id and grid.month = old.month))
insert into account_months (${columns.join(", ")})
select g.account_id, g.month,
       g.acquired_on < g.month and (g.churned_on is null or g.churned_on >= g.month)
         and (g.archived_at is null or g.archived_at >= g.month),
       coalesce(g.churned_on between g.month and g.last_day, false),
       coalesce(m.revenue, 0), coalesce(m.recurring, 0), coalesce(m.year_ago, 0), coalesce(m.cost_of_goods, 0),
       coalesce(s.csat_n, 0), coalesce(s.csat_sum, 0), coalesce(s.csat_sum_of_squares, 0), coalesce(s.csat_top2, 0),
       coalesce(s.nps_n, 0), coalesce(s.nps_promoters, 0), coalesce(s.nps_detractors, 0),
       coalesce(s.ces_n, 0), coalesce(s.ces_sum, 0), coalesce(s.ces_sum_of_squares, 0), coalesce(s.ces_favourable, 0),
       coalesce(i.n, 0), coalesce(c.n, 0), coalesce(h.n, 0), coalesce(h.after_departure, 0), o.employee_id
from grid g
left join money m on m.account_id = g.account_id and m.month = g.month
left join answers s on s.account_id = g.account_id and s.month = g.month
left join contacts_made i on i.account_id = g.account_id and i.month = g.month
left join complaints c on c.account_id = g.account_id and c.month = g.month
left join handed h on h.account_id = g.account_id and h.month = g.month
left join owned o on o.account_id = g.account_id and o.month = g.month
${onConflictReplace("account_months", ["account_id", "month"], columns)}`;
