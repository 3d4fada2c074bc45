// Question: which accounts bring most, and which cost more than they bring?
import { sql } from "~/db/sql.server";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { minimumGroupSize } from "~/modules/access/suppression";

export interface AccountProfitRow {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly segment: string | null;
  readonly revenueMinor: number;
  readonly costOfGoodsMinor: number;
  readonly grossMinor: number;
  readonly acquisitionMinor: number;
  /** Null where the reader may not see what the few people behind it cost. */
  readonly costToServeMinor: number | null;
  readonly profitMinor: number | null;
  readonly people: number;
}

export interface ProfitFilter {
  readonly segment: string | null;
  readonly order: "best" | "worst";
  readonly limit: number | null;
  /** The row before, by what the reader may sort by. */
  readonly after?: { readonly minor: string; readonly accountId: string } | null;
}

/**
 * Who may see pay reads profit after cost to serve. Everybody else reads and sorts by gross margin, since the order alone
 * would tell the cost of people; cost to serve stands only where it rests on five people of whom none gave nearly all.
 */
export async function listAccountProfits(
  scope: Scope<"roi.read">,
  { segment, order, limit, after = null }: ProfitFilter,
): Promise<AccountProfitRow[]> {
  const run = sql();
  const key = can(scope.roles, "pay.read") ? run`p.profit_minor` : run`p.gross_minor`;
  return run<AccountProfitRow[]>`
    ${shownProfits(scope)}
    where ${segment === null ? run`true` : segment === "" ? run`a.segment is null` : run`a.segment = ${segment}`}
      ${after ? run`and (${key} < ${after.minor} or (${key} = ${after.minor} and p.account_id > ${after.accountId}))` : run``}
    order by ${key} ${order === "best" ? run`desc` : run`asc`}, p.account_id
    limit ${limit}`;
}

/** One account's row; none where it was no customer in the twelve months. */
export async function readAccountProfit(
  scope: Scope<"roi.read">,
  accountId: string,
): Promise<AccountProfitRow | undefined> {
  const [row] = await sql()<AccountProfitRow[]>`${shownProfits(scope)} where p.account_id = ${accountId}`;
  return row;
}

function shownProfits(scope: Scope<"roi.read">) {
  const run = sql();
  const seesPay = can(scope.roles, "pay.read");
  return run`
    select p.account_id, a.account_number, a.name, a.segment, p.revenue_minor::float8 as revenue_minor,
           p.cost_of_goods_minor::float8 as cost_of_goods_minor, p.gross_minor::float8 as gross_minor,
           p.acquisition_minor::float8 as acquisition_minor, p.people,
           case when shown.is_shown then p.cost_to_serve_minor::float8 end as cost_to_serve_minor,
           case when shown.is_shown then p.profit_minor::float8 end as profit_minor
    from account_profits p
    join accounts a on a.id = p.account_id
    cross join lateral (
      select ${seesPay} or p.people = 0 or (p.people >= ${minimumGroupSize} and not p.is_dominated) as is_shown) shown`;
}
