import type { SqlTransaction } from "~/db/sql.server";

/** One refresh at a time, until the transaction ends: two that rewrite the same unit would wait for each other crosswise. */
export async function lockRollups(tx: SqlTransaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('rollups'))`;
}
