import { queueRollup } from "~/db/rollup-queue";
import { runInSql } from "~/db/run-statement.server";
import type { SqlTransaction } from "~/db/sql.server";
import { sql } from "~/db/sql.server";
import { type AuditEntry, recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { type Company, companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { refreshAccountSummaries } from "../panel/refresh-account-summaries";

export interface ChangedAssignments<Result> {
  readonly result: Result;
  readonly accountIds: readonly string[];
  readonly employeeIds: readonly string[];
  readonly audit: readonly AuditEntry[];
}

/** Key and parameters of `errors.field` for the field at fault; the form shows it there. */
export function refuseField(
  field: string,
  key: string,
  params: Readonly<Record<string, string>> = {},
): AppError {
  return new AppError("invalid", `${field}: ${key}`, { fields: { [field]: { key, params } } });
}

/**
 * The frame of every change to assignments. Who may see an account depends on its owner, so the accounts' summaries are
 * made new in the same transaction; the other rollups follow through the queue.
 */
export async function changeAssignments<Result>(
  scope: Scope<"assignments.write" | "customers.write">,
  work: (tx: SqlTransaction, company: Company) => Promise<ChangedAssignments<Result>>,
): Promise<Result> {
  try {
    const changed = await sql().begin(async (begun) => {
      const tx = begun as SqlTransaction;
      const company = await companyToday(tx);
      const { result, accountIds, employeeIds, audit } = await work(tx, company);
      if (accountIds.length > 0) {
        await runInSql(tx, refreshAccountSummaries(accountIds, company.today));
        await runInSql(tx, queueRollup("account", accountIds));
        await runInSql(tx, queueRollup("ownership", accountIds));
        await runInSql(tx, queueRollup("employee", employeeIds));
      }
      for (const entry of audit) await recordAudit(tx, scope.actor, entry);
      return { result };
    });
    return changed.result as Result;
  } catch (error) {
    const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
    // Somebody else assigned the same person at the same moment, or an earlier period reaches into this one.
    if (code === "23P01" || (code === "23505" && constraint?.startsWith("assignments")))
      throw refuseField("form", "assignmentOverlap");
    throw error;
  }
}
