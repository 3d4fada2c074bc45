import { runInSql } from "~/db/run-statement.server";
import type { Scope } from "~/modules/access/scope";
import type { AccountInput } from "~/modules/customers/account";
import { refuseFields } from "~/modules/customers/refuse-fields";
import { writeToAccount } from "~/modules/customers/write-to-account.server";
import { refreshAccountSummaries } from "../panel/refresh-account-summaries";
import { findParent } from "./find-parent.server";

/** Corrects what is recorded about an account; the list shows it at once. */
export async function updateAccount(
  scope: Scope<"customers.write">,
  accountId: string,
  input: AccountInput,
): Promise<void> {
  await writeToAccount(scope, accountId, async (tx, { company, churnedOn }) => {
    if (input.acquiredOn > company.today) throw refuseFields({ acquiredOn: { key: "inFuture" } });
    if (churnedOn !== null && input.acquiredOn >= churnedOn)
      throw refuseFields({ acquiredOn: { key: "endBeforeStart" } });
    const parentId = await findParent(scope, { number: input.parentNumber, childId: accountId });
    const cost = input.acquisitionCostMinor?.toString() ?? null;
    const [before] = await tx<Record<string, unknown>[]>`
      select name, type::text as type, parent_id, segment, industry, region, country, acquired_on,
             acquisition_cost_minor::text as acquisition_cost_minor, currency
      from accounts where id = ${accountId}`;
    const { name, type, segment, industry, region, country, acquiredOn, currency } = input;
    const after: Record<string, string | null> = {
      ...{ name, type, parentId, segment, industry, region, country, acquiredOn, currency },
      acquisitionCostMinor: cost,
    };
    const changed = Object.keys(after).filter((field) => (before?.[field] ?? null) !== after[field]);
    if (changed.length === 0) return { result: undefined, audit: null };
    await tx`
      update accounts set name = ${name}, type = ${type}::account_type, parent_id = ${parentId}, segment = ${segment},
        industry = ${industry}, region = ${region}, country = ${country}, acquired_on = ${acquiredOn},
        acquisition_cost_minor = ${cost}::text::bigint, currency = ${currency}, updated_at = now()
      where id = ${accountId}`;
    await runInSql(tx, refreshAccountSummaries([accountId], company.today));
    return {
      result: undefined,
      audit: { action: "account.update", detail: { changed: changed.join(", ") } },
    };
  });
}
