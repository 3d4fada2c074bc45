// Question: whose time went to which account in one month?
import type { SqlTransaction } from "~/db/sql.server";
import { type AllocationParameters, practicalMinutesPerDay } from "./allocation-rule";
import type { AllocatedMonth } from "./gather-ledger-lines.server";

/** Time is counted in whole parts of a person's capacity, so that half of it is exactly half, whatever the month's days. */
const partsOfCapacity = 10_000_000;

/**
 * Fills the temporary table `account_time`: the parts of their capacity (and minutes) that each person with a cost in the month
 * gave to each account, and under a null account the practical capacity they did not use. Needs `ledger_lines` and `logged_minutes`.
 *
 * Standard time is share × days × practical capacity; without a share the logged minutes stand in, and without those the
 * rule's standard share. Of the account time of a person (the standard time, or the logged time where that is more, at most
 * the capacity) the rule's weight follows the logged minutes and the rest the standard time. A cost dated before joining or
 * after leaving follows the accounts of the first or the last month employed.
 */
export async function gatherAccountTime(
  tx: SqlTransaction,
  month: AllocatedMonth,
  parameters: AllocationParameters,
): Promise<void> {
  const { minutesWeight, standardShare } = parameters;
  await tx`
    create temp table account_time on commit drop as
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
      from people),
    capacity as materialized (
      select w.employee_id, w.window_first, w.window_until, sum(d.days)::float8 as person_days,
             sum(d.days * s.fte)::float8 * ${practicalMinutesPerDay(parameters)}::float8 as practical
      from windows w
      join employment_spells s on s.employee_id = w.employee_id
        and s.starts_on < w.window_until and (s.ends_on is null or s.ends_on > w.window_first)
      cross join lateral (
        select least(coalesce(s.ends_on, w.window_until), w.window_until) - greatest(s.starts_on, w.window_first) as days) d
      group by 1, 2, 3),
    assigned as materialized (
      select c.employee_id, a.account_id, sum(a.share::float8 * d.days) * c.practical / c.person_days as by_share,
             ${standardShare}::float8 * max(d.days) * c.practical / c.person_days as by_standard
      from capacity c
      join assignments a on a.employee_id = c.employee_id
        and a.starts_on < c.window_until and (a.ends_on is null or a.ends_on > c.window_first)
      cross join lateral (
        select least(coalesce(a.ends_on, c.window_until), c.window_until) - greatest(a.starts_on, c.window_first) as days) d
      group by c.employee_id, a.account_id, c.practical, c.person_days),
    logged as materialized (
      select l.employee_id, l.account_id, l.minutes::float8 as minutes
      from logged_minutes l join capacity c on c.employee_id = l.employee_id and c.window_first = ${month.first}::date
      where l.month = ${month.first}),
    time as materialized (
      select coalesce(a.employee_id, l.employee_id) as employee_id, coalesce(a.account_id, l.account_id) as account_id,
             coalesce(nullif(a.by_share, 0), l.minutes, a.by_standard) as standard, coalesce(l.minutes, 0) as logged
      from assigned a full join logged l on l.employee_id = a.employee_id and l.account_id = a.account_id),
    totals as (
      select t.employee_id, c.practical, sum(t.standard) as standard, sum(t.logged) as logged,
             least(c.practical, greatest(sum(t.standard), sum(t.logged))) as used
      from time t join capacity c on c.employee_id = t.employee_id
      group by t.employee_id, c.practical),
    spent as (
      select t.employee_id, t.account_id, t.logged = 0 as is_standard_time,
             s.used * case when s.logged > 0
               then (1 - ${minutesWeight}::float8) * t.standard / s.standard + ${minutesWeight}::float8 * t.logged / s.logged
               else t.standard / s.standard end as minutes
      from time t join totals s on s.employee_id = t.employee_id
      where s.standard > 0)
    select s.employee_id, s.account_id, s.is_standard_time, s.minutes, round(s.minutes / t.practical * ${partsOfCapacity})::bigint as parts
    from spent s join totals t on t.employee_id = s.employee_id
    where round(s.minutes / t.practical * ${partsOfCapacity}) > 0
    union all
    select employee_id, null, false, practical - used, round((practical - used) / practical * ${partsOfCapacity})::bigint
    from totals where round((practical - used) / practical * ${partsOfCapacity}) > 0 and standard > 0`;
  await tx`analyze account_time`;
}

/** Fills the temporary table `logged_minutes` for months from the first to before `until`, in one pass over the interactions. */
export async function gatherLoggedMinutes(
  tx: SqlTransaction,
  { first, until }: AllocatedMonth,
  timeZone: string,
): Promise<void> {
  await tx`
    create temp table if not exists logged_minutes (
      month date not null, employee_id uuid not null, account_id uuid not null, minutes bigint not null)`;
  await tx`truncate logged_minutes`;
  await tx`
    insert into logged_minutes
    select date_trunc('month', occurred_at at time zone ${timeZone})::date as month, employee_id, account_id, sum(minutes)
    from interactions
    where employee_id is not null and minutes > 0
      and occurred_at >= ${first}::date::timestamp at time zone ${timeZone}
      and occurred_at < ${until}::date::timestamp at time zone ${timeZone}
    group by 1, 2, 3`;
  await tx`create index if not exists logged_minutes_month on logged_minutes (month)`;
  await tx`analyze logged_minutes`;
}
