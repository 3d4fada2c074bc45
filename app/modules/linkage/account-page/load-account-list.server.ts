import { sql } from "~/db/sql.server";
import type { Page } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { type ListSort, pageSize, readCursor } from "~/ui/tables/list-query";
import {
  type AccountFilters,
  type AccountSort,
  readAccountFilters,
  readAccountSort,
} from "./account-filters";
import { countAccounts } from "./count-accounts.server";
import { type AccountChoices, findOwnerName, listAccountChoices } from "./list-account-choices.server";
import { type AccountRow, listAccounts } from "./list-accounts.server";

export interface LoadedAccountList {
  readonly page: Page<AccountRow>;
  readonly filters: AccountFilters;
  readonly sort: ListSort<AccountSort>;
  readonly choices: AccountChoices;
  readonly ownerName: string | null;
  /** Null on later pages and for a search with more than one. */
  readonly count: { readonly count: number; readonly isMore: boolean } | null;
  readonly today: string;
  readonly currency: string;
}

/** Counting goes no further; the page then says "more than". */
const countedMost = 1_000;

/** What the list's URL asks for, with the names its filters need. */
export async function loadAccountList(
  scope: Scope<"customers.read">,
  params: URLSearchParams,
): Promise<LoadedAccountList> {
  const filters = readAccountFilters(params);
  const sort = readAccountSort(params);
  const cursor = readCursor(params);
  const { today, reportingCurrency } = await companyToday(sql());
  const [page, choices, ownerName] = await Promise.all([
    listAccounts(scope, { filters, sort, cursor, today, size: pageSize }),
    listAccountChoices(scope),
    filters.owner ? findOwnerName(scope, filters.owner) : null,
  ]);
  return {
    page,
    filters,
    sort,
    choices,
    ownerName,
    count: await countOf(page),
    today,
    currency: reportingCurrency,
  };

  /** A page that is the whole list says it itself; a search is not counted, since that would read every match. */
  async function countOf(page: Page<AccountRow>) {
    if (cursor !== null) return null;
    if (page.next === null) return { count: page.rows.length, isMore: false };
    return filters.q === null ? countAccounts(scope, filters, today, countedMost) : null;
  }
}
