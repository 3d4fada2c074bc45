// Question: which account is somebody to be put on, and does it have an account manager now?
import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

export async function getAssignableAccount(scope: Scope<"assignments.write">, accountId: string) {
  await requireAccountInScope(sql(), scope, accountId);
  const [company, [row]] = await Promise.all([
    companyToday(sql()),
    sql()<{ id: string; name: string; hasOwner: boolean }[]>`
      select account_id as id, name, owner_id is not null as has_owner from account_summaries where account_id = ${accountId}`,
  ]);
  return {
    account: { id: accountId, name: row?.name ?? "" },
    hasOwner: row?.hasOwner ?? false,
    today: company.today,
  };
}
