import { v7 as uuidv7 } from "uuid";
import { fromCalendarDate } from "~/kernel/calendar";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { refuseFields } from "./refuse-fields";
import type { TrainingInput } from "./training-record";
import { writeToEmployee } from "./write-to-employee.server";

/** Enters one completed course; its fee, which is a cost of the person, only for those who may enter pay. */
export function recordTraining(
  scope: Scope<"people.write">,
  employeeId: string,
  input: TrainingInput,
): Promise<void> {
  const fee = can(scope.roles, "pay.write") ? input.fee : null;
  return writeToEmployee(scope, employeeId, async (tx, employee) => {
    if (input.completedOn < employee.hiredOn)
      throw refuseFields({ completedOn: { key: "notBeforeHire", params: { date: employee.hiredOn } } });
    await tx.trainingRecord.create({
      data: {
        id: uuidv7(),
        employeeId,
        course: input.course,
        hours: input.hours,
        completedOn: fromCalendarDate(input.completedOn),
        costMinor: fee?.minor ?? null,
        currency: fee?.currency ?? null,
        score: input.score,
      },
      select: { id: true },
    });
    return {
      result: undefined,
      action: "training.record",
      detail: {
        course: input.course,
        hours: input.hours,
        completedOn: input.completedOn,
        ...(fee && { pay: { feeMinor: fee.minor.toString(), currency: fee.currency } }),
      },
    };
  });
}
