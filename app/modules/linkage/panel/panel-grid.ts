import { type PanelScope, within } from "./panel-scope";

/**
 * CTEs `months` and `grid`: the account-months of the panel with the days on which the account was a customer,
 * [first_day, until), and what account_months says of them. `isRefreshed` may narrow them further; the row is `m` there.
 */
export const panelGrid = (scope: PanelScope, isRefreshed = "true") => `
months as materialized (
  select month::date as month, (month + interval '1 month')::date as next_month, (month + interval '2 months')::date as month_after_next,
         (extract(year from month) * 12 + extract(month from month))::int as number
  from generate_series(date_trunc('month', $1::date::timestamp) - interval '20 years', $1::date::timestamp, interval '1 month') month),
grid as materialized (
  select m.account_id, m.month, c.next_month, c.month_after_next, c.number, greatest(m.month, a.acquired_on) as first_day,
         least(c.next_month, a.churned_on, a.archived_at::date, $1::date + 1) as until,
         least(c.next_month, a.churned_on, a.archived_at::date) as customer_until, a.churned_on, a.archived_at::date as archived_on,
         m.csat_n, m.csat_sum, m.nps_n, m.nps_promoters, m.nps_detractors, m.cases_opened, m.revenue_minor, m.cost_of_goods_minor
  from account_months m
  join months c on c.month = m.month
  join accounts a on a.id = m.account_id
  where ${within(scope, "m.account_id")} and a.acquired_on < c.next_month and a.acquired_on <= $1::date
    and (a.churned_on is null or a.churned_on > m.month) and (a.archived_at is null or a.archived_at::date > m.month)
    and (${isRefreshed}))`;

/** Days of the month as a customer, over `grid g`. Where they differ, weights and vacancy do too. */
export const customerDays = "(g.customer_until - g.first_day)::smallint";

/**
 * Outcomes: column of panel_months → expression over `grid g`. churned_on is the first day no longer a customer, and what
 * carries the date of a month's first day happened in that month: lost on 1 May is lost in the month after April. Unknown
 * before the next month is over, and once the account is lost, or archived without having been lost.
 */
export const outcomeValues: Readonly<Record<string, string>> = {
  is_complete: "g.first_day = g.month and g.until = g.next_month and $1::date >= g.next_month",
  churns_next_month: `case
    when g.churned_on < g.next_month and g.churned_on <= $1::date then null
    when g.churned_on < g.month_after_next and g.churned_on <= $1::date
      and (g.archived_on is null or g.churned_on <= g.archived_on) then true
    when $1::date < g.month_after_next or g.archived_on < g.month_after_next then null
    else false end`,
  csat_n: "g.csat_n",
  csat_sum: "g.csat_sum",
  nps_n: "g.nps_n",
  nps_promoters: "g.nps_promoters",
  nps_detractors: "g.nps_detractors",
  cases_opened: "g.cases_opened",
  revenue_minor: "g.revenue_minor",
  margin_minor: "g.revenue_minor - g.cost_of_goods_minor",
};
