// Question: which accounts is a line of the profit statement the sum of, to the cent?
import { sql } from "~/db/sql.server";
import { decodeCursor, encodeCursor } from "~/kernel/page";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { type AccountProfitRow, listAccountProfits } from "./list-account-profits.server";

export interface ProfitRows {
  readonly rows: readonly AccountProfitRow[];
  readonly next: string | null;
  readonly isFirst: boolean;
}

const pageSize = 50;

/** A page of the accounts by what this reader may sort by, the best first. */
export async function listProfitRows(
  scope: Scope<"roi.read">,
  { segment, at }: { segment: string | null; at: string | null },
): Promise<ProfitRows> {
  const cursor = decodeCursor(at);
  const after =
    cursor?.value && /^-?\d{1,18}$/.test(cursor.value) ? { minor: cursor.value, accountId: cursor.id } : null;
  const found = await listAccountProfits(scope, { segment, order: "best", limit: pageSize + 1, after });
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  const key = last && (can(scope.roles, "pay.read") ? last.profitMinor : last.grossMinor);
  return {
    rows,
    next:
      last && found.length > pageSize
        ? encodeCursor({ direction: "after", value: String(key), id: last.accountId })
        : null,
    isFirst: after === null,
  };
}

export interface ProfitSums {
  readonly accounts: number;
  readonly revenueMinor: number;
  readonly costOfGoodsMinor: number;
  readonly grossMinor: number;
  readonly acquisitionMinor: number;
}

/** Of all of a segment's accounts; what people cost is in the report, which knows who may see it. */
export async function sumProfitRows(_scope: Scope<"roi.read">, segment: string | null): Promise<ProfitSums> {
  const run = sql();
  const [sums] = await run<ProfitSums[]>`
    select count(*)::int as accounts, coalesce(sum(revenue_minor), 0)::float8 as revenue_minor,
           coalesce(sum(cost_of_goods_minor), 0)::float8 as cost_of_goods_minor, coalesce(sum(gross_minor), 0)::float8 as gross_minor,
           coalesce(sum(acquisition_minor), 0)::float8 as acquisition_minor
    from account_profits p ${segment === null ? run`` : run`join accounts a on a.id = p.account_id where coalesce(a.segment, '') = ${segment}`}`;
  return sums!;
}
