import type { Sql, SqlTransaction } from "~/db/sql.server";
import { fitDrivers } from "../fit-drivers.server";
import { keptRuns } from "./driver-run";
import type { PresentFacts } from "./present-facts.server";

export interface FitOrder extends PresentFacts {
  readonly runId: string;
}

/**
 * Computes all analyses and stores them as the run's, in one transaction with the risks that follow from them: pages see
 * the whole run or none of it. Computes for long without a pause, so it belongs in a thread of its own.
 */
export async function fitAndStore(
  sql: Sql,
  { runId, asOf, dataStamp, codeVersion }: FitOrder,
  onProgress: (done: number, spec: string | null) => void,
): Promise<void> {
  const fitted = await fitDrivers({ sql, asOf, dataStamp, codeVersion, onProgress });
  await sql.begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    const { count } = await tx`
      update driver_runs
      set status = 'finished', progress = 1, current_spec = null, finished_at = clock_timestamp(), error = null,
          account_months = (select count(*)::int from panel_months)
      where id = ${runId} and status = 'running'`;
    if (count !== 1) throw new Error("The run was taken over by another process");
    for (const result of fitted.results)
      await tx`insert into driver_results (run_id, spec, result, computed_at)
               values (${runId}, ${result.spec}, ${tx.json(result as never)}, ${result.computedAt})`;
    await fitted.storeRisks(tx);
    await forgetOldRuns(tx);
  });
}

async function forgetOldRuns(tx: SqlTransaction): Promise<void> {
  await tx`
    delete from driver_runs where status in ('finished', 'failed') and id not in (
      select id from driver_runs where status = 'finished' order by finished_at desc limit ${keptRuns})`;
}
