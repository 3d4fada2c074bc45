import { fromCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import type { EmployeeInput } from "./employee";
import { refuseFields } from "./refuse-fields";
import { writeToEmployee } from "./write-to-employee.server";

/** Corrects the person's own facts. A corrected day of joining moves the first spell's beginning with it. */
export function updateEmployee(
  scope: Scope<"people.write">,
  employeeId: string,
  input: EmployeeInput,
): Promise<void> {
  return writeToEmployee(scope, employeeId, async (tx, employee) => {
    const hiredOn = fromCalendarDate(input.hiredOn);
    if (employee.leftOn !== null && employee.leftOn <= input.hiredOn)
      throw refuseFields({ hiredOn: { key: "notBeforeLeaving", params: { date: employee.leftOn } } });
    const first = await tx.employmentSpell.findFirst({
      where: { employeeId },
      orderBy: { startsOn: "asc" },
      select: { id: true, endsOn: true },
    });
    if (first?.endsOn && first.endsOn <= hiredOn) {
      const date = first.endsOn.toISOString().slice(0, 10);
      throw refuseFields({ hiredOn: { key: "beforeNextChange", params: { date } } });
    }
    if (first) {
      await tx.employmentSpell.update({
        where: { id: first.id },
        data: { startsOn: hiredOn },
        select: { id: true },
      });
    }
    const before = await tx.employee.findUniqueOrThrow({
      where: { id: employeeId },
      select: { employeeNumber: true, name: true, email: true, serviceOrientation: true },
    });
    await tx.employee.update({
      where: { id: employeeId },
      data: {
        employeeNumber: input.employeeNumber,
        name: input.name,
        email: input.email,
        hiredOn,
        serviceOrientation: input.serviceOrientation,
      },
      select: { id: true },
    });
    return {
      result: undefined,
      action: "employee.update",
      detail: {
        before: {
          number: before.employeeNumber,
          name: before.name,
          email: before.email,
          hiredOn: employee.hiredOn,
          serviceOrientation: before.serviceOrientation?.toString() ?? null,
        },
        after: {
          number: input.employeeNumber,
          name: input.name,
          email: input.email,
          hiredOn: input.hiredOn,
          serviceOrientation: input.serviceOrientation,
        },
      },
    };
  });
}
