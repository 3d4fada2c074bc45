import type { SqlFragment, SqlRunner } from "~/db/sql.server";
import { type EmployeeStatus, statusOn } from "./employee";
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

/** As `listedColumns` gives it. */
export interface ListedRow {
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
}

/** Of `employee_summaries` as `e`. */
export const listedColumns = (sql: SqlRunner): SqlFragment => sql`
  e.employee_id, e.employee_number, e.name, e.email, e.hired_on, e.left_on, e.org_unit_name, e.job_title, e.manager_name, e.fte,
  e.training_hours_12m, e.accounts_owned, e.accounts_served, e.workload_z, e.revenue_owned_12m_minor, e.csat_n_12m, e.csat_top2_n_12m,
  e.accounts_lost_12m`;

export function toListed(row: ListedRow, today: string): ListedEmployee {
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
