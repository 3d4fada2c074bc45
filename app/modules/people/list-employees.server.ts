import { beyondCursor, keysetOrder, type SortKey, toPage } from "~/db/keyset.server";
import { sql } from "~/db/sql.server";
import type { Page } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { pageSize } from "~/ui/tables/list-query";
import { type EmployeeStatus, statusOn } from "./employee";
import type { EmployeeQuery, EmployeeSort } from "./employee-query";
import { matchingEmployees } from "./matching-employees.server";
import { tenureMonths } from "./tenure";

/** One row of the list: operational facts only. There is no pay here to be shown, sorted or filtered by. */
export interface ListedEmployee {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly email: string | null;
  readonly status: EmployeeStatus;
  readonly hiredOn: string;
  readonly leftOn: string | null;
  readonly tenureMonths: number | null;
  readonly unit: string | null;
  readonly jobTitle: string | null;
  readonly manager: string | null;
  readonly fte: number | null;
  readonly trainingHours12m: number;
  readonly accountsOwned: number;
  readonly accountsServed: number;
  readonly workloadZ: number | null;
  readonly revenueOwnedMinor: string;
  readonly csatN: number;
  readonly csatTop2N: number;
  readonly accountsLost12m: number;
}

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

interface Row {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly email: string | null;
  readonly hiredOn: string;
  readonly leftOn: string | null;
  readonly orgUnitName: string | null;
  readonly jobTitle: string | null;
  readonly managerName: string | null;
  readonly fte: string | null;
  readonly trainingHours12m: string;
  readonly accountsOwned: number;
  readonly accountsServed: number;
  readonly workloadZ: string | null;
  readonly revenueOwned12mMinor: bigint;
  readonly csatN12m: number;
  readonly csatTop2N12m: number;
  readonly accountsLost12m: number;
  readonly sortValue: unknown;
}

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
    db<Row[]>`
      select e.employee_id, e.employee_number, e.name, e.email, e.hired_on, e.left_on, e.org_unit_name, e.job_title,
             e.manager_name, e.fte, e.training_hours_12m, e.accounts_owned, e.accounts_served, e.workload_z,
             e.revenue_owned_12m_minor, e.csat_n_12m, e.csat_top2_n_12m, e.accounts_lost_12m,
             ${db.unsafe(key.expression)} as sort_value
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

function toListed(row: Row, today: string): ListedEmployee {
  return {
    id: row.employeeId,
    number: row.employeeNumber,
    name: row.name,
    email: row.email,
    status: statusOn(row, today),
    hiredOn: row.hiredOn,
    leftOn: row.leftOn,
    tenureMonths: tenureMonths(row, today),
    unit: row.orgUnitName,
    jobTitle: row.jobTitle,
    manager: row.managerName,
    fte: row.fte === null ? null : Number(row.fte),
    trainingHours12m: Number(row.trainingHours12m),
    accountsOwned: row.accountsOwned,
    accountsServed: row.accountsServed,
    workloadZ: row.workloadZ === null ? null : Number(row.workloadZ),
    revenueOwnedMinor: row.revenueOwned12mMinor.toString(),
    csatN: row.csatN12m,
    csatTop2N: row.csatTop2N12m,
    accountsLost12m: row.accountsLost12m,
  };
}
