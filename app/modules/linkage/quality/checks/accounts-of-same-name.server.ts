// Question: which accounts share a name, so that one customer may have been recorded twice?
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { FindingsQuery } from "../findings-query.server";

/** Each with the numbers of all that share it, so that twins are told from a row alone; twins out of reach are not told of. */
export const accountsOfSameName: FindingsQuery = (db, { scope }) => db`
  select s.account_id as id, s.scope_unit_id as unit_id, s.account_id, s.name as account_name, null::uuid as employee_id,
         null as employee_name, twice.numbers as detail, s.acquired_on as day, null::date as against,
         null::bigint as amount_minor, null as currency, null::int as entries
  from account_summaries s
  join (select lower(regexp_replace(trim(o.name), '\\s+', ' ', 'g')) as plain,
               string_agg(o.account_number, ', ' order by o.account_number) as numbers
        from account_summaries o where o.status <> 'archived' and ${accountsInScope(db, scope, "o")}
        group by 1 having count(*) > 1) twice
    on twice.plain = lower(regexp_replace(trim(s.name), '\\s+', ' ', 'g'))
  where s.status <> 'archived'`;
