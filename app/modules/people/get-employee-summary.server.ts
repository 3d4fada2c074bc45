import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { OutcomeCounts } from "./account-outcomes";

/** One person's twelve months as the rollup sums them up, and how many colleagues the workload is measured against. */
export interface EmployeeSummary {
  readonly asOf: string;
  readonly trainingHours12m: number;
  readonly accountsOwned: number;
  readonly accountsServed: number;
  readonly workloadZ: number | null;
  readonly peers: number;
  readonly revenueOwnedMinor: string;
  readonly outcomes: OutcomeCounts;
}

/** Null for the second or so until a new employee is first summed up. */
export async function findEmployeeSummary(
  scope: Scope<"people.read">,
  employeeId: string,
): Promise<EmployeeSummary | null> {
  const db = sql();
  await requireEmployeeInScope(db, scope, employeeId);
  const { today } = await companyToday(db);
  const [row] = await db<Row[]>`
    select e.as_of, e.training_hours_12m, e.accounts_owned, e.accounts_served, e.workload_z, e.revenue_owned_12m_minor,
           e.csat_n_12m, e.csat_top2_n_12m, e.csat_sum_12m, e.nps_n_12m, e.nps_promoters_12m, e.nps_detractors_12m,
           e.account_months_12m, e.accounts_lost_12m,
           (select count(*)::int from employee_summaries peer where peer.job_title = e.job_title
              and peer.accounts_served > 0 and peer.hired_on <= ${today}::date
              and (peer.left_on is null or peer.left_on > ${today}::date)) as peers
    from employee_summaries e where e.employee_id = ${employeeId}`;
  if (!row) return null;
  return {
    asOf: row.asOf,
    trainingHours12m: Number(row.trainingHours12m),
    accountsOwned: row.accountsOwned,
    accountsServed: row.accountsServed,
    workloadZ: row.workloadZ === null ? null : Number(row.workloadZ),
    peers: row.peers,
    revenueOwnedMinor: row.revenueOwned12mMinor.toString(),
    outcomes: {
      csatN: row.csatN12m,
      csatTop2N: row.csatTop2N12m,
      csatSum: row.csatSum12m,
      npsN: row.npsN12m,
      npsPromoters: row.npsPromoters12m,
      npsDetractors: row.npsDetractors12m,
      accountMonths: row.accountMonths12m,
      accountsLost: row.accountsLost12m,
    },
  };
}

interface Row {
  readonly asOf: string;
  readonly trainingHours12m: string;
  readonly accountsOwned: number;
  readonly accountsServed: number;
  readonly workloadZ: string | null;
  readonly peers: number;
  readonly revenueOwned12mMinor: bigint;
  readonly csatN12m: number;
  readonly csatTop2N12m: number;
  readonly csatSum12m: number;
  readonly npsN12m: number;
  readonly npsPromoters12m: number;
  readonly npsDetractors12m: number;
  readonly accountMonths12m: number;
  readonly accountsLost12m: number;
}
