import { prisma } from "~/db/client.server";
import { sql } from "~/db/sql.server";
import { toCalendarDate } from "~/kernel/calendar";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

/** Hours and score are operational; what a course cost stands in the cost ledger, for those who may see that. */
export interface TrainingLine {
  readonly id: string;
  readonly course: string;
  readonly hours: number;
  readonly completedOn: string;
  readonly score: number | null;
}

export async function listTraining(scope: Scope<"people.read">, employeeId: string): Promise<TrainingLine[]> {
  await requireEmployeeInScope(sql(), scope, employeeId);
  const records = await prisma().trainingRecord.findMany({
    where: { employeeId },
    select: { id: true, course: true, hours: true, completedOn: true, score: true },
    orderBy: [{ completedOn: "desc" }, { id: "desc" }],
    take: 500,
  });
  return records.map((record) => ({
    id: record.id,
    course: record.course,
    hours: record.hours.toNumber(),
    completedOn: toCalendarDate(record.completedOn),
    score: record.score?.toNumber() ?? null,
  }));
}
