import type { Sql } from "../../app/db/sql.server";
import { drainAllocation } from "../../app/modules/roi/allocation/drain-allocation.server";
import { refreshDueValues } from "../../app/modules/roi/lifetime/refresh-due-values.server";

const intervalMs = 2_000;

/**
 * Keeps the allocation of costs and the values of customers up to the ledgers, beside the server so that no page waits for
 * either; gives the function that stops it. A month that is being allocated when the program stops is done again later.
 */
export function startMoneyLoop(sql: Sql): () => Promise<void> {
  let isStopping = false;
  let wake = () => {};
  const loop = (async () => {
    while (!isStopping) {
      try {
        await drainAllocation(sql, () => isStopping);
        if (!isStopping) await refreshDueValues(sql);
      } catch {
        // A database that is away is reported by the pages; a fit that failed says so in its run.
      }
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
