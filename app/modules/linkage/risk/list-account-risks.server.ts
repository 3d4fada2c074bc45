// Question: which accounts in scope would cost most to lose, by hazard × margin over twelve months?
import { beyondCursor, keysetOrder, type SortKey, toPage } from "~/db/keyset.server";
import { type SqlFragment, type SqlRunner, sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Cursor, Page } from "~/kernel/page";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { ListSort } from "~/ui/tables/list-query";
import type { AccountRiskFilters, AccountRiskSort } from "./account-risk-filters";
import { leastHazardRatio, type RiskFactor, readRiskFactors } from "./risk-factor";

export interface AccountRiskRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly region: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerSince: CalendarDate | null;
  /** Of being lost within twelve months, with its 95 % interval. */
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
  readonly marginMinor: bigint;
  readonly expectedLossMinor: bigint;
  /** Those that raise the hazard, largest first. */
  readonly factors: readonly RiskFactor[];
}

interface Query {
  readonly filters: AccountRiskFilters;
  readonly sort: ListSort<AccountRiskSort>;
  readonly cursor: Cursor | null;
  readonly size: number;
}

const sortKeys: Readonly<Record<AccountRiskSort, SortKey>> = {
  loss: { expression: "r.expected_loss_minor", kind: "whole" },
  // As text of so many digits a single-precision number survives the way to the cursor and back.
  probability: { expression: "r.loss_probability_12m::numeric(12, 8)", kind: "decimal" },
  margin: { expression: "r.margin_12m_minor", kind: "whole" },
  name: { expression: "s.name", kind: "text" },
};

export async function listAccountRisks(
  scope: Scope<"risk.accounts">,
  { filters, sort, cursor, size }: Query,
): Promise<Page<AccountRiskRow>> {
  const db = sql();
  const keyset = { key: sortKeys[sort.name], id: "r.account_id", isDescending: sort.isDescending, cursor };
  const rows = await db<(Omit<AccountRiskRow, "factors"> & { factors: unknown; exact: string })[]>`
    select r.account_id as id, s.account_number as number, s.name, s.region, s.owner_id, s.owner_name, s.owner_since,
           r.loss_probability_12m::float8 as probability, r.loss_probability_lower::float8 as lower,
           r.loss_probability_upper::float8 as upper, r.margin_12m_minor as margin_minor, r.expected_loss_minor, r.factors,
           r.loss_probability_12m::numeric(12, 8)::text as exact
    from account_risks r join account_summaries s on s.account_id = r.account_id
    where ${risksMatching(db, scope, filters)} and ${beyondCursor(db, keyset)}
    order by ${keysetOrder(db, keyset)} limit ${size + 1}`;
  const edges: Readonly<Record<AccountRiskSort, (row: (typeof rows)[number]) => unknown>> = {
    loss: (row) => row.expectedLossMinor,
    probability: (row) => row.exact,
    margin: (row) => row.marginMinor,
    name: (row) => row.name,
  };
  const page = toPage([...rows], keyset, {
    size,
    edge: (row) => ({ value: edges[sort.name](row), id: row.id }),
  });
  return {
    ...page,
    rows: page.rows.map(({ exact: _, ...row }) => ({
      ...row,
      factors: readRiskFactors(row.factors).filter(({ hazardRatio }) => hazardRatio >= leastHazardRatio),
    })),
  };
}

/** Customers in scope that pass the filters. An account lost or archived since the run is at risk no more. */
export function risksMatching(
  db: SqlRunner,
  scope: Scope<"risk.accounts">,
  { region, segment, owner, factor }: AccountRiskFilters,
): SqlFragment {
  const conditions: SqlFragment[] = [db`s.status = 'customer'`, accountsInScope(db, scope)];
  if (region) conditions.push(db`s.region = ${region}`);
  if (segment) conditions.push(db`s.segment = ${segment}`);
  if (owner) conditions.push(db`s.owner_id = ${owner}`);
  if (factor)
    conditions.push(
      db`jsonb_path_exists(r.factors, '$[*] ? (@.exposure == $factor && @.hazardRatio >= $least)',
                           jsonb_build_object('factor', ${factor}::text, 'least', ${leastHazardRatio}::float8))`,
    );
  return conditions.reduce((all, one) => db`${all} and ${one}`);
}
