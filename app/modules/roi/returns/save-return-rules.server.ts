import { writeTransaction } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import { getReturnRules } from "./get-return-rules.server";
import type { ReturnRules } from "./return-rules";

/** A change is a new version; what was in force before stays to be read. Fails where somebody else published meanwhile. */
export async function saveReturnRules(
  scope: Scope<"scenarios.write">,
  { rules, note, basedOn }: { rules: ReturnRules; note: string | null; basedOn: number },
): Promise<number> {
  const { version, rules: before } = await getReturnRules(scope);
  if (version !== basedOn) throw new AppError("conflict", "The rules were changed meanwhile");
  const next = version + 1;
  const changed = Object.keys({ ...before.placements, ...rules.placements }).filter(
    (id) => before.placements[id] !== rules.placements[id],
  );
  try {
    return await writeTransaction(scope.actor, async (tx) => {
      await tx.returnRules.create({
        data: { version: next, rules, note, actorName: scope.actor.name },
        select: { version: true },
      });
      return {
        result: next,
        audit: {
          action: "return_rules.publish",
          subjectType: "return_rules",
          subjectId: String(next),
          detail: {
            note,
            changed: changed.map((id) => ({
              group: id,
              from: before.placements[id] ?? null,
              to: rules.placements[id] ?? null,
            })),
          },
        },
      };
    });
  } catch (error) {
    if ((error as { code?: string }).code === "P2002")
      throw new AppError("conflict", "The rules were changed meanwhile");
    throw error;
  }
}
