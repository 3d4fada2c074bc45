import { searchSql, sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import type { AccountFilters } from "./account-filters";
import { searchedAccounts } from "./account-search.server";
import { accountsMatching } from "./list-accounts.server";

/** How many accounts match? Counted no further than `most`, so that a large company costs no more than a small one. */
export async function countAccounts(
  scope: Scope<"customers.read">,
  filters: AccountFilters,
  today: CalendarDate,
  most: number,
): Promise<{ count: number; isMore: boolean }> {
  const db = filters.q ? searchSql() : sql();
  const [row] = await db<{ n: number }[]>`
    select count(*)::int as n from (
      select 1 from ${searchedAccounts(db, filters.q)} where ${accountsMatching(db, scope, filters, today)} limit ${most + 1}) counted`;
  const n = row?.n ?? 0;
  return { count: Math.min(n, most), isMore: n > most };
}
