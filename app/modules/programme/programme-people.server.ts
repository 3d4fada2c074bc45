import type { PrismaTransaction } from "~/db/client.server";
import { AppError } from "~/kernel/app-error";
import { isUuid } from "~/kernel/uuid";
import { type Refusal, refuseFields } from "~/modules/people/refuse-fields";

/** The people that a form named by number, by field; empty stays nobody, a number nobody has is refused beside its field. */
export async function resolvePeople<Field extends string>(
  tx: PrismaTransaction,
  numbers: Readonly<Record<Field, string | null>>,
): Promise<Record<Field, string | null>> {
  const ids = {} as Record<Field, string | null>;
  const refused: Record<string, Refusal> = {};
  for (const [field, number] of Object.entries(numbers) as [Field, string | null][]) {
    ids[field] = null;
    if (number === null) continue;
    const person = await tx.employee.findFirst({
      where: { employeeNumber: number, archivedAt: null },
      select: { id: true },
    });
    if (person) ids[field] = person.id;
    else refused[field] = { key: "unknownEmployee", params: { number } };
  }
  if (Object.keys(refused).length > 0) throw refuseFields(refused);
  return ids;
}

export async function resolveUnit(tx: PrismaTransaction, unitCode: string | null): Promise<string | null> {
  if (unitCode === null) return null;
  const unit = await tx.orgUnit.findFirst({
    where: { code: unitCode, archivedAt: null },
    select: { id: true },
  });
  if (!unit) throw refuseFields({ unitCode: { key: "unknownUnit", params: { code: unitCode } } });
  return unit.id;
}

/** Unknown, malformed and archived ids are NOT FOUND alike. */
export function requireId(id: string): string {
  if (!isUuid(id)) throw new AppError("not_found", "No such record of the programme");
  return id;
}

export function notFound(): AppError {
  return new AppError("not_found", "No such record of the programme");
}
