import { runInSql } from "~/db/run-statement.server";
import type { Sql, SqlTransaction } from "~/db/sql.server";
import type { Statement } from "~/db/statement";
import { companyToday } from "~/modules/access/company.server";
import { lockRollups } from "./lock-rollups.server";
import type { PanelScope } from "./panel-scope";
import { forgetQueuedRollups, listQueuedRollups } from "./queued-rollups.server";
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

/**
 * Brings every rollup up to today; what was queued before is thereby done. Each refresh commits on its own, so that
 * nobody who writes meanwhile waits for all of them.
 */
export async function refreshAllRollups(sql: Sql, asOf?: string): Promise<void> {
  const day = asOf ?? (await companyToday(sql)).today;
  const queued = await listQueuedRollups(sql, null);
  for (const refresh of refreshes)
    await sql.begin((tx) => refreshOne(tx as SqlTransaction, refresh("all", day)));
  await sql.begin((tx) => forgetQueuedRollups(tx as SqlTransaction, queued));
}

/** The same within a transaction that is already open. */
export async function refreshAllRollupsIn(tx: SqlTransaction, asOf?: string): Promise<void> {
  const day = asOf ?? (await companyToday(tx)).today;
  const queued = await listQueuedRollups(tx, null);
  for (const refresh of refreshes) await refreshOne(tx, refresh("all", day));
  await forgetQueuedRollups(tx, queued);
}

async function refreshOne(tx: SqlTransaction, statement: Statement): Promise<void> {
  await lockRollups(tx);
  await tx`set local work_mem = '256MB'`;
  await runInSql(tx, statement);
}
