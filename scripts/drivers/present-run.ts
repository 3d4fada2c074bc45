import { setTimeout as wait } from "node:timers/promises";
import type { Sql } from "../../app/db/sql.server";
import { AppError } from "../../app/kernel/app-error";
import type { DriverRun } from "../../app/modules/linkage/drivers/runs/driver-run";
import { isUpToDate, readPresentFacts } from "../../app/modules/linkage/drivers/runs/present-facts.server";
import { noteRun, withdrawRun } from "../../app/modules/linkage/drivers/runs/queue-run.server";
import { type FitElsewhere, runDrivers } from "../../app/modules/linkage/drivers/runs/run-drivers.server";
import { endSilentRuns } from "../../app/modules/linkage/drivers/runs/run-states.server";
import { listRuns } from "../../app/modules/linkage/drivers/runs/stored-runs.server";
import { drainRollups } from "../../app/modules/linkage/panel/drain-rollups.server";

interface Options {
  readonly sql: Sql;
  readonly fit: FitElsewhere;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, spec: string | null) => void;
}

const lookEveryMs = 500;
const requestedBy = "command line";

/**
 * The finished run of today's data and code: the stored one, else one computed now. Where the application's worker is at
 * it already, its run is waited for instead of computing the same twice.
 */
export async function presentRun({ sql, fit, signal, onProgress }: Options): Promise<DriverRun> {
  while ((await drainRollups(sql)) > 0) signal.throwIfAborted();
  for (;;) {
    const present = await readPresentFacts(sql);
    const [finished] = await listRuns(sql, ["finished"], 1);
    if (finished && isUpToDate(finished, present)) {
      await withdrawRun(sql, { present, requestedBy });
      return finished;
    }
    await endSilentRuns(sql);
    if (await waitForOthers(sql, signal, onProgress)) continue;
    await noteRun(sql, { present, requestedBy });
    const outcome = await runDrivers(sql, fit, { signal, onProgress });
    if (outcome === "finished") return (await listRuns(sql, ["finished"], 1))[0]!;
    if (outcome === "failed") {
      const [failed] = await listRuns(sql, ["failed"], 1);
      throw new AppError("conflict", `The computation failed: ${failed?.error}`);
    }
    signal.throwIfAborted();
  }
}

/** Gives whether there was anything to wait for. */
async function waitForOthers(
  sql: Sql,
  signal: AbortSignal,
  onProgress: Options["onProgress"],
): Promise<boolean> {
  for (let hasWaited = false; ; hasWaited = true) {
    const [running] = await listRuns(sql, ["running"], 1);
    if (!running) return hasWaited;
    onProgress(running.progress, running.currentSpec);
    await wait(lookEveryMs, undefined, { signal });
    await endSilentRuns(sql);
  }
}
