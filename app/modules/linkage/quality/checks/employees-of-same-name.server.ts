// Question: which people share a name and were hired on the same day, so that one may have been recorded twice?
import { employeesInScope } from "~/modules/access/row-scope.server";
import type { FindingsQuery } from "../findings-query.server";

/** Namesakes are common; namesakes hired on one day, or with one e-mail, are seldom two people. */
export const employeesOfSameName: FindingsQuery = (db, { scope }) => db`
  with plain as (
    select e.employee_id, e.org_unit_id, e.name, e.employee_number, e.hired_on, lower(e.email) as email,
           lower(regexp_replace(trim(e.name), '\\s+', ' ', 'g')) as plain
    from employee_summaries e where ${employeesInScope(db, scope)})
  select p.employee_id as id, p.org_unit_id as unit_id, null::uuid as account_id, null as account_name, p.employee_id,
         p.name as employee_name, p.employee_number as detail, p.hired_on as day, null::date as against,
         null::bigint as amount_minor, null as currency, null::int as entries
  from plain p
  where exists (select 1 from plain o where o.plain = p.plain and o.employee_id <> p.employee_id
                  and (o.hired_on = p.hired_on or o.email = p.email))`;
