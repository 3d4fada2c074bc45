import { runInSql } from "~/db/run-statement.server";
import type { SqlTransaction } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import type { ChurnInput } from "~/modules/customers/account";
import { refuseFields } from "~/modules/customers/refuse-fields";
import { type WrittenAccount, writeToAccount } from "~/modules/customers/write-to-account.server";
import { refreshAccountSummaries } from "../panel/refresh-account-summaries";

/** Records the first day on which the account is no longer a customer, or corrects it. */
export async function recordChurn(
  scope: Scope<"customers.write">,
  accountId: string,
  { churnedOn, churnReason }: ChurnInput,
): Promise<void> {
  await writeToAccount(scope, accountId, async (tx, account) => {
    if (churnedOn > account.company.today) throw refuseFields({ churnedOn: { key: "inFuture" } });
    if (churnedOn <= account.acquiredOn) {
      throw refuseFields({ churnedOn: { key: "beforeAcquisition", params: { date: account.acquiredOn } } });
    }
    await setChurn(tx, account, churnedOn, churnReason);
    return { result: undefined, audit: { action: "account.churn", detail: { churnedOn, churnReason } } };
  });
}

/** Takes a recorded loss back: the account is a customer again, as if it had never left. */
export async function withdrawChurn(scope: Scope<"customers.write">, accountId: string): Promise<void> {
  await writeToAccount(scope, accountId, async (tx, account) => {
    if (account.churnedOn === null) return { result: undefined, audit: null };
    await setChurn(tx, account, null, null);
    return {
      result: undefined,
      audit: { action: "account.withdrawChurn", detail: { churnedOn: account.churnedOn } },
    };
  });
}

async function setChurn(
  tx: SqlTransaction,
  { id, company }: WrittenAccount,
  churnedOn: string | null,
  churnReason: string | null,
): Promise<void> {
  await tx`
    update accounts set churned_on = ${churnedOn}, churn_reason = ${churnReason}, updated_at = now() where id = ${id}`;
  await runInSql(tx, refreshAccountSummaries([id], company.today));
}
