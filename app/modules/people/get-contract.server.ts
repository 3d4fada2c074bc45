import { sql } from "~/db/sql.server";
import { recordView } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { formatMinorPlain } from "~/kernel/money";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

/** The latest spell as form fields; with pay, which leaves an audit event, only for those who may enter it. */
export async function getContract(
  scope: Scope<"people.write">,
  employeeId: string,
): Promise<Readonly<Record<string, string>>> {
  const db = sql();
  await requireEmployeeInScope(db, scope, employeeId);
  const mayEnterPay = can(scope.roles, "pay.write");
  const [{ reportingCurrency }, [row]] = await Promise.all([
    companyToday(db),
    db<Row[]>`
      select p.name, u.code as unit_code, s.job_title, m.employee_number as manager_number, s.fte,
             ${mayEnterPay ? db`s.annual_salary_minor` : db`null::bigint`} as salary_minor, s.currency
      from employees p
      left join lateral (
        select * from employment_spells where employee_id = p.id order by starts_on desc limit 1) s on true
      left join org_units u on u.id = s.org_unit_id
      left join employees m on m.id = s.manager_id
      where p.id = ${employeeId} and p.archived_at is null`,
  ]);
  if (!row) throw new AppError("not_found", "No such employee");
  if (mayEnterPay && row.salaryMinor !== null) {
    await recordView(scope.actor, {
      action: "pay.view",
      subjectType: "employee",
      subjectId: employeeId,
      subjectName: row.name,
      detail: { page: "change" },
    });
  }
  const currency = row.currency ?? reportingCurrency;
  return {
    unitCode: row.unitCode ?? "",
    jobTitle: row.jobTitle ?? "",
    managerNumber: row.managerNumber ?? "",
    fte: row.fte === null ? "1" : String(Number(row.fte)),
    annualSalary: row.salaryMinor === null ? "" : formatMinorPlain(row.salaryMinor, currency),
    currency,
  };
}

interface Row {
  readonly name: string;
  readonly unitCode: string | null;
  readonly jobTitle: string | null;
  readonly managerNumber: string | null;
  readonly fte: string | null;
  readonly salaryMinor: bigint | null;
  readonly currency: string | null;
}
