// Question: which accounts has nobody ever been the account manager of?
import type { FindingsQuery } from "../findings-query.server";

export const accountsNeverOwned: FindingsQuery = (db) => db`
  select s.account_id as id, s.scope_unit_id as unit_id, s.account_id, s.name as account_name, null::uuid as employee_id,
         null as employee_name, null as detail, s.acquired_on as day, null::date as against, null::bigint as amount_minor,
         null as currency, null::int as entries
  from account_summaries s
  where s.status <> 'archived' and s.owner_id is null
    and not exists (select 1 from assignments a where a.account_id = s.account_id and a.role = 'owner')`;
