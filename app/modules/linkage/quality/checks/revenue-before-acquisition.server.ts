// Question: which revenue was booked before the account was acquired?
import type { FindingsQuery } from "../findings-query.server";

export const revenueBeforeAcquisition: FindingsQuery = (db) => db`
  select r.id, s.scope_unit_id as unit_id, c.id as account_id, c.name as account_name, null::uuid as employee_id,
         null as employee_name, coalesce(r.product, r.external_id) as detail, r.booked_on as day, c.acquired_on as against,
         r.amount_minor, r.currency::text as currency, null::int as entries
  from accounts c
  join account_summaries s on s.account_id = c.id
  -- Along the index, account by account: next to nothing is booked before the day, and the ledger is long.
  cross join lateral (
    select * from revenue_entries e where e.account_id = c.id and e.booked_on < c.acquired_on offset 0) r`;
