import { v7 as uuidv7 } from "uuid";
import { type SqlRunner, sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import type { CalendarDate } from "~/kernel/calendar";
import { isUuid } from "~/kernel/uuid";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { AssignmentEndCause, AssignmentRole } from "./assignment";
import { changeAssignments, refuseField } from "./change-assignments.server";

export interface OneAssignment {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly role: AssignmentRole;
  /** 0–1. */
  readonly share: number | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
}

/** Throws `not_found` for one that is unknown, malformed, out of scope or another account's. */
export async function getAssignment(
  scope: Scope<"assignments.write">,
  accountId: string,
  assignmentId: string,
  run: SqlRunner = sql(),
): Promise<OneAssignment> {
  if (!isUuid(accountId) || !isUuid(assignmentId)) throw new AppError("not_found", "No such assignment");
  const [row] = await run<OneAssignment[]>`
    select a.id, a.account_id, s.name as account_name, a.employee_id, e.name as employee_name, a.role, a.share::float8 as share, a.starts_on, a.ends_on
    from assignments a join account_summaries s on s.account_id = a.account_id join employees e on e.id = a.employee_id
    where a.account_id = ${accountId} and a.id = ${assignmentId} and ${accountsInScope(run, scope)}`;
  if (!row) throw new AppError("not_found", "No such assignment");
  return row;
}

export async function endAssignment(
  scope: Scope<"assignments.write">,
  accountId: string,
  assignmentId: string,
  end: { readonly endsOn: CalendarDate; readonly cause: AssignmentEndCause },
): Promise<void> {
  await changeAssignments(scope, async (tx, company) => {
    const assignment = await getAssignment(scope, accountId, assignmentId, tx);
    if (assignment.endsOn !== null) throw refuseField("form", "assignmentEnded");
    if (end.endsOn <= assignment.startsOn) throw refuseField("endsOn", "endBeforeStart");
    if (end.endsOn > company.today) throw refuseField("endsOn", "inFuture");
    await tx`update assignments set ends_on = ${end.endsOn}, end_cause = ${end.cause}
             where account_id = ${accountId} and id = ${assignmentId} and ends_on is null`;
    return {
      result: null,
      accountIds: [accountId],
      employeeIds: [assignment.employeeId],
      audit: [describe("assignment.end", assignment, { endsOn: end.endsOn, cause: end.cause })],
    };
  });
}

/** A new share is a new period in the same role: the old share stays true for its own time. */
export async function changeShare(
  scope: Scope<"assignments.write">,
  accountId: string,
  assignmentId: string,
  change: { readonly sharePercent: number | null; readonly changedOn: CalendarDate },
): Promise<void> {
  await changeAssignments(scope, async (tx, company) => {
    const assignment = await getAssignment(scope, accountId, assignmentId, tx);
    if (assignment.endsOn !== null) throw refuseField("form", "assignmentEnded");
    if (change.changedOn > company.today) throw refuseField("changedOn", "inFuture");
    if (change.changedOn < assignment.startsOn) throw refuseField("changedOn", "endBeforeStart");
    if (change.changedOn === assignment.startsOn) {
      await tx`update assignments set share = ${change.sharePercent} where account_id = ${accountId} and id = ${assignmentId}`;
    } else {
      await tx`update assignments set ends_on = ${change.changedOn}, end_cause = 'planned' where account_id = ${accountId} and id = ${assignmentId}`;
      await tx`insert into assignments (account_id, id, employee_id, role, share, starts_on)
               values (${accountId}, ${uuidv7()}, ${assignment.employeeId}, ${assignment.role}, ${change.sharePercent}, ${change.changedOn})`;
    }
    return {
      result: null,
      accountIds: [accountId],
      employeeIds: [assignment.employeeId],
      audit: [
        describe("assignment.share", assignment, {
          shareBefore: assignment.share,
          share: change.sharePercent,
          changedOn: change.changedOn,
        }),
      ],
    };
  });
}

function describe(
  action: string,
  assignment: OneAssignment,
  detail: Readonly<Record<string, string | number | null>>,
) {
  return {
    action,
    subjectType: "account",
    subjectId: assignment.accountId,
    subjectName: assignment.accountName,
    detail: { who: assignment.employeeName, role: assignment.role, ...detail },
  };
}
