import { employedStint, shareWeight } from "./employed-stints";
import { type PanelScope, within } from "./panel-scope";

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

/**
 * CTEs that say who served each account-month of `grid`: `served` has one row where anybody did. Of one owner alone, the common
 * case, the averages are that person's own values (`p`, by `exposureJoins`); `owned_beside` averages over several.
 */
export const panelExposures = (scope: PanelScope) => `
stints as materialized (
  select a.account_id, a.employee_id, a.role = 'owner' as is_owner, ${shareWeight("a.share")} as weight,
         ${employedStint.startsOn} as starts_on, ${employedStint.endsOn} as ends_on
  from assignments a join employees e on e.id = a.employee_id
  where ${employedStint.isCounted} and ${within(scope, "a.account_id")}
    and ${employedStint.endsOn} > (select min(first_day) from grid)),
-- From covered_from on, an owner's days are days that no earlier owner covers too.
covering as materialized (
  select *, row_number() over () as number,
         case when is_owner then greatest(starts_on, max(ends_on) over (
              partition by account_id, is_owner order by starts_on, ends_on, employee_id rows between unbounded preceding and 1 preceding))
            else 'infinity' end as covered_from
  from stints),
stays as materialized (
  select g.account_id, g.month, s.employee_id, case when s.is_owner then s.number end as owner_stint, s.starts_on,
         (least(g.until, s.ends_on) - greatest(g.first_day, s.starts_on)) * s.weight as weight,
         greatest(least(g.until, s.ends_on) - least(g.until, greatest(g.first_day, s.covered_from)), 0) as covered_days
  from grid g
  join covering s on s.account_id = g.account_id and least(g.until, s.ends_on) > greatest(g.first_day, s.starts_on)),
served as materialized (
  select w.account_id, w.month, count(w.owner_stint) as owner_stints, max(w.owner_stint) as owner_stint,
         sum(w.covered_days) as covered_days,
         ${weightedMean("w.weight", "p.training_hours_12m", "p.month")} as team_training_hours_12m
  from stays w
  left join employee_months p on p.employee_id = w.employee_id and p.month = w.month
  group by w.account_id, w.month),
side_by_side as materialized (
  select w.* from served x join stays w on w.account_id = x.account_id and w.month = x.month
  where x.owner_stints > 1 and w.owner_stint is not null),
owned_beside as materialized (
  select w.account_id, w.month,
         ${Object.entries(ownerMeans)
           .map(([column, { value, present }]) => `${weightedMean("w.weight", value, present)} as ${column}`)
           .join(",\n         ")}
  from side_by_side w
  left join employee_months p on p.employee_id = w.employee_id and p.month = w.month
  group by w.account_id, w.month),
main_owners as materialized (
  select distinct on (account_id, month) account_id, month, employee_id
  from (select account_id, month, employee_id, max(starts_on) as starts_on, sum(weight) as weight
        from side_by_side group by account_id, month, employee_id) each_owner
  order by account_id, month, weight desc, starts_on desc, employee_id)`;

/** To be joined to `grid g` for `exposureValues`. */
export const exposureJoins = `
  left join served x on x.account_id = g.account_id and x.month = g.month
  left join covering s on s.number = x.owner_stint and x.owner_stints = 1
  left join employee_months p on p.employee_id = s.employee_id and p.month = g.month
  left join owned_beside b on b.account_id = g.account_id and b.month = g.month
  left join main_owners o on o.account_id = g.account_id and o.month = g.month`;

/** What hangs on employee_months: column of panel_months → expression over `exposureJoins`. */
export const averagedValues: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(ownerMeans).map(([column, { value }]) => [
      column,
      `case when x.owner_stints = 1 then ${value} else b.${column} end`,
    ]),
  ),
  team_training_hours_12m: "x.team_training_hours_12m",
};

/** What hangs on assignments alone. */
export const servingValues: Readonly<Record<string, string>> = {
  owner_id: "case when x.owner_stints = 1 then s.employee_id else o.employee_id end",
  vacancy_share: "(1 - coalesce(x.covered_days, 0)::float8 / (g.until - g.first_day))::real",
};

function weightedMean(weight: string, value: string, present: string): string {
  return `(sum(${weight} * ${value}) / sum(case when ${present} is not null then ${weight} end))::real`;
}
