import { sql } from "~/db/sql.server";
import type { SpecResult } from "../result";
import type { ResultsScope } from "../runs/get-latest-driver-run.server";
import { readRunResults } from "../runs/run-results.server";
import { listRuns } from "../runs/stored-runs.server";

/** Results of the finished run before the latest, to compare with; empty where there is none. */
export async function listPreviousResults(_scope: ResultsScope): Promise<readonly SpecResult[]> {
  const [, run] = await listRuns(sql(), ["finished"], 2);
  return run ? readRunResults(run.id) : [];
}
