import { sql } from "~/db/sql.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { refuseFields } from "~/modules/customers/refuse-fields";

/** The account above, by its number and in scope; never the account itself nor one below it. */
export async function findParent(
  scope: Scope<"customers.write">,
  { number, childId }: { number: string | null; childId: string },
): Promise<string | null> {
  if (number === null) return null;
  const db = sql();
  const [row] = await db<{ id: string; isBelow: boolean }[]>`
    with recursive above as (
      select a.id, a.parent_id, 0 as depth from accounts a
      join account_summaries s on s.account_id = a.id
      where a.account_number = ${number} and a.archived_at is null and ${accountsInScope(db, scope)}
      union all
      select a.id, a.parent_id, above.depth + 1 from accounts a join above on a.id = above.parent_id where above.depth < 50)
    select (select id from above where depth = 0) as id, bool_or(id = ${childId}::uuid) as is_below from above
    having count(*) > 0`;
  if (!row) throw refuseFields({ parentNumber: { key: "unknownAccount", params: { number } } });
  if (row.isBelow) throw refuseFields({ parentNumber: { key: "ownParent" } });
  return row.id;
}
