import type { SqlTransaction } from "~/db/sql.server";
import type { Statement } from "~/db/statement";
import type { PanelScope } from "./panel-scope";
import { notePanelChange } from "./panel-state.server";
import { type ChangedEmployee, refreshEmployeeMonths } from "./refresh-employee-months";
import { refreshPanelAverages } from "./refresh-panel-averages";
import { refreshPanelMonths } from "./refresh-panel-months";
import { refreshPanelOutcomes } from "./refresh-panel-outcomes";

/** employee_months of these people, and of colleagues whose rating they move; gives whose rows changed. */
export async function refreshPanelEmployees(
  tx: SqlTransaction,
  scope: PanelScope,
  asOf: string,
): Promise<ChangedEmployee[]> {
  const changed = await ask<ChangedEmployee>(tx, refreshEmployeeMonths(scope, asOf));
  if (changed.length > 0) await notePanelChange(tx);
  return changed;
}

/** panel_months of whole accounts. */
export async function refreshPanelAccounts(
  tx: SqlTransaction,
  scope: PanelScope,
  asOf: string,
): Promise<void> {
  await joiningByHash(tx, scope, () => notingChange(tx, refreshPanelMonths(scope, asOf)));
}

/** Outcomes in panel_months; gives the accounts that must be made anew as a whole. */
export async function refreshOutcomes(
  tx: SqlTransaction,
  accountIds: readonly string[],
  asOf: string,
): Promise<readonly string[]> {
  const [row] = await ask<{ changed: number; reshaped: string[] }>(
    tx,
    refreshPanelOutcomes(accountIds, asOf),
  );
  if (row && row.changed > 0) await notePanelChange(tx);
  return row?.reshaped ?? [];
}

/** panel_months of these accounts, where one of the employees served them in a month in which they changed. */
export async function refreshPanelServedBy(
  tx: SqlTransaction,
  employees: readonly ChangedEmployee[],
  accountIds: readonly string[],
  asOf: string,
): Promise<void> {
  await notingChange(tx, refreshPanelAverages(employees, accountIds, asOf));
}

/** From so many accounts on, an unlucky join would hurt. */
const many = 500;

/**
 * For many accounts at once: the planner expects a few rows where a join of months gives hundred thousands, and would run
 * through one table for each row of another. With that ruled out it joins by hash.
 */
async function joiningByHash(
  tx: SqlTransaction,
  scope: PanelScope,
  work: () => Promise<void>,
): Promise<void> {
  if (scope !== "all" && scope.length < many) return work();
  await tx`set local enable_nestloop = off`;
  await work();
  await tx`set local enable_nestloop = on`;
}

async function notingChange(tx: SqlTransaction, statement: Statement): Promise<void> {
  const [row] = await ask<{ changed: number }>(tx, statement);
  if (row && row.changed > 0) await notePanelChange(tx);
}

async function ask<Row>(tx: SqlTransaction, { text, values }: Statement): Promise<Row[]> {
  return (await tx.unsafe(text, [...values] as never[])) as unknown as Row[];
}
