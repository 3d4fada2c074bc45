import type { Statement } from "~/db/statement";
import { onConflictReplace, type PanelScope, panelValues, within } from "./panel-scope";

const columns = [
  "employee_id",
  "as_of",
  "employee_number",
  "name",
  "email",
  "status",
  "hired_on",
  "left_on",
  "org_unit_id",
  "org_unit_name",
  "job_title",
  "manager_id",
  "manager_name",
  "fte",
  "training_hours_12m",
  "accounts_owned",
  "accounts_served",
  "workload_z",
  "revenue_owned_12m_minor",
  "csat_n_12m",
  "csat_top2_n_12m",
  "csat_sum_12m",
  "nps_n_12m",
  "nps_promoters_12m",
  "nps_detractors_12m",
  "account_months_12m",
  "accounts_lost_12m",
];

/**
 * Where does each employee stand on the as-of date, and how did the accounts fare that they owned? Outcomes are those of
 * the last twelve calendar months, the present one included, in which the person owned the account at the month's end
 * (for a loss: was the last to own it). Revenue is what the accounts owned today brought in those months. Reads account_months.
 */
export function refreshEmployeeSummaries(scope: PanelScope, asOf: string): Statement {
  return { text: employeeSummariesText(scope), values: panelValues(scope, asOf) };
}

const employeeSummariesText = (scope: PanelScope) => `
with company as materialized (
  select date_trunc('month', $1::date::timestamp)::date as this_month,
         (date_trunc('month', $1::date::timestamp) - interval '11 months')::date as first_month),
latest_spell as materialized (
  select distinct on (s.employee_id) s.*
  from employment_spells s
  where ${within(scope, "s.employee_id")}
  order by s.employee_id, s.starts_on > $1::date, s.starts_on desc),
trained as materialized (
  select employee_id, sum(hours) as hours from training_records
  where completed_on > $1::date - interval '1 year' and completed_on <= $1::date and ${within(scope, "employee_id")}
  group by employee_id),
present as materialized (
  select distinct a.employee_id, a.account_id, bool_or(a.role = 'owner') as is_owner
  from assignments a join accounts c on c.id = a.account_id
  where a.starts_on <= $1::date and (a.ends_on is null or a.ends_on > $1::date)
    and c.archived_at is null and (c.churned_on is null or c.churned_on > $1::date) and ${within(scope, "a.employee_id")}
  group by a.employee_id, a.account_id),
served as materialized (
  select employee_id, count(*) as n, count(*) filter (where is_owner) as owned from present group by employee_id),
revenue as materialized (
  select p.employee_id, sum(m.revenue_minor) as minor
  from present p join account_months m on m.account_id = p.account_id
  where p.is_owner and m.month >= (select first_month from company)
  group by p.employee_id),
outcomes as materialized (
  select owner_id, sum(csat_n) as csat_n, sum(csat_top2) as csat_top2, sum(csat_sum) as csat_sum, sum(nps_n) as nps_n,
         sum(nps_promoters) as nps_promoters, sum(nps_detractors) as nps_detractors,
         count(*) filter (where is_active_at_start) as account_months
  from account_months
  where owner_id is not null and month >= (select first_month from company) and ${within(scope, "owner_id")}
  group by owner_id),
lost as materialized (
  select employee_id, count(*) as n
  from (select distinct on (c.id) c.id, a.employee_id
        from accounts c join assignments a on a.account_id = c.id
        where c.churned_on >= (select first_month from company) and c.churned_on <= $1::date
          and a.role = 'owner' and a.starts_on < c.churned_on
          ${scope === "all" ? "" : "and c.id = any(array(select account_id from assignments where employee_id = any($2::uuid[]) and role = 'owner'))"}
        order by c.id, coalesce(a.ends_on, 'infinity') desc, a.share desc nulls last, a.id) last_owner
  where ${within(scope, "employee_id")}
  group by employee_id),
facts as materialized (
  select e.id as employee_id, $1::date as as_of, e.employee_number, e.name, e.email,
         case when e.left_on <= $1::date then 'left' when e.hired_on > $1::date then 'joining' else 'active' end as status,
         e.hired_on, e.left_on, s.org_unit_id, u.name as org_unit_name, s.job_title, s.manager_id, m.name as manager_name, s.fte,
         coalesce(t.hours, 0) as training_hours_12m, coalesce(v.owned, 0) as accounts_owned, coalesce(v.n, 0) as accounts_served,
         coalesce(r.minor, 0)::bigint as revenue_owned_12m_minor, coalesce(o.csat_n, 0) as csat_n_12m,
         coalesce(o.csat_top2, 0) as csat_top2_n_12m, coalesce(o.csat_sum, 0) as csat_sum_12m, coalesce(o.nps_n, 0) as nps_n_12m,
         coalesce(o.nps_promoters, 0) as nps_promoters_12m, coalesce(o.nps_detractors, 0) as nps_detractors_12m,
         coalesce(o.account_months, 0) as account_months_12m, coalesce(l.n, 0) as accounts_lost_12m
  from employees e
  left join latest_spell s on s.employee_id = e.id
  left join org_units u on u.id = s.org_unit_id
  left join employees m on m.id = s.manager_id
  left join trained t on t.employee_id = e.id
  left join served v on v.employee_id = e.id
  left join revenue r on r.employee_id = e.id
  left join outcomes o on o.owner_id = e.id
  left join lost l on l.employee_id = e.id
  where e.archived_at is null and ${within(scope, "e.id")}),
-- Colleagues outside the refresh are taken as last summed up. People without any account are no yardstick.
peers as (
  select job_title, count(*) as n, avg(load) as mean, stddev_samp(load) as deviation
  from (select job_title, accounts_served / fte as load from facts where status = 'active' and accounts_served > 0 and fte > 0
        ${
          scope === "all"
            ? ""
            : `union all
        select job_title, accounts_served / fte from employee_summaries
        where status = 'active' and accounts_served > 0 and fte > 0 and employee_id <> all($2::uuid[])
          and job_title in (select job_title from facts)`
        }) loads
  group by job_title),
rated as (
  select f.*, case when f.status = 'active' and p.n >= 3 and p.deviation > 0 and f.fte > 0
                   then least(greatest((f.accounts_served / f.fte - p.mean) / p.deviation, -999), 999) end as workload_z
  from facts f left join peers p on p.job_title = f.job_title),
stale as (
  delete from employee_summaries old
  where ${within(scope, "old.employee_id")} and not exists (select 1 from facts where facts.employee_id = old.employee_id))
insert into employee_summaries (${columns.join(", ")})
select ${columns.join(", ")} from rated
${onConflictReplace("employee_summaries", ["employee_id"], columns)}`;
