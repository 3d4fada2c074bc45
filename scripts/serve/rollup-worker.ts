import type { Sql } from "../../app/db/sql.server";
import { drainRollups } from "../../app/modules/linkage/panel/drain-rollups.server";

const intervalMs = 500;

/** Keeps the rollups within about a second of the ledgers; gives the function that stops it. */
export function startRollupWorker(sql: Sql): () => Promise<void> {
  let isStopping = false;
  let wake = () => {};
  const loop = (async () => {
    while (!isStopping) {
      // A database that is away is reported by the pages; the queue waits for it.
      await drainRollups(sql).catch(() => 0);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, intervalMs).unref();
      });
    }
  })();
  return async () => {
    isStopping = true;
    wake();
    await loop;
  };
}
