import { type PanelScope, within } from "./panel-scope";

/**
 * CTEs `owners` and `handover_rows (account_id, handed_on, after_departure, cause, to_new_hire)`. An owner who stops is handed over to the
 * first other owner who starts from three months before that day on; it happens on the later of the two days. Someone
 * who merely goes on with another share hands nothing over. Two who stop for the same successor are one handover. A new hire
 * is who was hired within the three months before the handover.
 */
export const handoverRows = (scope: PanelScope) => `
  owners as materialized (
    select a.account_id, a.id, a.employee_id, a.share, a.starts_on, a.ends_on, e.hired_on,
           coalesce(a.end_cause::text, case when e.left_on <= a.ends_on then 'departure' end) as cause
    from assignments a join employees e on e.id = a.employee_id
    where a.role = 'owner' and ${within(scope, "a.account_id")}),
  handover_rows as materialized (
    select account_id, handed_on, bool_or(cause = 'departure') as after_departure, min(cause) as cause,
           bool_or(hired_on > handed_on - interval '3 months') as to_new_hire
    from (
      select distinct on (gone.account_id, gone.id)
             gone.account_id, gone.cause, taken.hired_on, greatest(gone.ends_on, taken.starts_on) as handed_on
      from owners gone
      join owners taken on taken.account_id = gone.account_id and taken.employee_id <> gone.employee_id
        and taken.starts_on > gone.starts_on and taken.starts_on >= gone.ends_on - interval '3 months'
        and (taken.ends_on is null or taken.ends_on > gone.ends_on)
      where not exists (
        select 1 from owners same where same.account_id = gone.account_id and same.employee_id = gone.employee_id
          and same.id <> gone.id and same.starts_on <= gone.ends_on
          and (same.ends_on is null or same.ends_on > gone.ends_on))
      order by gone.account_id, gone.id, taken.starts_on, taken.id) each_owner
    where handed_on <= $1::date
    group by account_id, handed_on)`;
