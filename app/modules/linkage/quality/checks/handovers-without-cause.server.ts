// Question: which handovers do not say why the one before stopped? The rule of a handover: panel/handover-rows.ts.
import type { FindingsQuery } from "../findings-query.server";

export const handoversWithoutCause: FindingsQuery = (db, { today }) => db`
  select gone.id, s.scope_unit_id as unit_id, gone.account_id, s.name as account_name, e.id as employee_id,
         e.name as employee_name, null as detail, gone.ends_on as day, null::date as against, null::bigint as amount_minor,
         null as currency, null::int as entries
  from assignments gone
  join employees e on e.id = gone.employee_id and (e.left_on is null or e.left_on > gone.ends_on)
  join account_summaries s on s.account_id = gone.account_id
  where gone.role = 'owner' and gone.end_cause is null and gone.ends_on <= ${today}::date
    and exists (
      select 1 from assignments taken
      where taken.account_id = gone.account_id and taken.role = 'owner' and taken.employee_id <> gone.employee_id
        and taken.starts_on > gone.starts_on and taken.starts_on >= gone.ends_on - interval '3 months'
        and taken.starts_on <= ${today}::date and (taken.ends_on is null or taken.ends_on > gone.ends_on))
    and not exists (
      select 1 from assignments same
      where same.account_id = gone.account_id and same.role = 'owner' and same.employee_id = gone.employee_id
        and same.id <> gone.id and same.starts_on <= gone.ends_on and (same.ends_on is null or same.ends_on > gone.ends_on))`;
