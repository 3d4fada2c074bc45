// Question: whose predicted leaving would expose most revenue? From operational facts alone, for HR alone.
import { beyondCursor, keysetOrder, type SortKey, toPage } from "~/db/keyset.server";
import { sql } from "~/db/sql.server";
import type { Cursor, Page } from "~/kernel/page";
import { employeesInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { type ListSort, readSort } from "~/ui/tables/list-query";
import { leastHazardRatio, type RiskFactor, readRiskFactors } from "./risk-factor";

export interface LeavingRiskRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly jobTitle: string | null;
  /** Of leaving within twelve months, with its 95 % interval. */
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
  readonly accountsExposed: number;
  readonly revenueExposedMinor: bigint;
  readonly expectedRevenueLossMinor: bigint;
  readonly factors: readonly RiskFactor[];
}

export const leavingRiskSorts = ["loss", "probability", "revenue", "accounts", "name"] as const;
export type LeavingRiskSort = (typeof leavingRiskSorts)[number];

export function readLeavingRiskSort(params: URLSearchParams): ListSort<LeavingRiskSort> {
  return readSort(params, leavingRiskSorts, { name: "loss", isDescending: true });
}

const sortKeys: Readonly<Record<LeavingRiskSort, SortKey>> = {
  loss: { expression: "r.expected_revenue_loss_minor", kind: "whole" },
  probability: { expression: "r.leave_probability_12m::numeric(12, 8)", kind: "decimal" },
  revenue: { expression: "r.revenue_exposed_12m_minor", kind: "whole" },
  accounts: { expression: "r.accounts_exposed", kind: "whole" },
  name: { expression: "e.name", kind: "text" },
};

export async function listLeavingRisks(
  scope: Scope<"risk.people">,
  { sort, cursor, size }: { sort: ListSort<LeavingRiskSort>; cursor: Cursor | null; size: number },
): Promise<Page<LeavingRiskRow>> {
  const db = sql();
  const keyset = { key: sortKeys[sort.name], id: "r.employee_id", isDescending: sort.isDescending, cursor };
  const rows = await db<(Omit<LeavingRiskRow, "factors"> & { factors: unknown; exact: string })[]>`
    select r.employee_id as id, e.employee_number as number, e.name, e.org_unit_name as unit_name, e.job_title,
           r.leave_probability_12m::float8 as probability, r.leave_probability_lower::float8 as lower,
           r.leave_probability_upper::float8 as upper, r.accounts_exposed,
           r.revenue_exposed_12m_minor as revenue_exposed_minor, r.expected_revenue_loss_minor, r.factors,
           r.leave_probability_12m::numeric(12, 8)::text as exact
    from employee_leaving_risks r join employee_summaries e on e.employee_id = r.employee_id
    where e.status = 'active' and ${employeesInScope(db, scope)} and ${beyondCursor(db, keyset)}
    order by ${keysetOrder(db, keyset)} limit ${size + 1}`;
  const edges: Readonly<Record<LeavingRiskSort, (row: (typeof rows)[number]) => unknown>> = {
    loss: (row) => row.expectedRevenueLossMinor,
    probability: (row) => row.exact,
    revenue: (row) => row.revenueExposedMinor,
    accounts: (row) => row.accountsExposed,
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
