import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import type { SpecResult } from "../result";
import { listDriverResults } from "../runs/list-driver-results.server";
import { readRunResults } from "../runs/run-results.server";
import { listRuns } from "../runs/stored-runs.server";
import { protectEffects } from "../ui/protect-effects";

type ReadScope = Scope<"drivers.read">;

/** Results of a run never change, and each process holds those of two runs: protected once, shown to everybody. */
const protectedResults = new WeakMap<readonly SpecResult[], readonly SpecResult[]>();

function protectedOnce(results: readonly SpecResult[]): readonly SpecResult[] {
  const known = protectedResults.get(results);
  if (known) return known;
  const shown = protectEffects(results);
  protectedResults.set(results, shown);
  return shown;
}

/** What pages and files of the analysis may show of the latest finished run. */
export async function listShownResults(scope: ReadScope): Promise<readonly SpecResult[]> {
  return protectedOnce(await listDriverResults(scope));
}

/** The same of the finished run before the latest, to compare with; empty where there is none. */
export async function listPreviousResults(_scope: ReadScope): Promise<readonly SpecResult[]> {
  const [, run] = await listRuns(sql(), ["finished"], 2);
  return run ? protectedOnce(await readRunResults(run.id)) : [];
}
