import { writeTransaction } from "~/db/transaction.server";
import { fromCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import type { CharterInput, ResponsibilityInput } from "./charter";
import { notFound, requireId, resolvePeople } from "./programme-people.server";

export async function saveCharter(scope: Scope<"programme.write">, input: CharterInput): Promise<void> {
  await writeTransaction(scope.actor, async (tx) => {
    const { sponsorNumber: sponsorId } = await resolvePeople(tx, { sponsorNumber: input.sponsorNumber });
    const data = {
      name: input.name,
      purpose: input.purpose,
      sponsorId,
      startsOn: input.startsOn && fromCalendarDate(input.startsOn),
    };
    await tx.programmeCharter.upsert({
      where: { id: 1 },
      create: data,
      update: data,
      select: { id: true },
    });
    return {
      result: undefined,
      audit: {
        action: "charter.save",
        subjectType: "programme_charter",
        subjectName: input.name,
        detail: { purpose: input.purpose, sponsor: input.sponsorNumber, startsOn: input.startsOn },
      },
    };
  });
}

export async function saveResponsibility(
  scope: Scope<"programme.write">,
  id: string | null,
  input: ResponsibilityInput,
): Promise<void> {
  if (id !== null) requireId(id);
  await writeTransaction(scope.actor, async (tx) => {
    const people = await resolvePeople(tx, {
      decidesNumber: input.decidesNumber,
      doesNumber: input.doesNumber,
    });
    const data = {
      matter: input.matter,
      decidesId: people.decidesNumber,
      doesId: people.doesNumber,
      consulted: input.consulted,
      informed: input.informed,
    };
    if (id !== null) {
      const { count } = await tx.programmeResponsibility.updateMany({
        where: { id, archivedAt: null },
        data,
      });
      if (count === 0) throw notFound();
    }
    const subjectId = id ?? (await tx.programmeResponsibility.create({ data, select: { id: true } })).id;
    const { matter, ...facts } = input;
    return {
      result: undefined,
      audit: {
        action: id === null ? "responsibility.create" : "responsibility.update",
        subjectType: "programme_responsibility",
        subjectId,
        subjectName: matter,
        detail: facts,
      },
    };
  });
}
