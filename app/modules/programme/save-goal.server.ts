import type { PrismaTransaction } from "~/db/client.server";
import { sql } from "~/db/sql.server";
import { writeTransaction } from "~/db/transaction.server";
import { fromCalendarDate } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { AssessmentInput, GoalInput } from "./goal";
import { isMetricId, metricOf } from "./metric-library";
import { notFound, requireId, resolvePeople, resolveUnit } from "./programme-people.server";

/** Sets a new goal, or changes the one with the id. */
export async function saveGoal(
  scope: Scope<"programme.write">,
  id: string | null,
  input: GoalInput,
): Promise<string> {
  if (id !== null) requireId(id);
  const { reportingCurrency } = await companyToday(sql());
  return writeTransaction(scope.actor, async (tx) => {
    const { ownerNumber: ownerId } = await resolvePeople(tx, { ownerNumber: input.ownerNumber });
    const isMoney = isMetricId(input.metric) && metricOf(input.metric).unit === "money";
    const data = {
      kind: input.kind,
      title: input.title,
      description: input.description,
      metric: input.metric,
      orgUnitId: await resolveUnit(tx, input.unitCode),
      baselineOn: fromCalendarDate(input.baselineOn),
      baselineValue: input.baselineValue,
      targetValue: input.targetValue,
      currency: isMoney ? reportingCurrency : null,
      dueOn: fromCalendarDate(input.dueOn),
      ownerId,
    };
    const goal =
      id === null
        ? await tx.programmeGoal.create({ data, select: { id: true } })
        : await changeGoal(tx, id, data);
    const { unitCode, ownerNumber, ...facts } = input;
    return {
      result: goal.id,
      audit: {
        action: id === null ? "goal.create" : "goal.update",
        subjectType: "programme_goal",
        subjectId: goal.id,
        subjectName: input.title,
        detail: { ...facts, unit: unitCode, owner: ownerNumber },
      },
    };
  });
}

async function changeGoal(
  tx: PrismaTransaction,
  id: string,
  data: Parameters<PrismaTransaction["programmeGoal"]["update"]>[0]["data"] & { kind: GoalInput["kind"] },
): Promise<{ id: string }> {
  const before = await tx.programmeGoal.findFirst({
    where: { id, archivedAt: null },
    select: { kind: true },
  });
  if (!before) throw notFound();
  // What was judged of the one kind says nothing of the other.
  const unjudged =
    before.kind === data.kind ? {} : { assessment: null, assessmentNote: null, assessedOn: null };
  return tx.programmeGoal.update({ where: { id }, data: { ...data, ...unjudged }, select: { id: true } });
}

/** How a qualitative goal stands, in the words of who judges it; what was said before stays in the history. */
export async function assessGoal(
  scope: Scope<"programme.write">,
  id: string,
  { assessment, note }: AssessmentInput,
): Promise<void> {
  requireId(id);
  const { today } = await companyToday(sql());
  await writeTransaction(scope.actor, async (tx) => {
    const goal = await tx.programmeGoal.findFirst({
      where: { id, archivedAt: null, kind: "qualitative" },
      select: { title: true },
    });
    if (!goal) throw notFound();
    await tx.programmeGoal.update({
      where: { id },
      data: { assessment, assessmentNote: note, assessedOn: fromCalendarDate(today) },
      select: { id: true },
    });
    return {
      result: undefined,
      audit: {
        action: "goal.assess",
        subjectType: "programme_goal",
        subjectId: id,
        subjectName: goal.title,
        detail: { assessment, note },
      },
    };
  });
}
