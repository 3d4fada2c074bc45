// Question: which units can a goal or an announcement be for, as a tree in reading order?
import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";

export interface UnitOption {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
}

export async function listUnits(_scope: Scope<"programme.write">): Promise<UnitOption[]> {
  return sql()<UnitOption[]>`
    with recursive tree as (
      select id, code, name, 0 as depth, array[name, code] as path from org_units where parent_id is null and archived_at is null
      union all
      select u.id, u.code, u.name, tree.depth + 1, tree.path || array[u.name, u.code]
      from org_units u join tree on u.parent_id = tree.id where u.archived_at is null)
    select code, name, depth from tree order by path limit 2000`;
}
