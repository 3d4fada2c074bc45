// Question: which assignments go on after the person has left?
import type { FindingsQuery } from "../findings-query.server";

export const assignmentsAfterLeaving: FindingsQuery = (db, { today }) => db`
  select a.id, s.scope_unit_id as unit_id, a.account_id, s.name as account_name, e.id as employee_id, e.name as employee_name,
         a.role::text as detail, least(coalesce(a.ends_on, ${today}::date), ${today}::date) as day, e.left_on as against,
         null::bigint as amount_minor, null as currency, null::int as entries
  from employees e
  join assignments a on a.employee_id = e.id and (a.ends_on is null or a.ends_on > e.left_on)
  join account_summaries s on s.account_id = a.account_id
  where e.left_on <= ${today}::date`;
