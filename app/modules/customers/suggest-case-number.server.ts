import { sql } from "~/db/sql.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

/** A number that the account has not used: C- and the next count, unless a service desk gave numbers of its own. */
export async function suggestCaseNumber(scope: Scope<"customers.write">, accountId: string): Promise<string> {
  await requireAccountInScope(sql(), scope, accountId);
  const [row] = await sql()<{ next: number }[]>`
    select coalesce(max(substring(case_number from '^C-([0-9]{1,8})$')::int), 0) + 1 as next
    from cases where account_id = ${accountId}`;
  return `C-${String(row?.next ?? 1).padStart(4, "0")}`;
}
