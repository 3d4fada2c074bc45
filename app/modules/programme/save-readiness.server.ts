import { writeTransaction } from "~/db/transaction.server";
import { fromCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { notFound, requireId, resolvePeople } from "./programme-people.server";
import { type EvidenceInput, isReadinessItem, type ReadinessInput } from "./readiness";

export async function saveReadiness(
  scope: Scope<"programme.write">,
  item: string,
  input: ReadinessInput,
): Promise<void> {
  if (!isReadinessItem(item)) throw notFound();
  await writeTransaction(scope.actor, async (tx) => {
    const { ownerNumber: ownerId } = await resolvePeople(tx, { ownerNumber: input.ownerNumber });
    const data = { status: input.status, answer: input.answer, ownerId };
    await tx.programmeReadiness.upsert({
      where: { item },
      create: { item, ...data },
      update: data,
      select: { item: true },
    });
    return {
      result: undefined,
      audit: {
        action: "readiness.save",
        subjectType: "programme_readiness",
        subjectId: item,
        subjectName: item,
        detail: { status: input.status, answer: input.answer, owner: input.ownerNumber },
      },
    };
  });
}

export async function addEvidence(
  scope: Scope<"programme.write">,
  item: string,
  input: EvidenceInput,
): Promise<void> {
  if (!isReadinessItem(item)) throw notFound();
  await writeTransaction(scope.actor, async (tx) => {
    await tx.readinessEvidence.create({
      data: {
        item,
        text: input.text,
        link: input.link,
        datedOn: fromCalendarDate(input.datedOn),
        givenByName: scope.actor.name,
      },
      select: { id: true },
    });
    return {
      result: undefined,
      audit: {
        action: "evidence.add",
        subjectType: "programme_readiness",
        subjectId: item,
        subjectName: item,
        detail: { ...input },
      },
    };
  });
}

/** Evidence that does not hold is taken off the list; what it said stays in the database and in the history. */
export async function archiveEvidence(
  scope: Scope<"programme.write">,
  item: string,
  evidenceId: string,
): Promise<void> {
  if (!isReadinessItem(item)) throw notFound();
  requireId(evidenceId);
  await writeTransaction(scope.actor, async (tx) => {
    const { count } = await tx.readinessEvidence.updateMany({
      where: { id: evidenceId, item, archivedAt: null },
      data: { archivedAt: new Date() },
    });
    if (count === 0) throw notFound();
    return {
      result: undefined,
      audit: {
        action: "evidence.archive",
        subjectType: "programme_readiness",
        subjectId: item,
        subjectName: item,
        detail: { evidenceId },
      },
    };
  });
}
