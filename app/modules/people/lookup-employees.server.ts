import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { employeesInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { searchCondition } from "./matching-employees.server";

export interface EmployeeMatch {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Job and unit. */
  readonly detail: string | null;
}

const most = 12;

/** Who in scope is meant by these few letters or digits? Leavers come last, and not at all where only those present are asked for. */
export async function lookupEmployees(
  scope: Scope<"people.read">,
  search: string,
  { onlyPresent }: { onlyPresent: boolean },
): Promise<EmployeeMatch[]> {
  const db = sql();
  const { today } = await companyToday(db);
  const hasLeft = db`(e.left_on is not null and e.left_on <= ${today}::date)`;
  const rows = await db<
    { id: string; number: string; name: string; jobTitle: string | null; unit: string | null }[]
  >`
    select e.employee_id as id, e.employee_number as number, e.name, e.job_title, e.org_unit_name as unit
    from employee_summaries e
    where ${employeesInScope(db, scope)} and ${searchCondition(db, search)}
      and ${onlyPresent ? db`not ${hasLeft}` : db`true`}
    order by lower(e.employee_number) = lower(${search}) desc, ${hasLeft}, e.name, e.employee_id limit ${most}`;
  return rows.map(({ id, number, name, jobTitle, unit }) => ({
    id,
    number,
    name,
    detail: [jobTitle, unit].filter(Boolean).join(", ") || null,
  }));
}
