// Question: whose time went to which account in one month?
import type { SqlTransaction } from "~/db/sql.server";
import type { AllocationParameters } from "./allocation-rule";
import type { AllocatedMonth } from "./gather-ledger-lines.server";

/** Time is counted in whole parts of a person's capacity, so that half of it is exactly half, whatever the month's days. */
const partsOfCapacity = 10_000_000;

/**
 * Fills the temporary table `account_time`: the parts of their capacity (and minutes) that each person with a cost in the month
 * gave to each account, and under a null account the practical capacity they did not use. Needs `capacity` and `logged_minutes`.
 *
 * Standard time is share × days × practical capacity; without a share the logged minutes stand in, and without those the
 * rule's standard share. Of the account time of a person (the standard time, or the logged time where that is more, at most
 * the capacity) the rule's weight follows the logged minutes and the rest the standard time. A cost dated before joining or
 * after leaving follows the accounts of the first or the last month employed.
 */
export async function gatherAccountTime(
  tx: SqlTransaction,
  month: AllocatedMonth,
  { minutesWeight, standardShare }: AllocationParameters,
): Promise<void> {
  await tx`
    create temp table account_time on commit drop as
    with given as (
      select a.employee_id, a.account_id, a.share::float8 * d.days as share_days, d.days, null::float8 as minutes, c.practical, c.person_days
      from capacity c
      join assignments a on a.employee_id = c.employee_id
        and a.starts_on < c.window_until and (a.ends_on is null or a.ends_on > c.window_first)
      cross join lateral (
        select least(coalesce(a.ends_on, c.window_until), c.window_until) - greatest(a.starts_on, c.window_first) as days) d
      union all
      select l.employee_id, l.account_id, null, null, l.minutes, c.practical, c.person_days
      from logged_minutes l join capacity c on c.employee_id = l.employee_id and c.window_first = ${month.first}::date
      where l.month = ${month.first}
      -- In this order both the accounts of a person and a person's sum are found without hashing or sorting them again.
      order by employee_id, account_id),
    time as (
      select employee_id, account_id, max(practical) as practical, coalesce(sum(minutes), 0) as logged,
             coalesce(nullif(sum(share_days) * max(practical) / max(person_days), 0), sum(minutes),
                      ${standardShare}::float8 * max(days) * max(practical) / max(person_days)) as standard
      from given group by employee_id, account_id),
    beside_sums as materialized (
      select *, least(practical, greatest(all_standard, all_logged)) as used
      from (select time.*, sum(standard) over person as all_standard, sum(logged) over person as all_logged
            from time window person as (partition by employee_id)) person_sums
      where all_standard > 0),
    spent as (
      select employee_id, account_id, logged = 0 as is_standard_time, practical,
             used * case when all_logged > 0
               then (1 - ${minutesWeight}::float8) * standard / all_standard + ${minutesWeight}::float8 * logged / all_logged
               else standard / all_standard end as minutes
      from beside_sums
      union all
      select employee_id, null, false, practical, practical - used
      from (select distinct employee_id, practical, used from beside_sums) person)
    select employee_id, account_id, is_standard_time, minutes, round(minutes / practical * ${partsOfCapacity})::bigint as parts
    from spent where round(minutes / practical * ${partsOfCapacity}) > 0`;
  await tx`analyze account_time (employee_id, account_id)`;
}

/** Fills the temporary table `logged_minutes` for months from the first to before `until`, in one pass over the interactions. */
export async function gatherLoggedMinutes(
  tx: SqlTransaction,
  { first, until }: AllocatedMonth,
  timeZone: string,
): Promise<void> {
  await tx`drop table if exists logged_minutes`;
  await tx`
    create temp table logged_minutes as
    select date_trunc('month', occurred_at at time zone ${timeZone})::date as month, employee_id, account_id, sum(minutes)::float8 as minutes
    from interactions
    where employee_id is not null and minutes > 0
      and occurred_at >= ${first}::date::timestamp at time zone ${timeZone}
      and occurred_at < ${until}::date::timestamp at time zone ${timeZone}
    group by 1, 2, 3`;
  await tx`create index logged_minutes_month on logged_minutes (month)`;
  await tx`analyze logged_minutes`;
}
