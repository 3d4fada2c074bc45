import { writeTransaction } from "~/db/transaction.server";
import { fromCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { notFound, requireId, resolvePeople } from "./programme-people.server";
import type { RiskInput } from "./risk";

export async function saveRisk(
  scope: Scope<"programme.write">,
  id: string | null,
  input: RiskInput,
): Promise<void> {
  if (id !== null) requireId(id);
  await writeTransaction(scope.actor, async (tx) => {
    const { ownerNumber: ownerId } = await resolvePeople(tx, { ownerNumber: input.ownerNumber });
    const { title, ownerNumber, reviewOn, closedOn, ...facts } = input;
    const data = {
      title,
      ...facts,
      ownerId,
      reviewOn: reviewOn && fromCalendarDate(reviewOn),
      closedOn: closedOn && fromCalendarDate(closedOn),
    };
    if (id !== null) {
      const { count } = await tx.programmeRisk.updateMany({ where: { id, archivedAt: null }, data });
      if (count === 0) throw notFound();
    }
    const subjectId = id ?? (await tx.programmeRisk.create({ data, select: { id: true } })).id;
    return {
      result: undefined,
      audit: {
        action: id === null ? "risk.create" : "risk.update",
        subjectType: "programme_risk",
        subjectId,
        subjectName: title,
        detail: { ...facts, owner: ownerNumber, reviewOn, closedOn },
      },
    };
  });
}
