import type { SqlTransaction } from "~/db/sql.server";

/** One refresh at a time, until the transaction ends: two that rewrite the same unit would wait for each other crosswise. */
export async function lockRollups(tx: SqlTransaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('rollups'))`;
}

/**
 * Beside others who do the same, while every other refresh waits: for portions that write nothing in common.
 */
export async function lockRollupsTogether(tx: SqlTransaction): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(hashtext('rollups'))`;
}

/** Room to join and sum a portion without going to disk. At most two refreshes run at a time. */
export async function giveMemory(tx: SqlTransaction): Promise<void> {
  await tx`set local work_mem = '64MB'`;
}
