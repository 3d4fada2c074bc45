import type { PrismaTransaction } from "~/db/client.server";
import { queueRollup } from "~/db/rollup-queue";
import { runInPrisma } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import { type AuditEntry, writeTransaction } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { type CalendarDate, toCalendarDate } from "~/kernel/calendar";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { refusalOf } from "./refuse-fields";

export interface WrittenEmployee {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly hiredOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
}

interface Written<Result> {
  readonly result: Result;
  readonly action: string;
  readonly detail: NonNullable<AuditEntry["detail"]>;
}

/**
 * One write to one employee in scope: the work, its audit event and the note that the rollups are behind commit together.
 * Unknown, malformed, archived and out of scope are NOT FOUND alike; what the database refuses becomes a field's error.
 */
export async function writeToEmployee<Result>(
  scope: Scope<"people.write" | "pay.write">,
  employeeId: string,
  work: (tx: PrismaTransaction, employee: WrittenEmployee) => Promise<Written<Result>>,
): Promise<Result> {
  await requireEmployeeInScope(sql(), scope, employeeId);
  return refusing(() =>
    writeTransaction(scope.actor, async (tx) => {
      // Two changes to one person wait for each other.
      await tx.$queryRaw`select 1 from employees where id = ${employeeId}::uuid for update`;
      const found = await tx.employee.findFirst({
        where: { id: employeeId, archivedAt: null },
        select: { id: true, name: true, employeeNumber: true, hiredOn: true, leftOn: true },
      });
      if (!found) throw new AppError("not_found", "No such employee");
      const { result, action, detail } = await work(tx, {
        id: found.id,
        name: found.name,
        number: found.employeeNumber,
        hiredOn: toCalendarDate(found.hiredOn),
        leftOn: found.leftOn && toCalendarDate(found.leftOn),
      });
      await runInPrisma(tx, queueRollup("employee", [employeeId]));
      return {
        result,
        audit: { action, detail, subjectType: "employee", subjectId: employeeId, subjectName: found.name },
      };
    }),
  );
}

/** Runs the work; a rule of the database that it broke comes back as a refused field. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}
