import { v7 as uuidv7 } from "uuid";
import { writeTransaction } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import { getScenarioBasis } from "./get-scenario-basis.server";
import { leversOf } from "./levers";
import { computeScenario, type LeverValues, usableValues } from "./scenario";

/** Draws anew on the server: what is stored is what our data say, not what a browser sent. */
export async function saveScenario(
  scope: Scope<"scenarios.write">,
  { name, values }: { name: string; values: LeverValues },
): Promise<string> {
  const { basis, stamp } = await getScenarioBasis(scope);
  const available = leversOf(basis);
  const levers = usableValues(available, values);
  const result = computeScenario(basis, available, levers);
  const id = uuidv7();
  return writeTransaction(scope.actor, async (tx) => {
    await tx.scenario.create({
      data: {
        id,
        name,
        levers,
        result: result as never,
        stamp,
        createdById: scope.actor.userId,
        createdBy: scope.actor.name,
      },
      select: { id: true },
    });
    return {
      result: id,
      audit: {
        action: "scenario.save",
        subjectType: "scenario",
        subjectId: id,
        subjectName: name,
        detail: { levers },
      },
    };
  });
}
