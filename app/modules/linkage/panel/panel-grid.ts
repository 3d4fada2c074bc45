import { type PanelScope, within } from "./panel-scope";

/** CTE `months`: those of the last twenty years. The planner knows how many rows a series of whole numbers has. */
export const calendarMonths = `
months as materialized (
  select month::date as month, (month + interval '1 month')::date as next_month, (month + interval '2 months')::date as month_after_next,
         (extract(year from month) * 12 + extract(month from month))::int as number
  from generate_series(0, 240) back
  cross join lateral (select date_trunc('month', $1::date::timestamp) - make_interval(months => back) as month) counted)`;

/** The days of a month `c` on which an account `a` was a customer, as far as they have passed: [first_day, until). */
export const customerPeriod = {
  firstDay: "greatest(c.month, a.acquired_on)",
  until: "least(c.next_month, a.churned_on, a.archived_at::date, $1::date + 1)",
  hasDays: `a.acquired_on < c.next_month and a.acquired_on <= $1::date
    and (a.churned_on is null or a.churned_on > c.month) and (a.archived_at is null or a.archived_at::date > c.month)`,
} as const;

/** CTEs `months` and `grid`: the account-months of the panel with the days as a customer, and what account_months says of them. */
export const panelGrid = (scope: PanelScope) => `
${calendarMonths},
grid as materialized (
  select m.account_id, m.month, c.next_month, c.month_after_next, c.number,
         ${customerPeriod.firstDay} as first_day, ${customerPeriod.until} as until,
         least(c.next_month, a.churned_on, a.archived_at::date) as customer_until, a.churned_on, a.archived_at::date as archived_on,
         m.csat_n, m.csat_sum, m.nps_n, m.nps_promoters, m.nps_detractors, m.cases_opened, m.revenue_minor, m.cost_of_goods_minor
  from account_months m
  join months c on c.month = m.month
  join accounts a on a.id = m.account_id
  where ${within(scope, "m.account_id")} and ${customerPeriod.hasDays})`;

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
