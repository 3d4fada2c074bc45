import { writeTransaction } from "~/db/transaction.server";
import { fromCalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import type { ProblemInput } from "./problem";
import { notFound, requireId, resolvePeople } from "./programme-people.server";

export async function saveProblem(
  scope: Scope<"programme.write">,
  id: string | null,
  input: ProblemInput,
): Promise<void> {
  if (id !== null) requireId(id);
  await writeTransaction(scope.actor, async (tx) => {
    const { ownerNumber: ownerId } = await resolvePeople(tx, { ownerNumber: input.ownerNumber });
    const { title, cause, solution, foundOn, closedOn } = input;
    const data = {
      title,
      cause,
      solution,
      ownerId,
      foundOn: fromCalendarDate(foundOn),
      closedOn: closedOn && fromCalendarDate(closedOn),
    };
    if (id !== null) {
      const { count } = await tx.programmeProblem.updateMany({ where: { id, archivedAt: null }, data });
      if (count === 0) throw notFound();
    }
    const subjectId = id ?? (await tx.programmeProblem.create({ data, select: { id: true } })).id;
    return {
      result: undefined,
      audit: {
        action: id === null ? "problem.create" : "problem.update",
        subjectType: "programme_problem",
        subjectId,
        subjectName: title,
        detail: { foundOn, cause, solution, closedOn, owner: input.ownerNumber },
      },
    };
  });
}
