import { keysetBranches, type SortKey, toPage } from "~/db/keyset.server";
import { type SqlFragment, type SqlRunner, searchSql, sql } from "~/db/sql.server";
import { addDays, type CalendarDate } from "~/kernel/calendar";
import type { Cursor, Page } from "~/kernel/page";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { AccountType } from "~/modules/customers/account";
import type { ListSort } from "~/ui/tables/list-query";
import { type AccountFilters, type AccountSort, quietDays, recentOwnerMonths } from "./account-filters";
import { matchesSearch, searchedAccounts } from "./account-search.server";

export interface AccountRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly type: AccountType;
  readonly status: string;
  readonly segment: string | null;
  readonly region: string | null;
  readonly revenueMinor: bigint;
  readonly revenuePreviousMinor: bigint;
  readonly csatN: number;
  readonly csatMean: string | null;
  readonly health: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerSince: CalendarDate | null;
  readonly handovers12m: number;
  readonly openCases: number;
  readonly lastContactAt: Date | null;
  readonly acquiredOn: CalendarDate;
}

interface Query {
  readonly filters: AccountFilters;
  readonly sort: ListSort<AccountSort>;
  readonly cursor: Cursor | null;
  readonly today: CalendarDate;
  readonly size: number;
}

const sortKeys: Readonly<Record<AccountSort, SortKey>> = {
  name: { expression: "s.name", kind: "text" },
  number: { expression: "s.account_number", kind: "text" },
  revenue: { expression: "s.revenue_12m_minor", kind: "whole" },
  csat: { expression: "s.csat_mean_12m", kind: "decimal", isNullable: true },
  handovers: { expression: "s.handovers_12m", kind: "whole" },
  since: { expression: "s.owner_since", kind: "date", isNullable: true },
};
const sortValues: Readonly<Record<AccountSort, (row: AccountRow) => unknown>> = {
  name: (row) => row.name,
  number: (row) => row.number,
  revenue: (row) => row.revenueMinor,
  csat: (row) => row.csatMean,
  handovers: (row) => row.handovers12m,
  since: (row) => row.ownerSince,
};

/** One page of the accounts in scope that match, walked by key: a deep page costs what the first one does. */
export async function listAccounts(
  scope: Scope<"customers.read">,
  { filters, sort, cursor, today, size }: Query,
): Promise<Page<AccountRow>> {
  const db = filters.q ? searchSql() : sql();
  const keyset = { key: sortKeys[sort.name], id: "s.account_id", isDescending: sort.isDescending, cursor };
  const matches = accountsMatching(db, scope, filters, today);
  const branches = keysetBranches(db, keyset).map(
    ({ where, order }) => db`(
      select s.account_id as id, s.account_number as number, s.name, s.type::text as type, s.status, s.segment, s.region,
             s.revenue_12m_minor as revenue_minor, s.revenue_previous_12m_minor as revenue_previous_minor,
             s.csat_n_12m as csat_n, s.csat_mean_12m as csat_mean, s.health, s.owner_id, s.owner_name, s.owner_since,
             s.handovers_12m, s.open_cases, s.last_contact_at, s.acquired_on
      from ${searchedAccounts(db, filters.q)}
      where ${matches} and ${where}
      order by ${order} limit ${size + 1})`,
  );
  const joined = branches.reduce((all, one) => db`${all} union all ${one}`);
  const rows = await db<AccountRow[]>`select * from (${joined}) page limit ${size + 1}`;
  return toPage(rows, keyset, { size, edge: (row) => ({ value: sortValues[sort.name](row), id: row.id }) });
}

/** Which accounts are in scope and pass the filters? */
export function accountsMatching(
  db: SqlRunner,
  scope: Scope,
  filters: AccountFilters,
  today: CalendarDate,
): SqlFragment {
  const conditions: SqlFragment[] = [accountsInScope(db, scope)];
  const { q, status, type, segment, region, owner, health } = filters;
  if (q) conditions.push(matchesSearch(db, q));
  // Archived accounts are out of the way unless they are asked for.
  conditions.push(status ? db`s.status = ${status}` : db`s.status <> 'archived'`);
  if (type) conditions.push(db`s.type = ${type}::account_type`);
  if (segment) conditions.push(db`s.segment = ${segment}`);
  if (region) conditions.push(db`s.region = ${region}`);
  if (owner) conditions.push(db`s.owner_id = ${owner}`);
  if (health) conditions.push(db`s.health = ${health}`);
  if (filters.isOwnerRecent)
    conditions.push(db`s.owner_since > ${today}::date - make_interval(months => ${recentOwnerMonths})`);
  if (filters.isUnowned) conditions.push(db`s.owner_id is null and s.status = 'customer'`);
  if (filters.isHandedOver) conditions.push(db`s.handovers_12m >= 1`);
  if (filters.isQuiet) {
    const lastDay = addDays(today, -quietDays);
    conditions.push(
      db`s.status = 'customer' and coalesce(s.last_contact_at, s.acquired_on::timestamptz) < ${lastDay}::date`,
    );
  }
  return conditions.reduce((all, one) => db`${all} and ${one}`);
}
