// Question: on which days do an account's owners have more than the whole of it between them?
import type { FindingsQuery } from "../findings-query.server";

/** Looked at on each day somebody becomes an owner: the sum can only grow then. Names are looked up for what was found. */
export const ownersBeyondWhole: FindingsQuery = (db) => db`
  select found.id, s.scope_unit_id as unit_id, found.account_id, s.name as account_name, null::uuid as employee_id,
         null as employee_name, owners.detail, found.starts_on as day, null::date as against, null::bigint as amount_minor,
         null as currency, null::int as entries
  from (
    select a.id, a.account_id, a.starts_on
    from (select distinct on (account_id, starts_on) account_id, id, starts_on from assignments
          where role = 'owner' order by account_id, starts_on, id) a
    join assignments b on b.account_id = a.account_id and b.role = 'owner' and b.share is not null
      and b.starts_on <= a.starts_on and (b.ends_on is null or b.ends_on > a.starts_on)
    group by a.id, a.account_id, a.starts_on having sum(b.share) > 1) found
  join account_summaries s on s.account_id = found.account_id
  cross join lateral (
    select string_agg(e.name || ' ' || trim_scale(b.share)::text, ', ' order by e.name) as detail
    from assignments b join employees e on e.id = b.employee_id
    where b.account_id = found.account_id and b.role = 'owner' and b.share is not null
      and b.starts_on <= found.starts_on and (b.ends_on is null or b.ends_on > found.starts_on)) owners`;
