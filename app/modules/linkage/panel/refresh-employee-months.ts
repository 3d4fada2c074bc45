import type { Statement } from "~/db/statement";
import { employedStint, shareWeight } from "./employed-stints";
import { type PanelScope, panelValues, within } from "./panel-scope";

/** What the person's own facts say, and the accounts of their colleagues do not move. */
const ownColumns = [
  "org_unit_id",
  "job_title",
  "manager_id",
  "fte",
  "days_employed",
  "annual_salary_minor",
  "pay_currency",
  "tenure_months",
  "training_hours_12m",
  "engagement",
  "values_alignment",
  "accounts_owned",
  "service_orientation",
];
/** What a person is compared by with everyone of the same job title in the same month. */
const comparedColumns = ["job_title", "fte", "accounts_owned", "annual_salary_minor", "pay_currency"];
const ratings = ["workload_z", "pay_position"];
const columns = ["employee_id", "month", ...ownColumns, ...ratings];

/** The months in which something about one employee changed. */
export interface ChangedEmployee {
  readonly employeeId: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
  /** Hiring or leaving moved: their assignments count for other days than before. */
  readonly isEmploymentChanged: boolean;
}

/**
 * What was true of each employee on the first day of each month in which they were employed? What stands in a row was
 * known before the month began. Workload and pay are measured against the colleagues of the same job title in the month, so
 * that a change to one of them rates the others anew: those rows are written as well, and only where something differs.
 * Gives a `ChangedEmployee` for each person with changed rows. Reads unit_customer_months for where the panel begins.
 */
export function refreshEmployeeMonths(scope: PanelScope, asOf: string): Statement {
  return { text: employeeMonthsText(scope), values: panelValues(scope, asOf) };
}

const list = (names: readonly string[], prefix = "") => names.map((name) => `${prefix}${name}`).join(", ");

const employeeMonthsText = (scope: PanelScope) => `
with company as materialized (
  select $1::date as as_of, date_trunc('month', $1::date::timestamp)::date as this_month,
         coalesce((select min(month) from unit_customer_months),
                  date_trunc('month', $1::date::timestamp) - interval '11 months')::date as first_month),
-- With the year before, in which training counts already.
calendar as materialized (
  select month::date as month, (month + interval '1 month')::date as next_month,
         least((month + interval '1 month')::date - 1, company.as_of) as last_day,
         (extract(year from month) * 12 + extract(month from month))::int as number
  from company, generate_series(company.first_month::timestamp - interval '1 year', company.this_month, interval '1 month') month),
months as materialized (
  select calendar.* from calendar, company where month >= company.first_month),
grid as materialized (
  select e.id as employee_id, m.month, m.next_month, m.number, e.hired_on, e.left_on, e.service_orientation,
         greatest(m.month, e.hired_on) as first_day
  from employees e
  join months m on e.hired_on <= m.last_day and (e.left_on is null or e.left_on > m.month)
  where ${within(scope, "e.id")}),
spells as materialized (
  select g.employee_id, g.month, s.org_unit_id, s.job_title, s.manager_id, s.fte, s.annual_salary_minor,
         case when s.annual_salary_minor is not null then s.currency end as pay_currency
  from grid g
  join employment_spells s on s.employee_id = g.employee_id and s.starts_on <= g.first_day
    and (s.ends_on is null or s.ends_on > g.first_day)),
engaged as materialized (${lastAnswers(scope, "engagement")}),
aligned as materialized (${lastAnswers(scope, "values_alignment")}),
-- Only accounts that are customers are work; who prepares one before its first day works on it already.
stints as materialized (
  select a.account_id, a.employee_id, a.share, ${employedStint.startsOn} as starts_on,
         least(${employedStint.endsOn}, c.churned_on, c.archived_at::date) as ends_on
  from assignments a
  join employees e on e.id = a.employee_id
  join accounts c on c.id = a.account_id
  where a.role = 'owner' and ${employedStint.isCounted}
    ${scope === "all" ? "" : "and a.account_id = any(array(select account_id from assignments where role = 'owner' and employee_id = any($2::uuid[])))"}),
beside as materialized (
  select *, coalesce(max(ends_on) over (partition by account_id order by starts_on, ends_on, employee_id
                       rows between unbounded preceding and 1 preceding) > starts_on, false)
         or coalesce(lead(starts_on) over (partition by account_id order by starts_on, ends_on, employee_id) < ends_on, false) as is_shared
  from stints where starts_on < ends_on),
-- Of whole accounts only the changes of the stock: months times accounts are many more rows.
owned_changes as materialized (
  select c.employee_id, m.number, sum(c.change) as change
  from company
  cross join lateral (
    select b.employee_id, b.starts_on as changes_on, 1 as change from beside b where not b.is_shared and ${within(scope, "b.employee_id")}
    union all
    select b.employee_id, b.ends_on, -1 from beside b where not b.is_shared and ${within(scope, "b.employee_id")}) c
  join months m on m.month = greatest(company.first_month, date_trunc('month', (c.changes_on - 1)::timestamp) + interval '1 month')::date
  group by c.employee_id, m.number),
owned_parts as materialized (
  select employee_id, month, sum(part) as accounts
  from (
    select b.employee_id, m.month, ${shareWeight("b.share")} / sum(${shareWeight("b.share")}) over (partition by b.account_id, m.month) as part
    from beside b join months m on b.starts_on <= m.month and b.ends_on > m.month
    where b.is_shared) parts
  group by employee_id, month),
trained as materialized (
  select t.employee_id, m.number, sum(t.hours) as hours
  from company, training_records t
  join calendar m on m.month = date_trunc('month', t.completed_on::timestamp)::date
  where t.completed_on < company.this_month and ${within(scope, "t.employee_id")}
  group by t.employee_id, m.number),
-- One pass over everybody's months, with what happened in or before them in between.
running as materialized (
  select employee_id, month, hours_12m, accounts
  from (select employee_id, month,
               sum(hours) over (partition by employee_id order by number range between 12 preceding and 1 preceding) as hours_12m,
               sum(change) over (partition by employee_id order by number) as accounts
        from (select employee_id, number, month, null::numeric as hours, 0 as change from grid
              union all select employee_id, number, null, hours, 0 from trained
              union all select employee_id, number, null, null, change from owned_changes) dated) summed
  where month is not null),
fresh as materialized (
  select g.employee_id, g.month, s.org_unit_id, s.job_title, s.manager_id, coalesce(s.fte, 1)::real as fte,
         (least(g.next_month, g.left_on) - g.first_day)::smallint as days_employed, s.annual_salary_minor, s.pay_currency,
         (greatest(g.month - g.hired_on, 0) / (365.25 / 12))::real as tenure_months,
         coalesce(r.hours_12m, 0)::real as training_hours_12m, a.answer::real as engagement, v.answer::real as values_alignment,
         (r.accounts::float8 + coalesce(o.accounts, 0))::real as accounts_owned, g.service_orientation::real as service_orientation
  from grid g
  left join spells s on s.employee_id = g.employee_id and s.month = g.month
  join running r on r.employee_id = g.employee_id and r.month = g.month
  left join engaged a on a.employee_id = g.employee_id and a.month = g.month
  left join aligned v on v.employee_id = g.employee_id and v.month = g.month
  left join owned_parts o on o.employee_id = g.employee_id and o.month = g.month),
stored as materialized (
  select * from employee_months where ${within(scope, "employee_id")}),
moved as materialized (
  select coalesce(f.employee_id, s.employee_id) as employee_id, coalesce(f.month, s.month) as month, f.employee_id is null as is_gone,
         (f.employee_id is null or s.employee_id is null or f.days_employed <> s.days_employed
           or f.tenure_months <> s.tenure_months) as is_employment_changed,
         (f.employee_id is null or s.employee_id is null
           or (${list(comparedColumns, "f.")}) is distinct from (${list(comparedColumns, "s.")})) as is_compared_anew,
         f.job_title, s.job_title as job_title_before
  from fresh f full join stored s on s.employee_id = f.employee_id and s.month = f.month
  where f.employee_id is null or s.employee_id is null
     or (${list(ownColumns, "f.")}) is distinct from (${list(ownColumns, "s.")})),
peer_groups as materialized (
  select job_title, month from moved where is_compared_anew and job_title is not null
  union select job_title_before, month from moved where is_compared_anew and job_title_before is not null),
-- Colleagues outside the refresh are taken as last summed up.
peers as materialized (
  select f.employee_id, f.month, f.job_title, f.annual_salary_minor, f.pay_currency, f.accounts_owned::float8 / f.fte as load
  from fresh f join peer_groups p on p.job_title = f.job_title and p.month = f.month
  ${
    scope === "all"
      ? ""
      : `union all
  select m.employee_id, m.month, m.job_title, m.annual_salary_minor, m.pay_currency, m.accounts_owned::float8 / m.fte
  from employee_months m join peer_groups p on p.job_title = m.job_title and p.month = m.month
  where m.employee_id <> all($2::uuid[])`
  }),
loads as materialized (
  select job_title, month, avg(load) as mean, stddev_samp(load) as deviation
  from peers where load > 0 group by job_title, month),
medians as materialized (
  select job_title, month, pay_currency, count(*) as people, percentile_cont(0.5) within group (order by annual_salary_minor) as salary
  from peers where annual_salary_minor > 0 group by job_title, month, pay_currency),
-- In hundredths: what one account more or less of one colleague does to the mean of many need not rewrite them all.
rated as materialized (
  select p.employee_id, p.month,
         case when p.load > 0 and l.deviation > 1e-9 * l.mean then round(((p.load - l.mean) / l.deviation)::numeric, 2)::real end as workload_z,
         case when p.annual_salary_minor > 0 and d.people >= 5 then ln(p.annual_salary_minor / d.salary)::real end as pay_position
  from peers p
  left join loads l on l.job_title = p.job_title and l.month = p.month
  left join medians d on d.job_title = p.job_title and d.month = p.month and d.pay_currency = p.pay_currency),
written as (
  insert into employee_months as old (${list(columns)})
  select f.employee_id, f.month, ${list(ownColumns, "f.")},
         case when f.job_title is null then null when r.employee_id is null then s.workload_z else r.workload_z end,
         case when f.job_title is null then null when r.employee_id is null then s.pay_position else r.pay_position end
  from fresh f
  left join moved m on m.employee_id = f.employee_id and m.month = f.month
  left join rated r on r.employee_id = f.employee_id and r.month = f.month
  left join stored s on s.employee_id = f.employee_id and s.month = f.month
  where m.employee_id is not null
     or (r.employee_id is not null and (${list(ratings, "r.")}) is distinct from (${list(ratings, "s.")}))
  ${
    scope === "all"
      ? ""
      : `union all
  select o.employee_id, o.month, ${list(ownColumns, "o.")}, ${list(ratings, "r.")}
  from rated r join employee_months o on o.employee_id = r.employee_id and o.month = r.month
  where r.employee_id <> all($2::uuid[]) and (${list(ratings, "r.")}) is distinct from (${list(ratings, "o.")})`
  }
  order by employee_id, month
  on conflict (employee_id, month) do update set
    ${[...ownColumns, ...ratings].map((column) => `${column} = excluded.${column}`).join(", ")}
  returning employee_id, month),
gone as (
  delete from employee_months old using moved m
  where m.is_gone and old.employee_id = m.employee_id and old.month = m.month
  returning old.employee_id, old.month)
select c.employee_id, min(c.month) as first_month, max(c.month) as last_month,
       coalesce(bool_or(m.is_employment_changed), false) as is_employment_changed
from (select * from written union all select * from gone) c
left join moved m on m.employee_id = c.employee_id and m.month = c.month
group by c.employee_id`;

/** The last answer to one question strictly before each month's first day, and at most a year old then. */
function lastAnswers(scope: PanelScope, question: "engagement" | "values_alignment"): string {
  return `
  select g.employee_id, g.month, a.answer
  from grid g
  join (select employee_id, ${question} as answer, answered_on,
               lead(answered_on) over (partition by employee_id order by answered_on, survey) as next_on
        from survey_answers
        where ${question} is not null and answered_on < (select this_month from company) and ${within(scope, "employee_id")}) a
    on a.employee_id = g.employee_id and g.month > a.answered_on and g.month <= a.answered_on + interval '1 year'
      and (a.next_on is null or g.month <= a.next_on)`;
}
