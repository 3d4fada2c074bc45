import type { Sql } from "../../app/db/sql.server";
import { commandLineScope } from "../../app/modules/access/require-scope.server";
import { drainAllocation } from "../../app/modules/roi/allocation/drain-allocation.server";
import { refreshDueValues } from "../../app/modules/roi/lifetime/refresh-due-values.server";
import { refreshReturnReport } from "../../app/modules/roi/returns/get-return-report.server";

const intervalMs = 2_000;
/** The return report sums up a whole year: a swarm of changes is one change of it. */
const reportIntervalMs = 10_000;

/**
 * Keeps the allocation of costs, the values of customers and the return report up to the ledgers, beside the server so that no page waits for
 * them; gives the function that stops it. A month that is being allocated when the program stops is done again later.
 */
export function startMoneyLoop(sql: Sql): () => Promise<void> {
  let isStopping = false;
  let wake = () => {};
  let reportDueAt = 0;
  const loop = (async () => {
    while (!isStopping) {
      try {
        await drainAllocation(sql, () => isStopping);
        if (!isStopping) await refreshDueValues(sql);
        if (!isStopping && Date.now() >= reportDueAt) {
          await refreshReturnReport(commandLineScope("roi.read"));
          reportDueAt = Date.now() + reportIntervalMs;
        }
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
