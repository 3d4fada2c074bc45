import { runInSql } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { refreshEmployeeSummaries } from "./refresh-employee-summaries";

/**
 * Sums one person up at once, so that who was entered a moment ago is in the next list and the next search. What hangs on
 * the person elsewhere follows through the queue.
 */
export async function refreshEmployeeNow(employeeId: string): Promise<void> {
  const { today } = await companyToday(sql());
  await runInSql(sql(), refreshEmployeeSummaries([employeeId], today));
}
