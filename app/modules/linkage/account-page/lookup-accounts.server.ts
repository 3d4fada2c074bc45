import { searchSql } from "~/db/sql.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { matchesSearch, searchedAccounts } from "./account-search.server";

export interface AccountMatch {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Region and account manager. */
  readonly detail: string | null;
}

/** A common word fits thousands; whoever means one of them types on. So many are looked at, whatever their order. */
const mostLookedAt = 1_000;

/** Which account in scope is meant by these few letters or digits? The exact number comes first. */
export async function lookupAccounts(
  scope: Scope<"customers.read">,
  search: string,
  most = 12,
): Promise<AccountMatch[]> {
  const db = searchSql();
  const columns = db`s.account_id as id, s.account_number as number, s.name, s.region, s.owner_name`;
  const rows = await db<
    { id: string; number: string; name: string; region: string | null; ownerName: string | null }[]
  >`
    select * from (
      (select ${columns}, 0 as rank from account_summaries s
       where s.account_number = ${search} and s.status <> 'archived' and ${accountsInScope(db, scope)} limit 1)
      union all
      (select ${columns}, 1 from (
         select s.* from ${searchedAccounts(db, search)}
         where ${matchesSearch(db, search)} and s.account_number <> ${search} and s.status <> 'archived'
           and ${accountsInScope(db, scope)}
         limit ${mostLookedAt}) s
       order by s.name, s.account_id limit ${most})) found
    order by rank, name, id limit ${most}`;
  return rows.map(({ id, number, name, region, ownerName }) => ({
    id,
    number,
    name,
    detail: [region, ownerName].filter(Boolean).join(", ") || null,
  }));
}
