import { writeTransaction } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import { getScenario } from "./get-scenario.server";
import { getScenarioBasis } from "./get-scenario-basis.server";
import { leversOf } from "./levers";
import { computeScenario } from "./scenario";

/** The same levers on the present data. */
export async function recomputeScenario(scope: Scope<"scenarios.write">, id: string): Promise<void> {
  const scenario = await getScenario(scope, id);
  const { basis, stamp } = await getScenarioBasis(scope);
  const result = computeScenario(basis, leversOf(basis), scenario.levers);
  await writeTransaction(scope.actor, async (tx) => {
    await tx.scenario.update({
      where: { id },
      data: { result: result as never, stamp },
      select: { id: true },
    });
    return { result: undefined, audit: entry("scenario.recompute", id, scenario.name) };
  });
}

export async function renameScenario(
  scope: Scope<"scenarios.write">,
  id: string,
  name: string,
): Promise<void> {
  const scenario = await getScenario(scope, id);
  await writeTransaction(scope.actor, async (tx) => {
    await tx.scenario.update({ where: { id }, data: { name }, select: { id: true } });
    return {
      result: undefined,
      audit: { ...entry("scenario.rename", id, name), detail: { before: scenario.name } },
    };
  });
}

/** The row stays, out of sight, so that the audit trail can name it. */
export async function deleteScenario(scope: Scope<"scenarios.write">, id: string): Promise<void> {
  const scenario = await getScenario(scope, id);
  await writeTransaction(scope.actor, async (tx) => {
    await tx.scenario.update({ where: { id }, data: { deletedAt: new Date() }, select: { id: true } });
    return { result: undefined, audit: entry("scenario.delete", id, scenario.name) };
  });
}

function entry(action: string, subjectId: string, subjectName: string) {
  return { action, subjectType: "scenario", subjectId, subjectName };
}
