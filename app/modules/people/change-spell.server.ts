import { v7 as uuidv7 } from "uuid";
import { fromCalendarDate, toCalendarDate } from "~/kernel/calendar";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import type { SpellInput } from "./employment-spell";
import { refuseFields } from "./refuse-fields";
import { resolveContract } from "./resolve-contract.server";
import { writeToEmployee } from "./write-to-employee.server";

/**
 * From a day on, something about the contract is different: the spell that covers the day ends there and the next one
 * runs to where that one would have ended. Whoever may not enter pay carries the present pay over.
 */
export function changeSpell(
  scope: Scope<"people.write">,
  employeeId: string,
  input: SpellInput,
): Promise<void> {
  return writeToEmployee(scope, employeeId, async (tx, employee) => {
    const startsOn = fromCalendarDate(input.startsOn);
    const covering = await tx.employmentSpell.findFirst({
      where: {
        employeeId,
        startsOn: { lte: startsOn },
        OR: [{ endsOn: null }, { endsOn: { gt: startsOn } }],
      },
    });
    if (!covering) {
      const isBefore = input.startsOn < employee.hiredOn;
      const date = isBefore ? employee.hiredOn : (employee.leftOn ?? input.startsOn);
      const key = isBefore ? "notBeforeHire" : "notBeforeLeaving";
      throw refuseFields({ startsOn: { key, params: { date } } });
    }
    if (toCalendarDate(covering.startsOn) === input.startsOn)
      throw refuseFields({ startsOn: { key: "alreadyRecorded" } });
    if (input.managerNumber === employee.number) throw refuseFields({ managerNumber: { key: "ownManager" } });
    const contract = await resolveContract(tx, input);
    const pay = can(scope.roles, "pay.write")
      ? { annualSalaryMinor: input.salary?.minor ?? null, currency: input.salary?.currency ?? null }
      : { annualSalaryMinor: covering.annualSalaryMinor, currency: covering.currency };
    const isSame =
      contract.orgUnitId === covering.orgUnitId &&
      contract.managerId === covering.managerId &&
      input.jobTitle === covering.jobTitle &&
      Number(input.fte) === covering.fte.toNumber() &&
      pay.annualSalaryMinor === covering.annualSalaryMinor &&
      (pay.annualSalaryMinor === null || pay.currency === covering.currency);
    if (isSame) throw refuseFields({ form: { key: "nothingChanged" } });
    await tx.employmentSpell.update({
      where: { id: covering.id },
      data: { endsOn: startsOn },
      select: { id: true },
    });
    await tx.employmentSpell.create({
      data: {
        id: uuidv7(),
        employeeId,
        startsOn,
        endsOn: covering.endsOn,
        ...contract,
        jobTitle: input.jobTitle,
        fte: input.fte,
        ...pay,
      },
      select: { id: true },
    });
    return {
      result: undefined,
      action: "employee.change_spell",
      detail: {
        startsOn: input.startsOn,
        unit: input.unitCode,
        jobTitle: input.jobTitle,
        manager: input.managerNumber,
        fte: input.fte,
        pay: {
          annualSalaryMinor: pay.annualSalaryMinor?.toString() ?? null,
          before: covering.annualSalaryMinor?.toString() ?? null,
          currency: pay.currency,
        },
      },
    };
  });
}
