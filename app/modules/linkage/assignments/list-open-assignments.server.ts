// Question: which assignments does this person hold, or this account have, that somebody could take over?
import { sql } from "~/db/sql.server";
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
  /** First day the holder is no longer employed, where that is known. */
  readonly holderLeftOn: CalendarDate | null;
  readonly alreadyHeldBy: readonly string[];
}

/** Largest revenue first, owners before other roles; those without an end date on accounts that are still customers. */
export async function listOpenAssignments(
  scope: Scope<"assignments.write">,
  of: { readonly employeeId: string } | { readonly accountId: string },
): Promise<OpenAssignment[]> {
  const run = sql();
  const which =
    "employeeId" in of ? run`a.employee_id = ${of.employeeId}` : run`a.account_id = ${of.accountId}`;
  return run<OpenAssignment[]>`
    select a.id, a.account_id, s.account_number, s.name as account_name, s.revenue_12m_minor as "revenue12mMinor",
           a.employee_id, e.name as employee_name, a.role, a.share::float8 as share, a.starts_on, e.left_on as holder_left_on,
           array(select o.employee_id::text from assignments o
                 where o.account_id = a.account_id and o.role = a.role and o.ends_on is null) as already_held_by
    from assignments a join account_summaries s on s.account_id = a.account_id join employees e on e.id = a.employee_id
    where ${which} and a.ends_on is null and s.status = 'customer' and ${accountsInScope(run, scope)}
    order by a.role = 'owner' desc, s.revenue_12m_minor desc, a.account_id, a.id
    limit 500`;
}
