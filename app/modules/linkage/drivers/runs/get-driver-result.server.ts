import { AppError } from "~/kernel/app-error";
import type { SpecResult } from "../result";
import type { ResultsScope } from "./get-latest-driver-run.server";
import { listDriverResults } from "./list-driver-results.server";

/** What the latest finished run says about one analysis. */
export async function getDriverResult(scope: ResultsScope, spec: string): Promise<SpecResult> {
  const [result] = await listDriverResults(scope, [spec]);
  if (!result) throw new AppError("not_found", "No such analysis");
  return result;
}
