// Question: which revenue was booked after the account was lost? Credits are expected then and do not count.
import type { FindingsQuery } from "../findings-query.server";

export const revenueAfterLoss: FindingsQuery = (db) => db`
  select r.id, s.scope_unit_id as unit_id, c.id as account_id, c.name as account_name, null::uuid as employee_id,
         null as employee_name, coalesce(r.product, r.external_id) as detail, r.booked_on as day, c.churned_on as against,
         r.amount_minor, r.currency::text as currency, null::int as entries
  from accounts c
  join account_summaries s on s.account_id = c.id
  cross join lateral (
    select * from revenue_entries e
    where e.account_id = c.id and e.booked_on >= c.churned_on and e.amount_minor > 0 offset 0) r
  where c.churned_on is not null`;
