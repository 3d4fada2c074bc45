// Question: which assignments begin before the person was hired?
import type { FindingsQuery } from "../findings-query.server";

export const assignmentsBeforeHiring: FindingsQuery = (db) => db`
  select a.id, s.scope_unit_id as unit_id, a.account_id, s.name as account_name, e.id as employee_id, e.name as employee_name,
         a.role::text as detail, a.starts_on as day, e.hired_on as against, null::bigint as amount_minor, null as currency,
         null::int as entries
  from assignments a
  join employees e on e.id = a.employee_id and a.starts_on < e.hired_on
  join account_summaries s on s.account_id = a.account_id`;
