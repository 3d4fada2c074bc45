import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { employeesInScope, requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { LeaveReason } from "./departure";
import { type EmployeeStatus, statusOn } from "./employee";
import { tenureMonths } from "./tenure";

/** The head of an employee's page: operational facts, never pay. */
export interface EmployeeFacts {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly email: string | null;
  readonly hiredOn: string;
  readonly leftOn: string | null;
  readonly status: EmployeeStatus;
  readonly tenureMonths: number | null;
  readonly jobTitle: string | null;
  readonly unitId: string | null;
  readonly unit: string | null;
  /** The id only where the manager's own page is in reach. */
  readonly manager: { readonly id: string | null; readonly name: string } | null;
  readonly fte: number | null;
  /** For those who keep the staff ledger; null for everyone else. */
  readonly kept: {
    readonly leaveReason: LeaveReason | null;
    readonly regretted: boolean | null;
    readonly serviceOrientation: string | null;
  } | null;
  readonly asOf: string;
  readonly reportingCurrency: string;
}

interface Row {
  readonly id: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly email: string | null;
  readonly hiredOn: string;
  readonly leftOn: string | null;
  readonly leaveReason: LeaveReason | null;
  readonly regretted: boolean | null;
  readonly serviceOrientation: string | null;
  readonly jobTitle: string | null;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly isManagerInReach: boolean;
  readonly fte: string | null;
}

/** Reads the ledger and not the rollup, so that what was recorded a moment ago is there. */
export async function getEmployee(
  scope: Scope<"people.read" | "people.write" | "pay.write">,
  employeeId: string,
): Promise<EmployeeFacts> {
  const db = sql();
  await requireEmployeeInScope(db, scope, employeeId);
  const { today, reportingCurrency } = await companyToday(db);
  const [row] = await db<Row[]>`
    select p.id, p.employee_number, p.name, p.email, p.hired_on, p.left_on, p.leave_reason, p.regretted,
           p.service_orientation, s.job_title, u.id as unit_id, u.name as unit, m.id as manager_id, m.name as manager_name,
           s.fte, exists (select 1 from employee_summaries e where e.employee_id = m.id and ${employeesInScope(db, scope)})
             as is_manager_in_reach
    from employees p
    left join lateral (
      select * from employment_spells where employee_id = p.id
      order by starts_on > ${today}::date, starts_on desc limit 1) s on true
    left join org_units u on u.id = s.org_unit_id
    left join employees m on m.id = s.manager_id
    where p.id = ${employeeId} and p.archived_at is null`;
  if (!row) throw new AppError("not_found", "No such employee");
  const mayKeep = can(scope.roles, "people.write");
  return {
    id: row.id,
    number: row.employeeNumber,
    name: row.name,
    email: row.email,
    hiredOn: row.hiredOn,
    leftOn: row.leftOn,
    status: statusOn(row, today),
    tenureMonths: tenureMonths(row, today),
    jobTitle: row.jobTitle,
    unitId: row.unitId,
    unit: row.unit,
    manager: row.managerName
      ? { id: row.isManagerInReach ? row.managerId : null, name: row.managerName }
      : null,
    fte: row.fte === null ? null : Number(row.fte),
    kept: mayKeep
      ? {
          leaveReason: row.leaveReason,
          regretted: row.regretted,
          serviceOrientation: row.serviceOrientation,
        }
      : null,
    asOf: today,
    reportingCurrency,
  };
}
