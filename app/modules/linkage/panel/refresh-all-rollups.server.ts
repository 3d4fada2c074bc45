import { runInSql } from "~/db/run-statement.server";
import type { Sql, SqlTransaction } from "~/db/sql.server";
import type { Statement } from "~/db/statement";
import { companyToday } from "~/modules/access/company.server";
import type { PanelScope } from "./panel-scope";
import { refreshAccountMonths } from "./refresh-account-months";
import { refreshAccountSummaries } from "./refresh-account-summaries";
import { refreshEmployeeSummaries } from "./refresh-employee-summaries";
import { refreshUnitCustomerMonths } from "./refresh-unit-customer-months";
import { refreshUnitPeopleMonths } from "./refresh-unit-people-months";

/** In this order each reads what stands before it. */
const refreshes: readonly ((scope: PanelScope, asOf: string) => Statement)[] = [
  refreshAccountMonths,
  refreshEmployeeSummaries,
  refreshAccountSummaries,
  refreshUnitCustomerMonths,
  refreshUnitPeopleMonths,
];

/** Brings every rollup up to today, in one transaction; what was queued is thereby done. */
export async function refreshAllRollups(sql: Sql, asOf?: string): Promise<void> {
  await sql.begin(async (tx) => {
    await refreshAllRollupsIn(tx as SqlTransaction, asOf);
  });
}

/** The same within a transaction that is already open. */
export async function refreshAllRollupsIn(tx: SqlTransaction, asOf?: string): Promise<void> {
  const day = asOf ?? (await companyToday(tx)).today;
  await tx`delete from rollup_queue`;
  await tx`set local work_mem = '256MB'`;
  for (const refresh of refreshes) await runInSql(tx, refresh("all", day));
}
