// Question: who is employed today without a manager on their contract?
import type { FindingsQuery } from "../findings-query.server";

export const employeesWithoutManager: FindingsQuery = (db, { today }) => db`
  select e.id, s.org_unit_id as unit_id, null::uuid as account_id, null as account_name, e.id as employee_id,
         e.name as employee_name, s.job_title as detail, s.starts_on as day, null::date as against,
         null::bigint as amount_minor, null as currency, null::int as entries
  from employment_spells s
  join employees e on e.id = s.employee_id and e.archived_at is null
  where s.manager_id is null and s.starts_on <= ${today}::date and (s.ends_on is null or s.ends_on > ${today}::date)`;
