import { v7 as uuidv7 } from "uuid";
import { AppError } from "~/kernel/app-error";
import type { CalendarDate } from "~/kernel/calendar";
import { employeesInScope, requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { changeAssignments, refuseField } from "./change-assignments.server";
import type { AssignmentEntry } from "./handover";

/** Puts a colleague on the account in one more role. Throws `invalid` with the field at fault. */
export async function assignEmployee(
  scope: Scope<"assignments.write">,
  accountId: string,
  entry: AssignmentEntry,
): Promise<void> {
  await changeAssignments(scope, async (tx) => {
    await requireAccountInScope(tx, scope, accountId);
    const [account] = await tx<{ name: string; acquiredOn: CalendarDate; churnedOn: CalendarDate | null }[]>`
      select name, acquired_on, churned_on from accounts where id = ${accountId} and archived_at is null for update`;
    if (!account) throw new AppError("not_found", "No such account");
    const [employee] = await tx<
      { id: string; name: string; hiredOn: CalendarDate; leftOn: CalendarDate | null }[]
    >`
      select p.id, p.name, p.hired_on, p.left_on from employees p join employee_summaries e on e.employee_id = p.id
      where p.employee_number = ${entry.employeeNumber} and ${employeesInScope(tx, scope)}`;
    if (!employee) throw refuseField("employeeNumber", "unknownEmployee", { number: entry.employeeNumber });
    if (
      entry.startsOn < employee.hiredOn ||
      (employee.leftOn !== null && entry.startsOn >= employee.leftOn)
    ) {
      throw refuseField("startsOn", "notEmployedOn", { name: employee.name });
    }
    if (account.churnedOn !== null && entry.startsOn >= account.churnedOn)
      throw refuseField("startsOn", "accountLost");
    await tx`insert into assignments (account_id, id, employee_id, role, share, starts_on)
             values (${accountId}, ${uuidv7()}, ${employee.id}, ${entry.role}, ${entry.sharePercent}, ${entry.startsOn})`;
    return {
      result: null,
      accountIds: [accountId],
      employeeIds: [employee.id],
      audit: [
        {
          action: "assignment.create",
          subjectType: "account",
          subjectId: accountId,
          subjectName: account.name,
          detail: {
            to: employee.name,
            role: entry.role,
            share: entry.sharePercent,
            startsOn: entry.startsOn,
          },
        },
      ],
    };
  });
}
