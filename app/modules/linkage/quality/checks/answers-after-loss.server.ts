// Question: which customers answered about their satisfaction after they were lost?
import type { FindingsQuery } from "../findings-query.server";

export const answersAfterLoss: FindingsQuery = (db) => db`
  select r.id, s.scope_unit_id as unit_id, c.id as account_id, c.name as account_name, null::uuid as employee_id,
         null as employee_name, upper(r.kind::text) || ' ' || r.score as detail, r.answered_on as day, c.churned_on as against,
         null::bigint as amount_minor, null as currency, null::int as entries
  from accounts c
  join account_summaries s on s.account_id = c.id
  cross join lateral (
    select * from satisfaction_responses a where a.account_id = c.id and a.answered_on >= c.churned_on offset 0) r
  where c.churned_on is not null`;
