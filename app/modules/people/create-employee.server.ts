import { v7 as uuidv7 } from "uuid";
import { queueRollup } from "~/db/rollup-queue";
import { runInPrisma } from "~/db/run-statement.server";
import { writeTransaction } from "~/db/transaction.server";
import { fromCalendarDate } from "~/kernel/calendar";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import type { NewEmployeeInput } from "./employee";
import { refuseFields } from "./refuse-fields";
import { resolveContract } from "./resolve-contract.server";
import { refusing } from "./write-to-employee.server";

/** A new employee with the first spell, which begins on the day of joining; gives the id. */
export function createEmployee(scope: Scope<"people.write">, input: NewEmployeeInput): Promise<string> {
  const id = uuidv7();
  const salary = can(scope.roles, "pay.write") ? input.salary : null;
  return refusing(() =>
    writeTransaction(scope.actor, async (tx) => {
      if (input.managerNumber === input.employeeNumber)
        throw refuseFields({ managerNumber: { key: "ownManager" } });
      const contract = await resolveContract(tx, input);
      await tx.employee.create({
        data: {
          id,
          employeeNumber: input.employeeNumber,
          name: input.name,
          email: input.email,
          hiredOn: fromCalendarDate(input.hiredOn),
          serviceOrientation: input.serviceOrientation,
        },
        select: { id: true },
      });
      await tx.employmentSpell.create({
        data: {
          id: uuidv7(),
          employeeId: id,
          startsOn: fromCalendarDate(input.hiredOn),
          ...contract,
          jobTitle: input.jobTitle,
          fte: input.fte,
          annualSalaryMinor: salary?.minor ?? null,
          currency: salary?.currency ?? null,
        },
        select: { id: true },
      });
      await runInPrisma(tx, queueRollup("employee", [id]));
      return {
        result: id,
        audit: {
          action: "employee.create",
          subjectType: "employee",
          subjectId: id,
          subjectName: input.name,
          detail: {
            number: input.employeeNumber,
            hiredOn: input.hiredOn,
            unit: input.unitCode,
            jobTitle: input.jobTitle,
            fte: input.fte,
            ...(salary && { pay: { annualSalaryMinor: salary.minor.toString(), currency: salary.currency } }),
          },
        },
      };
    }),
  );
}
