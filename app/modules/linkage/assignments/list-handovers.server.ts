// Question: what was handed over in the last six months, and what still waits for somebody?
import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate } from "~/kernel/calendar";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { AssignmentEndCause, AssignmentRole } from "./assignment";
import { waitsForNext } from "./list-open-assignments.server";

export interface HandoverRow {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly role: AssignmentRole;
  readonly fromName: string;
  readonly fromId: string;
  readonly toName: string | null;
  readonly toId: string | null;
  readonly endedOn: CalendarDate;
  readonly startedOn: CalendarDate | null;
  /** Days nobody held the role between the two; 0 where one took over at once or they overlapped. */
  readonly uncoveredDays: number | null;
  readonly cause: AssignmentEndCause | null;
}

export interface WaitingLeaver {
  readonly id: string;
  readonly name: string;
  readonly leftOn: CalendarDate;
  readonly openAssignments: number;
  readonly ownedAccounts: number;
  readonly revenue12mMinor: bigint;
}

export interface UnownedAccount {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly unownedSince: CalendarDate | null;
  readonly revenue12mMinor: bigint;
}

/** Ended assignments with whoever took the role next; neither a change of share nor the loss of the account is a handover. */
export async function listRecentHandovers(
  scope: Scope<"assignments.write">,
  today: CalendarDate,
): Promise<HandoverRow[]> {
  const run = sql();
  const since = addMonths(`${today.slice(0, 7)}-01`, -6);
  return run<HandoverRow[]>`
    select a.account_id, s.account_number, s.name as account_name, a.role, e.name as from_name, e.id as from_id,
           t.name as to_name, t.id as to_id, a.ends_on as ended_on, t.starts_on as started_on,
           case when t.starts_on is not null then greatest(0, t.starts_on - a.ends_on) end as uncovered_days, a.end_cause as cause
    from assignments a join account_summaries s on s.account_id = a.account_id join employees e on e.id = a.employee_id
    left join lateral (
      select n.starts_on, p.id, p.name from assignments n join employees p on p.id = n.employee_id
      where n.account_id = a.account_id and n.role = a.role and n.employee_id <> a.employee_id
        and n.starts_on >= a.ends_on - 92 and n.starts_on > a.starts_on
      order by n.starts_on, n.id limit 1) t on true
    where a.ends_on between ${since} and ${today} and ${accountsInScope(run, scope)}
      and (s.churned_on is null or a.ends_on < s.churned_on)
      and not exists (select 1 from assignments same where same.account_id = a.account_id and same.role = a.role
        and same.employee_id = a.employee_id and same.starts_on = a.ends_on)
    order by a.ends_on desc, s.revenue_12m_minor desc, a.account_id, a.id
    limit 100`;
}

/** People who left or have given a leaving date, with assignments that nobody has taken over yet. */
export async function listWaitingLeavers(scope: Scope<"assignments.write">): Promise<WaitingLeaver[]> {
  const run = sql();
  return run<WaitingLeaver[]>`
    select e.id, e.name, e.left_on, count(*)::int as open_assignments,
           (count(*) filter (where a.role = 'owner'))::int as owned_accounts,
           coalesce(sum(s.revenue_12m_minor) filter (where a.role = 'owner'), 0)::bigint as "revenue12mMinor"
    from employees e join assignments a on a.employee_id = e.id
    join account_summaries s on s.account_id = a.account_id and s.status = 'customer'
      and (a.ends_on is null or ${waitsForNext(run)})
    where e.left_on is not null and ${accountsInScope(run, scope)}
    group by e.id order by "revenue12mMinor" desc, e.id limit 100`;
}

export async function listUnownedAccounts(scope: Scope<"assignments.write">): Promise<UnownedAccount[]> {
  const run = sql();
  return run<UnownedAccount[]>`
    select s.account_id, s.account_number, s.name, s.unowned_since, s.revenue_12m_minor as "revenue12mMinor"
    from account_summaries s where s.owner_id is null and s.status = 'customer' and ${accountsInScope(run, scope)}
    order by s.revenue_12m_minor desc, s.account_id limit 100`;
}
