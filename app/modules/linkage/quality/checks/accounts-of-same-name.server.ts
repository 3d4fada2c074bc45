// Question: which accounts share a name, so that one customer may have been recorded twice?
import type { FindingsQuery } from "../findings-query.server";

export const accountsOfSameName: FindingsQuery = (db) => db`
  select s.account_id as id, s.scope_unit_id as unit_id, s.account_id, s.name as account_name, null::uuid as employee_id,
         null as employee_name, s.account_number as detail, s.acquired_on as day, null::date as against,
         null::bigint as amount_minor, null as currency, null::int as entries
  from account_summaries s
  join (select lower(regexp_replace(trim(name), '\\s+', ' ', 'g')) as plain from account_summaries where status <> 'archived'
        group by 1 having count(*) > 1) twice
    on twice.plain = lower(regexp_replace(trim(s.name), '\\s+', ' ', 'g'))
  where s.status <> 'archived'`;
