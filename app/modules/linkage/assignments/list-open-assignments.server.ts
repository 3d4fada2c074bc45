// Question: which assignments does this person hold, or this account have, that somebody could take over, and which
// accounts did a leaver manage last that nobody has taken since?
import { type SqlRunner, sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { AssignmentRole } from "./assignment";

export interface OpenAssignment {
  readonly id: string;
  readonly accountId: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly revenue12mMinor: bigint;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly role: AssignmentRole;
  /** 0–1; null where nobody recorded it. */
  readonly share: number | null;
  readonly startsOn: CalendarDate;
  /** Set where the assignment has ended and the account waits for its next account manager. */
  readonly endsOn: CalendarDate | null;
  /** First day the holder is no longer employed, where that is known. */
  readonly holderLeftOn: CalendarDate | null;
  readonly alreadyHeldBy: readonly string[];
}

/** A person's assignments, those of one account, or who manages each of several. */
export type HandoverOf =
  | { readonly employeeId: string }
  | { readonly accountId: string }
  | { readonly accountIds: readonly string[] };

/** Owners before other roles, largest revenue first; only accounts that are still customers. */
export async function listOpenAssignments(
  scope: Scope<"assignments.write">,
  of: HandoverOf,
): Promise<OpenAssignment[]> {
  const run = sql();
  const which =
    "employeeId" in of
      ? run`a.employee_id = ${of.employeeId}`
      : "accountId" in of
        ? run`a.account_id = ${of.accountId}`
        : run`a.account_id = any(${[...of.accountIds]}::uuid[]) and a.role = 'owner'`;
  return run<OpenAssignment[]>`
    select a.id, a.account_id, s.account_number, s.name as account_name, s.revenue_12m_minor as "revenue12mMinor",
           a.employee_id, e.name as employee_name, a.role, a.share::float8 as share, a.starts_on, a.ends_on, e.left_on as holder_left_on,
           array(select o.employee_id::text from assignments o
                 where o.account_id = a.account_id and o.role = a.role and o.ends_on is null) as already_held_by
    from assignments a join account_summaries s on s.account_id = a.account_id join employees e on e.id = a.employee_id
    where ${which} and (a.ends_on is null or ${waitsForNext(run)}) and s.status = 'customer' and ${accountsInScope(run, scope)}
    order by a.role = 'owner' desc, s.revenue_12m_minor desc, a.account_id, a.id
    limit 500`;
}

/** Where-fragment over an ended assignment `a` and the account's summary `s`: the last owner's, and nobody took over. */
export function waitsForNext(run: SqlRunner) {
  return run`(a.role = 'owner' and s.owner_id is null and not exists (
    select 1 from assignments later where later.account_id = a.account_id and later.role = 'owner'
      and (later.starts_on, later.id) > (a.starts_on, a.id)))`;
}
