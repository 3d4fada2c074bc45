import { prisma } from "~/db/client.server";
import { sql } from "~/db/sql.server";
import { toCalendarDate } from "~/kernel/calendar";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { joinSpells, type SpellLine } from "./spell-line";

export async function listSpells(scope: Scope<"people.read">, employeeId: string): Promise<SpellLine[]> {
  await requireEmployeeInScope(sql(), scope, employeeId);
  const spells = await prisma().employmentSpell.findMany({
    where: { employeeId },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      jobTitle: true,
      fte: true,
      orgUnit: { select: { name: true } },
      manager: { select: { name: true } },
    },
    orderBy: { startsOn: "desc" },
  });
  return joinSpells(
    spells.map((spell) => ({
      id: spell.id,
      startsOn: toCalendarDate(spell.startsOn),
      endsOn: spell.endsOn && toCalendarDate(spell.endsOn),
      unit: spell.orgUnit.name,
      jobTitle: spell.jobTitle,
      manager: spell.manager?.name ?? null,
      fte: spell.fte.toNumber(),
    })),
  );
}
