import type { SqlFragment, SqlRunner } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";

/**
 * Where-fragment over a column that names the unit something is for: for everybody (null), for a unit in reach, or for a
 * unit the reader belongs to, which is any above their own.
 */
export function meantForReader(run: SqlRunner, scope: Scope, column: string): SqlFragment {
  if (scope.all) return run`true`;
  return run`(${run(column)} is null or ${run(column)} = any(${[...scope.unitIds]}::uuid[]) or ${run(column)} in (
    with recursive above as (
      select u.id, u.parent_id from org_units u where u.id in (
        select org_unit_id from employee_summaries where employee_id = ${scope.ownEmployeeId}
        union all select e.org_unit_id from users w join employee_summaries e on e.employee_id = w.employee_id where w.id = ${scope.actor.userId}
        union all select org_unit_id from users where id = ${scope.actor.userId})
      union select p.id, p.parent_id from org_units p join above on p.id = above.parent_id)
    select id from above))`;
}
