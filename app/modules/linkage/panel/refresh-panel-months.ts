import type { Statement } from "~/db/statement";
import { employedStint, shareWeight } from "./employed-stints";
import { handoverRows } from "./handover-rows";
import { type PanelScope, panelValues, within } from "./panel-scope";
import type { ChangedEmployee } from "./refresh-employee-months";

/** Weighted over owners: column of panel_months from an expression over employee_months `p` that may be null. */
const ownerMeans: Readonly<Record<string, string>> = {
  owner_tenure_months: "p.tenure_months",
  owner_log_tenure: "ln(1 + p.tenure_months::float8)",
  owner_training_hours_12m: "p.training_hours_12m",
  owner_engagement: "p.engagement",
  owner_values_alignment: "p.values_alignment",
  owner_workload_z: "p.workload_z",
  owner_pay_position: "p.pay_position",
  owner_service_orientation: "p.service_orientation",
};

const columns = [
  "account_id",
  "month",
  "is_complete",
  "churns_next_month",
  "csat_n",
  "csat_sum",
  "nps_n",
  "nps_promoters",
  "nps_detractors",
  "cases_opened",
  "revenue_minor",
  "margin_minor",
  "owner_id",
  "vacancy_share",
  ...Object.keys(ownerMeans),
  "team_training_hours_12m",
  "months_since_handover",
  "last_handover_cause",
  "is_handover_to_new_hire",
  "months_since_departure_handover",
  "is_departure_handover_to_new_hire",
  "handovers_12m",
];
const keys = ["account_id", "month"];
const list = (names: readonly string[], prefix = "") => names.map((name) => `${prefix}${name}`).join(", ");

/**
 * How did each account fare in each month in which it was a customer, and who served it? Outcomes are those of
 * account_months; exposures are what employee_months says of the first day of the month, averaged over whoever owned (or
 * served) the account in the month, by days and share. Only rows that differ are written; gives `{ changed }`, their count.
 */
export function refreshPanelMonths(scope: PanelScope, asOf: string): Statement {
  return { text: panelMonthsText(scope, "true"), values: panelValues(scope, asOf) };
}

/** The same for these accounts in those months alone in which one of the employees served them and has changed. */
export function refreshPanelMonthsServedBy(
  employees: readonly ChangedEmployee[],
  accountIds: readonly string[],
  asOf: string,
): Statement {
  const isServed = `exists (
    select 1 from unnest($3::uuid[], $4::date[], $5::date[]) as changed (employee_id, first_month, last_month)
    join assignments s on s.employee_id = changed.employee_id
    where s.account_id = m.account_id and m.month between changed.first_month and changed.last_month
      and s.starts_on < m.month + interval '1 month' and (s.ends_on is null or s.ends_on > m.month))`;
  return {
    text: panelMonthsText(accountIds, isServed),
    values: [
      asOf,
      accountIds,
      employees.map((employee) => employee.employeeId),
      employees.map((employee) => employee.firstMonth),
      employees.map((employee) => employee.lastMonth),
    ],
  };
}

const panelMonthsText = (scope: PanelScope, isRefreshed: string) => `
with ${handoverRows(scope)},
-- Days of the month on which the account was a customer: [first_day, until).
grid as materialized (
  select m.account_id, m.month, (m.month + interval '1 month')::date as next_month, greatest(m.month, a.acquired_on) as first_day,
         least((m.month + interval '1 month')::date, a.churned_on, a.archived_at::date, $1::date + 1) as until,
         a.churned_on, a.archived_at::date as archived_on,
         m.csat_n, m.csat_sum, m.nps_n, m.nps_promoters, m.nps_detractors, m.cases_opened, m.revenue_minor, m.cost_of_goods_minor
  from account_months m
  join accounts a on a.id = m.account_id
  where ${within(scope, "m.account_id")} and a.acquired_on < (m.month + interval '1 month')::date and a.acquired_on <= $1::date
    and (a.churned_on is null or a.churned_on > m.month) and (a.archived_at is null or a.archived_at::date > m.month)
    and (${isRefreshed})),
stints as materialized (
  select a.account_id, a.employee_id, a.share, a.role = 'owner' as is_owner, ${employedStint.startsOn} as starts_on,
         ${employedStint.endsOn} as ends_on
  from assignments a join employees e on e.id = a.employee_id
  where ${employedStint.isCounted} and ${within(scope, "a.account_id")}),
serving as materialized (
  select g.account_id, g.month, s.employee_id, s.is_owner, s.share, s.starts_on,
         greatest(g.first_day, s.starts_on) as from_day, least(g.until, s.ends_on) as until,
         count(*) over month_of as members, count(*) filter (where s.is_owner) over month_of as owners,
         max(least(g.until, s.ends_on)) filter (where s.is_owner) over (
           partition by g.account_id, g.month order by s.is_owner, greatest(g.first_day, s.starts_on)
           rows between unbounded preceding and 1 preceding) as covered_until
  from grid g
  join stints s on s.account_id = g.account_id and s.starts_on < g.until and s.ends_on > g.first_day
  window month_of as (partition by g.account_id, g.month)),
weighed as materialized (
  select account_id, month, employee_id, is_owner, starts_on,
         case when is_owner then greatest(until - greatest(from_day, covered_until), 0) end as newly_covered,
         case when is_owner then (until - from_day) * ${shareWeight("share", "owners")} end as owner_weight,
         (until - from_day) * ${shareWeight("share", "members")} as team_weight
  from serving),
main_owners as materialized (
  select distinct on (account_id, month) account_id, month, employee_id
  from (select account_id, month, employee_id, sum(owner_weight) as weight, max(starts_on) as starts_on
        from weighed where is_owner group by account_id, month, employee_id) each_owner
  order by account_id, month, weight desc, starts_on desc, employee_id),
exposed as materialized (
  select w.account_id, w.month, coalesce(sum(w.newly_covered), 0) as covered_days,
         ${Object.entries(ownerMeans)
           .map(
             ([column, value]) =>
               `(sum(w.owner_weight * ${value}) / sum(case when ${value} is not null then w.owner_weight end))::real as ${column}`,
           )
           .join(",\n         ")},
         (sum(w.team_weight * p.training_hours_12m) / sum(case when p.training_hours_12m is not null then w.team_weight end))::real
           as team_training_hours_12m
  from weighed w
  left join employee_months p on p.employee_id = w.employee_id and p.month = w.month
  group by w.account_id, w.month),
handed as materialized (
  select account_id, date_trunc('month', handed_on::timestamp)::date as month, handed_on, cause, after_departure, to_new_hire
  from handover_rows),
last_handed as materialized (${lastHandovers("true")}),
last_handed_by_departure as materialized (${lastHandovers("after_departure")}),
recent as materialized (
  select g.account_id, g.month, count(*) as n
  from grid g
  join handed h on h.account_id = g.account_id and h.month <= g.month and h.month > g.month - interval '1 year'
  group by g.account_id, g.month),
fresh as materialized (
  select g.account_id, g.month,
         g.first_day = g.month and g.until = g.next_month and $1::date >= g.next_month as is_complete,
         ${churnsNextMonth} as churns_next_month,
         g.csat_n, g.csat_sum, g.nps_n, g.nps_promoters, g.nps_detractors, g.cases_opened,
         g.revenue_minor, g.revenue_minor - g.cost_of_goods_minor as margin_minor,
         o.employee_id as owner_id, (1 - coalesce(x.covered_days, 0)::float8 / (g.until - g.first_day))::real as vacancy_share,
         ${list(Object.keys(ownerMeans), "x.")}, x.team_training_hours_12m,
         ${monthsBetween("h.month", "g.month")} as months_since_handover, h.cause as last_handover_cause,
         h.to_new_hire as is_handover_to_new_hire,
         ${monthsBetween("d.month", "g.month")} as months_since_departure_handover,
         d.to_new_hire as is_departure_handover_to_new_hire, coalesce(r.n, 0)::smallint as handovers_12m
  from grid g
  left join exposed x on x.account_id = g.account_id and x.month = g.month
  left join main_owners o on o.account_id = g.account_id and o.month = g.month
  left join last_handed h on h.account_id = g.account_id and h.month <= g.month and (h.next_month is null or h.next_month > g.month)
  left join last_handed_by_departure d on d.account_id = g.account_id and d.month <= g.month
    and (d.next_month is null or d.next_month > g.month)
  left join recent r on r.account_id = g.account_id and r.month = g.month),
stale as (
  delete from panel_months m
  where ${within(scope, "m.account_id")} and (${isRefreshed})
    and not exists (select 1 from grid g where g.account_id = m.account_id and g.month = m.month)
  returning 1),
written as (
  insert into panel_months as old (${list(columns)})
  select ${list(columns)} from fresh
  on conflict (${list(keys)}) do update set
    ${columns
      .filter((column) => !keys.includes(column))
      .map((column) => `${column} = excluded.${column}`)
      .join(", ")}
    where (${list(columns, "old.")}) is distinct from (${list(columns, "excluded.")})
  returning 1)
select (select count(*) from stale)::int + (select count(*) from written)::int as changed`;

/**
 * churned_on is the first day no longer a customer, and what carries the date of a month's first day happened in that
 * month: lost on 1 May is lost in the month after April. Unknown before the next month is over, and once the account is
 * lost or archived without having been lost.
 */
const churnsNextMonth = `case
  when g.churned_on < g.next_month and g.churned_on <= $1::date then null
  when g.churned_on < (g.next_month + interval '1 month')::date and g.churned_on <= $1::date
    and (g.archived_on is null or g.churned_on <= g.archived_on) then true
  when $1::date < (g.next_month + interval '1 month')::date or g.archived_on < (g.next_month + interval '1 month')::date then null
  else false end`;

/** The last handover of each month that had one, with the month of the one after it. */
function lastHandovers(condition: string): string {
  return `
  select *, lead(month) over (partition by account_id order by month) as next_month
  from (select distinct on (account_id, month) account_id, month, cause, to_new_hire
        from handed where ${condition} order by account_id, month, handed_on desc) monthly`;
}

function monthsBetween(earlier: string, later: string): string {
  const number = (month: string) => `(extract(year from ${month}) * 12 + extract(month from ${month}))`;
  return `(${number(later)} - ${number(earlier)})::smallint`;
}
