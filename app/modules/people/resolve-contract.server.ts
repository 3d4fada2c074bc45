import type { PrismaTransaction } from "~/db/client.server";
import { refuseFields } from "./refuse-fields";

interface ContractInput {
  readonly unitCode: string;
  readonly managerNumber: string | null;
}

/** The unit and the manager that a form named; a name that is not known is refused beside its field. */
export async function resolveContract(
  tx: PrismaTransaction,
  { unitCode, managerNumber }: ContractInput,
): Promise<{ orgUnitId: string; managerId: string | null }> {
  const unit = await tx.orgUnit.findFirst({
    where: { code: unitCode, archivedAt: null },
    select: { id: true },
  });
  if (!unit) throw refuseFields({ unitCode: { key: "unknownUnit", params: { code: unitCode } } });
  if (managerNumber === null) return { orgUnitId: unit.id, managerId: null };
  const manager = await tx.employee.findFirst({
    where: { employeeNumber: managerNumber, archivedAt: null },
    select: { id: true },
  });
  if (!manager)
    throw refuseFields({ managerNumber: { key: "unknownEmployee", params: { number: managerNumber } } });
  return { orgUnitId: unit.id, managerId: manager.id };
}
