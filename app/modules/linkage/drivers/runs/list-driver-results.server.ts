import type { SpecResult } from "../result";
import { getLatestDriverRun, type ResultsScope } from "./get-latest-driver-run.server";
import { readRunResults } from "./run-results.server";

/** Results of the latest finished run, all or those named; empty until the first has finished. */
export async function listDriverResults(
  scope: ResultsScope,
  specs?: readonly string[],
): Promise<readonly SpecResult[]> {
  const run = await getLatestDriverRun(scope);
  const results = run ? await readRunResults(run.id) : [];
  return specs ? results.filter((result) => specs.includes(result.spec)) : results;
}
