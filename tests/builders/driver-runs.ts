/** Finished runs with results made by hand, as the worker would have stored them. */
import { v7 as uuidv7 } from "uuid";
import type { Sql } from "../../app/db/sql.server";
import type { SpecResult } from "../../app/modules/linkage/drivers/result";

/** Stores the results as those of a run finished at the instant; pages show the run begun last. */
export async function storeFinishedRun(
  sql: Sql,
  results: readonly SpecResult[],
  startedAt = "2026-11-01T01:12:00Z",
): Promise<string> {
  const id = uuidv7();
  await sql`
    insert into driver_runs (id, status, as_of, data_stamp, code_version, progress, started_at, finished_at, account_months)
    values (${id}, 'finished', '2026-10-31', 'stamp-1', '0.1.0+test', 1, ${startedAt}, ${startedAt}, 38912)`;
  for (const result of results)
    await sql`insert into driver_results (run_id, spec, result, computed_at)
              values (${id}, ${result.spec}, ${sql.json(result as never)}, ${result.computedAt})`;
  return id;
}
