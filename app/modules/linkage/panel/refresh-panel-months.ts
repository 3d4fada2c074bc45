import type { Statement } from "~/db/statement";
import { employedStint, shareWeight } from "./employed-stints";
import { handoverRows } from "./handover-rows";
import { customerDays, outcomeValues, panelGrid } from "./panel-grid";
import { type PanelScope, panelValues, within } from "./panel-scope";
import type { ChangedEmployee } from "./refresh-employee-months";

/**
 * Averages over the owners, by days and share: column of panel_months → expression over employee_months `p`, and which of
 * its columns tells that there is a value.
 */
const ownerMeans: Readonly<Record<string, { value: string; present: string }>> = {
  owner_tenure_months: { value: "p.tenure_months", present: "p.month" },
  owner_log_tenure: { value: "ln(1 + p.tenure_months::float8)::real", present: "p.month" },
  owner_training_hours_12m: { value: "p.training_hours_12m", present: "p.month" },
  owner_engagement: { value: "p.engagement", present: "p.engagement" },
  owner_values_alignment: { value: "p.values_alignment", present: "p.values_alignment" },
  owner_workload_z: { value: "p.workload_z", present: "p.workload_z" },
  owner_pay_position: { value: "p.pay_position", present: "p.pay_position" },
  owner_service_orientation: { value: "p.service_orientation", present: "p.service_orientation" },
};
const ownerColumns = Object.keys(ownerMeans);

const columns = [
  "account_id",
  "month",
  "customer_days",
  ...Object.keys(outcomeValues),
  "owner_id",
  "vacancy_share",
  ...ownerColumns,
  "team_training_hours_12m",
  "months_since_handover",
  "last_handover_cause",
  "is_handover_to_new_hire",
  "months_since_departure_handover",
  "is_departure_handover_to_new_hire",
  "handovers_12m",
];
const keys = ["account_id", "month"];
const values = columns.filter((column) => !keys.includes(column));
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
  const isServed = `m.month between $6::date and $7::date and exists (
    select 1 from unnest($3::uuid[], $4::date[], $5::date[]) as changed (employee_id, first_month, last_month)
    join assignments s on s.employee_id = changed.employee_id
    where s.account_id = m.account_id and m.month between changed.first_month and changed.last_month
      and s.starts_on < m.month + interval '1 month' and (s.ends_on is null or s.ends_on > m.month))`;
  const firstMonths = employees.map((employee) => employee.firstMonth);
  const lastMonths = employees.map((employee) => employee.lastMonth);
  return {
    text: panelMonthsText(accountIds, isServed),
    values: [
      asOf,
      accountIds,
      employees.map((employee) => employee.employeeId),
      firstMonths,
      lastMonths,
      firstMonths.toSorted()[0] ?? asOf,
      lastMonths.toSorted().at(-1) ?? asOf,
    ],
  };
}

/** `isRefreshed` narrows the rows, of account_months as of panel_months; both are `m` there. */
const panelMonthsText = (scope: PanelScope, isRefreshed: string) => `
with ${handoverRows(scope)},
${panelGrid(scope, isRefreshed)},
stints as materialized (
  select a.account_id, a.employee_id, a.role = 'owner' as is_owner, ${shareWeight("a.share")} as weight,
         ${employedStint.startsOn} as starts_on, ${employedStint.endsOn} as ends_on
  from assignments a join employees e on e.id = a.employee_id
  where ${employedStint.isCounted} and ${within(scope, "a.account_id")}),
-- From covered_from on, an owner's days are days that no earlier owner covers too.
covering as materialized (
  select *, case when is_owner then greatest(starts_on, max(ends_on) over (
              partition by account_id, is_owner order by starts_on, ends_on, employee_id rows between unbounded preceding and 1 preceding))
            else 'infinity' end as covered_from
  from stints),
served as materialized (
  select w.account_id, w.month, count(w.owner_weight) as owner_stints, min(w.owner_id) as owner_id, sum(w.covered_days) as covered_days,
         ${Object.entries(ownerMeans)
           .map(
             ([column, { value, present }]) =>
               `${weightedMean("w.owner_weight", value, present)} as ${column}`,
           )
           .join(",\n         ")},
         ${weightedMean("w.weight", "p.training_hours_12m", "p.month")} as team_training_hours_12m
  from (select account_id, month, employee_id, weight, case when is_owner then weight end as owner_weight,
               case when is_owner then employee_id::text end as owner_id, covered_days
        from (select g.account_id, g.month, s.employee_id, s.is_owner,
                     (least(g.until, s.ends_on) - greatest(g.first_day, s.starts_on)) * s.weight as weight,
                     greatest(least(g.until, s.ends_on) - least(g.until, greatest(g.first_day, s.covered_from)), 0) as covered_days
              from grid g
              join covering s on s.account_id = g.account_id and s.starts_on < g.until and s.ends_on > g.first_day
              offset 0) overlap
        offset 0) w
  left join employee_months p on p.employee_id = w.employee_id and p.month = w.month
  group by w.account_id, w.month),
main_owners as materialized (
  select distinct on (account_id, month) account_id, month, employee_id
  from (select g.account_id, g.month, s.employee_id, max(s.starts_on) as starts_on,
               sum((least(g.until, s.ends_on) - greatest(g.first_day, s.starts_on)) * s.weight) as weight
        from served x
        join grid g on g.account_id = x.account_id and g.month = x.month
        join stints s on s.account_id = g.account_id and s.is_owner and s.starts_on < g.until and s.ends_on > g.first_day
        where x.owner_stints > 1
        group by g.account_id, g.month, s.employee_id) each_owner
  order by account_id, month, weight desc, starts_on desc, employee_id),
handed as materialized (
  select h.account_id, m.month, m.number, h.handed_on, h.cause, h.after_departure, h.to_new_hire
  from handover_rows h join months m on m.month = date_trunc('month', h.handed_on::timestamp)::date),
last_handed as materialized (${lastHandovers("true")}),
last_handed_by_departure as materialized (${lastHandovers("after_departure")}),
recent as materialized (
  select g.account_id, g.month, count(*) as n
  from grid g
  join handed h on h.account_id = g.account_id and h.number <= g.number and h.number > g.number - 12
  group by g.account_id, g.month),
fresh as (
  select g.account_id, g.month,
         ${customerDays} as customer_days,
         ${Object.entries(outcomeValues)
           .map(([column, value]) => `${value} as ${column}`)
           .join(",\n         ")},
         case when x.owner_stints = 1 then x.owner_id::uuid else o.employee_id end as owner_id,
         (1 - coalesce(x.covered_days, 0)::float8 / (g.until - g.first_day))::real as vacancy_share,
         ${list(ownerColumns, "x.")}, x.team_training_hours_12m,
         (g.number - h.number)::smallint as months_since_handover, h.cause as last_handover_cause,
         h.to_new_hire as is_handover_to_new_hire,
         (g.number - d.number)::smallint as months_since_departure_handover,
         d.to_new_hire as is_departure_handover_to_new_hire, coalesce(r.n, 0)::smallint as handovers_12m
  from grid g
  left join served x on x.account_id = g.account_id and x.month = g.month
  left join main_owners o on o.account_id = g.account_id and o.month = g.month
  left join last_handed h on h.account_id = g.account_id and h.number <= g.number and (h.next_number is null or h.next_number > g.number)
  left join last_handed_by_departure d on d.account_id = g.account_id and d.number <= g.number
    and (d.next_number is null or d.next_number > g.number)
  left join recent r on r.account_id = g.account_id and r.month = g.month),
stored as materialized (
  select * from panel_months m where ${within(scope, "m.account_id")} and (${isRefreshed})),
stale as (
  delete from panel_months old using stored s
  where old.account_id = s.account_id and old.month = s.month
    and not exists (select 1 from grid g where g.account_id = s.account_id and g.month = s.month)
  returning 1),
written as (
  insert into panel_months (${list(columns)})
  select ${list(columns, "f.")}
  from fresh f
  left join stored s on s.account_id = f.account_id and s.month = f.month
  where s.month is null or (${list(values, "f.")}) is distinct from (${list(values, "s.")})
  on conflict (${list(keys)}) do update set
    ${values.map((column) => `${column} = excluded.${column}`).join(", ")}
  returning 1)
select (select count(*) from stale)::int + (select count(*) from written)::int as changed`;

/** The last handover of each month that had one, with the number of the month of the one after it. */
function lastHandovers(condition: string): string {
  return `
  select *, lead(number) over (partition by account_id order by number) as next_number
  from (select distinct on (account_id, number) account_id, number, cause, to_new_hire
        from handed where ${condition} order by account_id, number, handed_on desc) monthly`;
}

function weightedMean(weight: string, value: string, present: string): string {
  return `(sum(${weight} * ${value}) / sum(case when ${present} is not null then ${weight} end))::real`;
}
