// Question: which customers have had an account manager and have none today?
import type { FindingsQuery } from "../findings-query.server";

export const customersWithoutOwner: FindingsQuery = (db) => db`
  select s.account_id as id, s.scope_unit_id as unit_id, s.account_id, s.name as account_name, null::uuid as employee_id,
         null as employee_name, null as detail, coalesce(s.unowned_since, s.as_of) as day, null::date as against,
         null::bigint as amount_minor, null as currency, null::int as entries
  from account_summaries s
  where s.status = 'customer' and s.owner_id is null
    and exists (select 1 from assignments a where a.account_id = s.account_id and a.role = 'owner')`;
