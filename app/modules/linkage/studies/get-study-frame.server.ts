import { sql } from "~/db/sql.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { getRunState } from "../drivers/runs/get-run-state.server";
import type { RunState } from "../drivers/runs/run-state";

/** What stands round every study: where the calculation is, and what the reader may do about it. */
export interface StudyFrame {
  readonly run: RunState;
  readonly timeZone: string;
  readonly canRun: boolean;
}

export async function getStudyFrame(scope: Scope<"drivers.read">): Promise<StudyFrame> {
  const [run, { timeZone }] = await Promise.all([getRunState(scope), companyToday(sql())]);
  return {
    run,
    timeZone,
    canRun: can(scope.roles, "drivers.run"),
  };
}
