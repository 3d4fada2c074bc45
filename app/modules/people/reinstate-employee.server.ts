import { fromCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { refuseFields } from "./refuse-fields";
import { writeToEmployee } from "./write-to-employee.server";

/** Takes back a departure recorded by mistake: the employment and the spell that ended with it run on. */
export function reinstateEmployee(scope: Scope<"people.write">, employeeId: string): Promise<void> {
  return writeToEmployee(scope, employeeId, async (tx, employee) => {
    if (employee.leftOn === null) throw refuseFields({ form: { key: "hasNotLeft" } });
    const before = await tx.employee.findUniqueOrThrow({
      where: { id: employeeId },
      select: { leaveReason: true, regretted: true },
    });
    await tx.employmentSpell.updateMany({
      where: { employeeId, endsOn: fromCalendarDate(employee.leftOn) },
      data: { endsOn: null },
    });
    await tx.employee.update({
      where: { id: employeeId },
      data: { leftOn: null, leaveReason: null, regretted: null },
      select: { id: true },
    });
    return {
      result: undefined,
      action: "employee.reinstate",
      detail: { before: { leftOn: employee.leftOn, ...before } },
    };
  });
}
