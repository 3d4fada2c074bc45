import { fromCalendarDate, toCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import type { DepartureInput } from "./departure";
import { refuseFields } from "./refuse-fields";
import { writeToEmployee } from "./write-to-employee.server";

/**
 * The person leaves on a day: the employment and the spell in force end there. Assignments stay open until they are handed
 * over, so that no account loses its owner unnoticed.
 */
export function recordDeparture(
  scope: Scope<"people.write">,
  employeeId: string,
  input: DepartureInput,
): Promise<void> {
  return writeToEmployee(scope, employeeId, async (tx, employee) => {
    if (employee.leftOn !== null)
      throw refuseFields({ form: { key: "hasLeft", params: { date: employee.leftOn } } });
    if (input.leftOn <= employee.hiredOn) throw refuseFields({ leftOn: { key: "endBeforeStart" } });
    const leftOn = fromCalendarDate(input.leftOn);
    const last = await tx.employmentSpell.findFirst({
      where: { employeeId },
      orderBy: { startsOn: "desc" },
      select: { id: true, startsOn: true, endsOn: true },
    });
    if (last && last.startsOn >= leftOn) {
      const date = toCalendarDate(last.startsOn);
      throw refuseFields({ leftOn: { key: "afterLastChange", params: { date } } });
    }
    if (last && (last.endsOn === null || last.endsOn > leftOn)) {
      await tx.employmentSpell.update({
        where: { id: last.id },
        data: { endsOn: leftOn },
        select: { id: true },
      });
    }
    await tx.employee.update({
      where: { id: employeeId },
      data: { leftOn, leaveReason: input.leaveReason, regretted: input.regretted },
      select: { id: true },
    });
    return {
      result: undefined,
      action: "employee.depart",
      detail: { leftOn: input.leftOn, leaveReason: input.leaveReason, regretted: input.regretted },
    };
  });
}
