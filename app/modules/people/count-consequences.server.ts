import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

/** What hangs on a person and stays when they leave. */
export interface Consequences {
  readonly directReports: number;
  readonly accountsServed: number;
  readonly hasLogin: boolean;
}

export async function countConsequences(
  scope: Scope<"people.write">,
  employeeId: string,
): Promise<Consequences> {
  const db = sql();
  await requireEmployeeInScope(db, scope, employeeId);
  const { today } = await companyToday(db);
  const [row] = await db<Consequences[]>`
    select (select count(*)::int from employment_spells s join employees e on e.id = s.employee_id
            where s.manager_id = ${employeeId} and (s.ends_on is null or s.ends_on > ${today}::date) and e.archived_at is null)
             as direct_reports,
           coalesce((select accounts_served from employee_summaries where employee_id = ${employeeId}), 0) as accounts_served,
           exists (select 1 from users where employee_id = ${employeeId} and disabled_at is null) as has_login`;
  return row ?? { directReports: 0, accountsServed: 0, hasLogin: false };
}
