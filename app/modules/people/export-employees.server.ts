import { keysetOrder } from "~/db/keyset.server";
import { sql } from "~/db/sql.server";
import { formatMinorPlain } from "~/kernel/money";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { statusOn } from "./employee";
import type { EmployeeQuery } from "./employee-query";
import { sortKeys } from "./list-employees.server";
import { matchingEmployees } from "./matching-employees.server";
import { tenureMonths } from "./tenure";

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
  const rows = await db<ExportRow[]>`
    select e.employee_number, e.name, e.email, e.hired_on, e.left_on, e.org_unit_name, e.job_title, e.manager_name, e.fte,
           e.training_hours_12m, e.accounts_owned, e.accounts_served, e.workload_z, e.revenue_owned_12m_minor,
           e.csat_n_12m, e.csat_top2_n_12m, e.accounts_lost_12m
    from employee_summaries e where ${matchingEmployees(db, scope, query, today)} order by ${order}`;
  return {
    asOf: today,
    currency: reportingCurrency,
    rows: rows.map((row) => ({
      number: row.employeeNumber,
      name: row.name,
      email: row.email,
      job: row.jobTitle,
      unit: row.orgUnitName,
      manager: row.managerName,
      status: statusOn(row, today),
      hired: row.hiredOn,
      left: row.leftOn,
      tenure: tenureMonths(row, today),
      fte: row.fte === null ? null : Number(row.fte),
      training: Number(row.trainingHours12m),
      accounts: row.accountsOwned,
      served: row.accountsServed,
      workload: row.workloadZ === null ? null : Number(row.workloadZ),
      revenue: formatMinorPlain(row.revenueOwned12mMinor, reportingCurrency),
      csat: row.csatN12m === 0 ? null : Number((row.csatTop2N12m / row.csatN12m).toFixed(4)),
      csatN: row.csatN12m,
      lost: row.accountsLost12m,
    })),
  };
}

interface ExportRow {
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
}
