import { sql } from "~/db/sql.server";
import type { SpecResult } from "../result";
import type { DriverRun } from "./driver-run";
import type { ResultsScope } from "./get-latest-driver-run.server";
import { readRunResults } from "./run-results.server";
import { listRuns } from "./stored-runs.server";

export interface PreviousResult {
  readonly run: DriverRun;
  readonly result: SpecResult;
}

/** The same analysis in the finished run before the latest, to compare with; null where there is none. */
export async function findPreviousResult(_scope: ResultsScope, spec: string): Promise<PreviousResult | null> {
  const [, run] = await listRuns(sql(), ["finished"], 2);
  if (!run) return null;
  const result = (await readRunResults(run.id)).find((each) => each.spec === spec);
  return result ? { run, result } : null;
}
