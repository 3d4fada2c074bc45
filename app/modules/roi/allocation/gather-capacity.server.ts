// Question: how much time for customers had each person with a cost in one month?
import type { SqlTransaction } from "~/db/sql.server";
import { type AllocationParameters, practicalMinutesPerDay } from "./allocation-rule";
import type { AllocatedMonth } from "./gather-ledger-lines.server";

/**
 * Fills the temporary table `capacity`: the days and the practical minutes of each person in the window that their cost of the
 * month follows: the month itself, or the first or last month employed where the cost is dated before joining or after leaving.
 * Needs `ledger_lines`.
 */
export async function gatherCapacity(
  tx: SqlTransaction,
  month: AllocatedMonth,
  parameters: AllocationParameters,
): Promise<void> {
  await tx`
    create temp table capacity on commit drop as
    with people as (
      select s.employee_id,
             case when bool_or(s.starts_on < ${month.until} and (s.ends_on is null or s.ends_on > ${month.first})) then ${month.first}::date
                  when min(s.starts_on) >= ${month.until} then date_trunc('month', min(s.starts_on)::timestamp)::date
                  else date_trunc('month', (max(s.ends_on) filter (where s.ends_on <= ${month.first}) - 1)::timestamp)::date end as window_first
      from employment_spells s
      where s.employee_id in (select employee_id from ledger_lines where amount_minor <> 0)
      group by s.employee_id),
    windows as (
      select employee_id, window_first,
             case when window_first = ${month.first}::date then ${month.until}::date
                  else (window_first + interval '1 month')::date end as window_until
      from people)
    select w.employee_id, w.window_first, w.window_until, sum(d.days)::float8 as person_days,
           sum(d.days * s.fte)::float8 * ${practicalMinutesPerDay(parameters)}::float8 as practical
    from windows w
    join employment_spells s on s.employee_id = w.employee_id
      and s.starts_on < w.window_until and (s.ends_on is null or s.ends_on > w.window_first)
    cross join lateral (
      select least(coalesce(s.ends_on, w.window_until), w.window_until) - greatest(s.starts_on, w.window_first) as days) d
    group by 1, 2, 3`;
  // One row a person and its true size: what joins it then reads its table once and not person by person.
  await tx`create unique index on capacity (employee_id)`;
  await tx`analyze capacity`;
}
