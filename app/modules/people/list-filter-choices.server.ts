import { sql } from "~/db/sql.server";
import { employeesInScope, unitsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

export interface UnitChoice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** 0 at the top of what the scope reaches. */
  readonly depth: number;
}

export interface FilterChoices {
  readonly units: readonly UnitChoice[];
  readonly jobTitles: readonly string[];
}

/** Which units and jobs can the list be narrowed to? Only those the scope reaches. */
export async function listFilterChoices(scope: Scope<"people.read">): Promise<FilterChoices> {
  const db = sql();
  const [units, jobs] = await Promise.all([
    listUnits(scope),
    db<{ jobTitle: string }[]>`
      select distinct e.job_title from employee_summaries e
      where e.job_title is not null and ${employeesInScope(db, scope)} order by 1 limit 200`,
  ]);
  return { units, jobTitles: jobs.map((row) => row.jobTitle) };
}

/** The units in scope as a tree in reading order. */
export async function listUnits(scope: Scope<"people.read" | "people.write">): Promise<UnitChoice[]> {
  const db = sql();
  const rows = await db<(UnitChoice & { parentId: string | null })[]>`
    select u.id, u.code, u.name, u.parent_id from org_units u
    where u.archived_at is null and ${unitsInScope(db, scope, "u.id")} order by u.name`;
  const known = new Set(rows.map((row) => row.id));
  const childrenOf = (parentId: string | null) =>
    rows.filter((row) => (row.parentId && known.has(row.parentId) ? row.parentId : null) === parentId);
  const ordered: UnitChoice[] = [];
  const visit = (parentId: string | null, depth: number) => {
    for (const { id, code, name } of childrenOf(parentId)) {
      ordered.push({ id, code, name, depth });
      visit(id, depth + 1);
    }
  };
  visit(null, 0);
  return ordered;
}
