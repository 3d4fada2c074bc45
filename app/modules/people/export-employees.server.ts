import { keysetOrder } from "~/db/keyset.server";
import { sql } from "~/db/sql.server";
import { formatMinorPlain } from "~/kernel/money";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { EmployeeQuery } from "./employee-query";
import { sortKeys } from "./list-employees.server";
import { type ListedEmployee, type ListedRow, listedColumns, toListed } from "./listed-employee.server";
import { matchingEmployees } from "./matching-employees.server";

/** Cells by column key, for whichever columns the list shows. */
export type EmployeeCells = Readonly<Record<string, string | number | null>>;

/** Everything the list would show for this query, page after page, in its order. People tables are small: one query. */
export async function exportEmployees(
  scope: Scope<"people.read">,
  query: EmployeeQuery,
): Promise<{ rows: EmployeeCells[]; asOf: string; currency: string }> {
  const db = sql();
  const { today, reportingCurrency } = await companyToday(db);
  const key = sortKeys[query.sort.name];
  const order = keysetOrder(db, {
    key,
    id: "e.employee_id",
    isDescending: query.sort.isDescending,
    cursor: null,
  });
  const rows = await db<ListedRow[]>`
    select ${listedColumns(db)}
    from employee_summaries e where ${matchingEmployees(db, scope, query, today)} order by ${order}`;
  return {
    asOf: today,
    currency: reportingCurrency,
    rows: rows.map((row) => cellsOf(toListed(row, today), reportingCurrency)),
  };
}

function cellsOf(row: ListedEmployee, currency: string): EmployeeCells {
  return {
    number: row.number,
    name: row.name,
    email: row.email,
    job: row.jobTitle,
    unit: row.unit,
    manager: row.manager,
    status: row.status,
    hired: row.hiredOn,
    left: row.leftOn,
    tenure: row.tenureMonths,
    fte: row.fte,
    training: row.trainingHours12m,
    accounts: row.accountsOwned,
    served: row.accountsServed,
    workload: row.workloadZ,
    revenue: formatMinorPlain(BigInt(row.revenueOwnedMinor), currency),
    csat: row.csatN === 0 ? null : Number((row.csatTop2N / row.csatN).toFixed(4)),
    csatN: row.csatN,
    lost: row.accountsLost12m,
  };
}
