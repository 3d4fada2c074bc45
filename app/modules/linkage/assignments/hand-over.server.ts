import { v7 as uuidv7 } from "uuid";
import type { SqlTransaction } from "~/db/sql.server";
import type { AuditEntry } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import type { CalendarDate } from "~/kernel/calendar";
import { isUuid } from "~/kernel/uuid";
import { accountsInScope, employeesInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { AssignmentRole } from "./assignment";
import { changeAssignments, refuseField } from "./change-assignments.server";
import type { HandoverDetails } from "./handover";
import { waitsForNext } from "./list-open-assignments.server";

interface HeldAssignment {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly role: AssignmentRole;
  readonly share: string | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly acquiredOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
}

interface Taker {
  readonly id: string;
  readonly name: string;
  readonly hiredOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
}

/**
 * Ends each chosen assignment and starts the successor's in the same role with the same share, all in one transaction;
 * the old rows stay as history. Someone who left before the handover stopped serving on the day they left, so the gap
 * shows. Throws `invalid` with the field at fault, `not_found` for an assignment or person out of scope. Gives the
 * number handed over.
 */
export async function handOver(
  scope: Scope<"assignments.write">,
  details: HandoverDetails,
  choices: Readonly<Record<string, string | null>>,
): Promise<number> {
  const chosen = Object.entries(choices).filter((entry): entry is [string, string] => entry[1] !== null);
  if (chosen.length === 0) throw refuseField("form", "chooseSuccessor");
  return changeAssignments(scope, async (tx, company) => {
    if (details.handedOn > company.today) throw refuseField("handedOn", "inFuture");
    const held = await lockHeld(
      tx,
      scope,
      chosen.map(([id]) => id),
    );
    const takers = await findTakers(
      tx,
      scope,
      chosen.map(([, employeeId]) => employeeId),
    );
    const audit: AuditEntry[] = [];
    const employeeIds = new Set<string>();
    for (const [assignmentId, takerId] of chosen) {
      const assignment = held.get(assignmentId);
      const taker = takers.get(takerId);
      if (!assignment || !taker) throw new AppError("not_found", "No such assignment or colleague");
      requirePossible(assignment, taker, details.handedOn);
      if (assignment.endsOn === null) {
        await tx`update assignments set ends_on = ${endOf(assignment, details.handedOn)}, end_cause = ${details.cause}
                 where account_id = ${assignment.accountId} and id = ${assignment.id}`;
      }
      await tx`insert into assignments (account_id, id, employee_id, role, share, starts_on)
               values (${assignment.accountId}, ${uuidv7()}, ${taker.id}, ${assignment.role}, ${assignment.share}, ${details.handedOn})`;
      employeeIds.add(assignment.employeeId).add(taker.id);
      audit.push({
        action: "assignment.handover",
        subjectType: "account",
        subjectId: assignment.accountId,
        subjectName: assignment.accountName,
        detail: {
          role: assignment.role,
          from: assignment.employeeName,
          to: taker.name,
          handedOn: details.handedOn,
          cause: details.cause,
        },
      });
    }
    const accountIds = [...new Set([...held.values()].map((assignment) => assignment.accountId))];
    return { result: chosen.length, accountIds, employeeIds: [...employeeIds], audit };
  });
}

/** The first day without the holder: where it ended already, the day of the handover, or an earlier departure. */
function endOf(assignment: HeldAssignment, handedOn: CalendarDate): CalendarDate {
  if (assignment.endsOn !== null) return assignment.endsOn;
  return assignment.leftOn !== null && assignment.leftOn < handedOn ? assignment.leftOn : handedOn;
}

function requirePossible(assignment: HeldAssignment, taker: Taker, handedOn: CalendarDate): void {
  const field = `to.${assignment.id}`;
  if (taker.id === assignment.employeeId) throw refuseField(field, "samePerson", { name: taker.name });
  if (handedOn < taker.hiredOn || (taker.leftOn !== null && handedOn >= taker.leftOn))
    throw refuseField(field, "notEmployedOn", { name: taker.name });
  if (handedOn < (assignment.endsOn ?? handedOn) || endOf(assignment, handedOn) <= assignment.startsOn)
    throw refuseField("handedOn", "beforeAssignment", { name: assignment.accountName });
}

async function lockHeld(
  tx: SqlTransaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, HeldAssignment>> {
  if (!ids.every(isUuid)) throw new AppError("not_found", "No such assignment");
  const rows = await tx<HeldAssignment[]>`
    select a.id, a.account_id, s.name as account_name, a.employee_id, e.name as employee_name, a.role, a.share::text as share,
           a.starts_on, a.ends_on, s.acquired_on, e.left_on
    from assignments a join account_summaries s on s.account_id = a.account_id join employees e on e.id = a.employee_id
    where a.id = any(${[...ids]}::uuid[]) and (a.ends_on is null or ${waitsForNext(tx)}) and ${accountsInScope(tx, scope)}
    order by a.account_id, a.id for update of a`;
  return new Map(rows.map((row) => [row.id, row]));
}

async function findTakers(
  tx: SqlTransaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, Taker>> {
  if (!ids.every(isUuid)) throw new AppError("not_found", "No such colleague");
  const rows = await tx<Taker[]>`
    select e.employee_id as id, e.name, p.hired_on, p.left_on
    from employee_summaries e join employees p on p.id = e.employee_id
    where e.employee_id = any(${[...ids]}::uuid[]) and ${employeesInScope(tx, scope)}`;
  return new Map(rows.map((row) => [row.id, row]));
}
