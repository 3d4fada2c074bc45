import { beyondCursor, keysetOrder, type SortKey, toPage } from "~/db/keyset.server";
import { sql } from "~/db/sql.server";
import type { Page } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { pageSize } from "~/ui/tables/list-query";
import type { EmployeeQuery, EmployeeSort } from "./employee-query";
import { type ListedEmployee, type ListedRow, listedColumns, toListed } from "./listed-employee.server";
import { matchingEmployees } from "./matching-employees.server";

export interface EmployeeList extends Page<ListedEmployee> {
  readonly total: number;
  readonly asOf: string;
  readonly currency: string;
}

export const sortKeys: Readonly<Record<EmployeeSort, SortKey>> = {
  name: { expression: "e.name", kind: "text" },
  job: { expression: "e.job_title", kind: "text", isNullable: true },
  unit: { expression: "e.org_unit_name", kind: "text", isNullable: true },
  tenure: { expression: "(coalesce(least(e.left_on, e.as_of), e.as_of) - e.hired_on)", kind: "whole" },
  training: { expression: "e.training_hours_12m", kind: "decimal" },
  accounts: { expression: "e.accounts_owned", kind: "whole" },
  workload: { expression: "e.workload_z", kind: "decimal", isNullable: true },
  revenue: { expression: "e.revenue_owned_12m_minor", kind: "whole" },
  csat: {
    expression: "round(e.csat_top2_n_12m::numeric / nullif(e.csat_n_12m, 0), 6)",
    kind: "decimal",
    isNullable: true,
  },
  lost: { expression: "e.accounts_lost_12m", kind: "whole" },
};

/** One page of the people in scope; `total` counts all that match. */
export async function listEmployees(
  scope: Scope<"people.read">,
  query: EmployeeQuery,
  size: number = pageSize,
): Promise<EmployeeList> {
  const db = sql();
  const company = await companyToday(db);
  const key = sortKeys[query.sort.name];
  const keyset = { key, id: "e.employee_id", isDescending: query.sort.isDescending, cursor: query.cursor };
  const matching = matchingEmployees(db, scope, query, company.today);
  const [rows, [count]] = await Promise.all([
    db<(ListedRow & { sortValue: unknown })[]>`
      select ${listedColumns(db)}, ${db.unsafe(key.expression)} as sort_value
      from employee_summaries e
      where ${matching} and ${beyondCursor(db, keyset)}
      order by ${keysetOrder(db, keyset)} limit ${size + 1}`,
    db<{ total: number }[]>`select count(*)::int as total from employee_summaries e where ${matching}`,
  ]);
  const page = toPage(rows, keyset, { size, edge: (row) => ({ value: row.sortValue, id: row.employeeId }) });
  return {
    ...page,
    rows: page.rows.map((row) => toListed(row, company.today)),
    total: count?.total ?? 0,
    asOf: company.today,
    currency: company.reportingCurrency,
  };
}
