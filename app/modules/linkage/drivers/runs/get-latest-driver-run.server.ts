import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import type { DriverRun } from "./driver-run";
import { listRuns } from "./stored-runs.server";

/** Capabilities under which results are read: the pages of the analysis, and those that build on its estimates. */
export type ResultsScope = Scope<
  | "drivers.read"
  | "risk.accounts"
  | "risk.people"
  | "leaving.impact"
  | "roi.read"
  | "scenarios.write"
  | "people.read"
>;

/** The run whose results pages show; null until the first has finished. */
export async function getLatestDriverRun(_scope: ResultsScope): Promise<DriverRun | null> {
  const [run] = await listRuns(sql(), ["finished"], 1);
  return run ?? null;
}
