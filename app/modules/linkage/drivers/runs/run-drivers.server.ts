import type { Sql } from "~/db/sql.server";
import { drainRollups } from "../../panel/drain-rollups.server";
import { beatEverySeconds } from "./driver-run";
import type { FitOrder } from "./fit-and-store.server";
import { readPresentFacts } from "./present-facts.server";
import { beat, failRun, hasFinished, putBackRun, takeWaitingRun } from "./run-states.server";

export interface FitControls {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, spec: string | null) => void;
}
/** Computes and stores one run somewhere where it does not keep the caller from beating; rejects once aborted. */
export type FitElsewhere = (order: FitOrder, controls: FitControls) => Promise<void>;

export type RunOutcome = "finished" | "failed" | "stopped" | "nothing_waits" | "another_runs";

/**
 * Takes the waiting run and computes it, with the ledgers' latest rows counted in. Aborting puts the run back for the
 * next process. A failure is the run's own: it is stored, not thrown.
 */
export async function runDrivers(
  sql: Sql,
  fitElsewhere: FitElsewhere,
  { signal, onProgress = () => {} }: { signal: AbortSignal; onProgress?: FitControls["onProgress"] },
): Promise<RunOutcome> {
  while ((await drainRollups(sql)) > 0) signal.throwIfAborted();
  const present = await readPresentFacts(sql);
  const taken = await takeWaitingRun(sql, present);
  if (typeof taken === "string") return taken;
  const { runId } = taken;
  const own = new AbortController();
  let at = { progress: 0, spec: null as string | null };
  // A database that is away for a moment is no reason to stop; one that says the run is another's is.
  const heart = setInterval(() => {
    beat(sql, runId, at).then(
      (isOwn) => isOwn || own.abort(new Error("The run was taken over by another process")),
      () => {},
    );
  }, beatEverySeconds * 1_000);
  try {
    await fitElsewhere(
      { runId, ...present },
      {
        signal: AbortSignal.any([signal, own.signal]),
        onProgress: (progress, spec) => {
          const isNewSpec = spec !== at.spec;
          at = { progress, spec };
          if (isNewSpec) void beat(sql, runId, at).catch(() => {});
          onProgress(progress, spec);
        },
      },
    );
    return "finished";
  } catch (error) {
    // A heart that beats between the last commit and the fit's own end finds no running run and takes it for another's.
    if (await hasFinished(sql, runId)) return "finished";
    if (signal.aborted) {
      await putBackRun(sql, runId);
      return "stopped";
    }
    await failRun(sql, runId, wordsOf(error));
    return "failed";
  } finally {
    clearInterval(heart);
  }
}

function wordsOf(error: unknown): string {
  if ((error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY") return "out_of_memory";
  return error instanceof Error ? error.message : String(error);
}
