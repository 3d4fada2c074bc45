import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import type { DriverRun } from "./driver-run";
import { readPresentFacts } from "./present-facts.server";
import type { RunState } from "./run-state";
import { listRuns } from "./stored-runs.server";

/** One that somebody asked for begins at once, one that a change made due at most ten minutes later. */
const stuckAfterSeconds = { requested: 120, due: 720 };

/** Everybody who looks at a run under way asks every few seconds: one answer a second serves them all. */
const keptMs = 1_000;
let kept: { readonly at: number; readonly state: Promise<RunState> } | undefined;

export function getRunState(_scope: Scope<"drivers.read">): Promise<RunState> {
  const now = Date.now();
  if (kept && now - kept.at < keptMs) return kept.state;
  const state = readState(now);
  kept = { at: now, state };
  state.catch(() => {
    kept = undefined;
  });
  return state;
}

/** After a request, whoever made it is to see it. */
export function forgetRunState(): void {
  kept = undefined;
}

async function readState(now: number): Promise<RunState> {
  const [present, [finished], [active], [failed]] = await Promise.all([
    readPresentFacts(sql()),
    listRuns(sql(), ["finished"], 1),
    listRuns(sql(), ["running", "waiting"], 1),
    listRuns(sql(), ["failed"], 1),
  ]);
  const isFailureLatest = failed && !active && !(finished && finished.startedAt > failed.startedAt);
  return {
    finished: finished
      ? {
          id: finished.id,
          asOf: finished.asOf,
          finishedAt: finished.finishedAt,
          accountMonths: finished.accountMonths,
        }
      : null,
    isBehind: finished !== undefined && finished.dataStamp !== present.dataStamp,
    active: active ? activeOf(active, now) : null,
    failure: isFailureLatest ? { error: failed.error ?? "", at: failed.finishedAt } : null,
  };
}

function activeOf(run: DriverRun, now: number): RunState["active"] {
  const waitedSeconds = (now - Date.parse(run.startedAt)) / 1_000;
  return {
    status: run.status === "running" ? "running" : "waiting",
    progress: run.progress,
    currentSpec: run.currentSpec,
    requestedBy: run.requestedBy,
    isStuck:
      run.status === "waiting" &&
      waitedSeconds > (run.requestedBy ? stuckAfterSeconds.requested : stuckAfterSeconds.due),
  };
}
