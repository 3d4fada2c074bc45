// Question: which people have no employment spell, and so no unit, job or hours?
import type { FindingsQuery } from "../findings-query.server";

export const employeesWithoutSpell: FindingsQuery = (db) => db`
  select e.id, null::uuid as unit_id, null::uuid as account_id, null as account_name, e.id as employee_id, e.name as employee_name,
         null as detail, e.hired_on as day, null::date as against, null::bigint as amount_minor, null as currency,
         null::int as entries
  from employees e
  where e.archived_at is null and not exists (select 1 from employment_spells s where s.employee_id = e.id)`;
