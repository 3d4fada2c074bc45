import { fromCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import type { CostInput } from "./cost-entry";
import { writeToEmployee } from "./write-to-employee.server";

/** Enters one dated cost. `entryId` comes with the form, so that sending it twice enters it once. */
export function addCost(
  scope: Scope<"pay.write">,
  employeeId: string,
  entryId: string,
  input: CostInput,
): Promise<void> {
  return writeToEmployee(scope, employeeId, async (tx) => {
    const { count } = await tx.costEntry.createMany({
      data: [
        {
          id: entryId,
          employeeId,
          category: input.category,
          kind: input.kind,
          amountMinor: input.money.minor,
          currency: input.money.currency,
          incurredOn: fromCalendarDate(input.incurredOn),
          note: input.note,
        },
      ],
      skipDuplicates: true,
    });
    return {
      result: undefined,
      action: "cost.record",
      detail: {
        category: input.category,
        incurredOn: input.incurredOn,
        pay: { amountMinor: input.money.minor.toString(), currency: input.money.currency },
        ...(count === 0 && { repeated: true }),
      },
    };
  });
}
