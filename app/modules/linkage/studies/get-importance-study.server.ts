import type { Scope } from "~/modules/access/scope";
import { findStudy, headOf, type StudyHead } from "./find-study.server";
import { type PreparedImportance, prepareImportance } from "./prepare-importance";

export interface ImportanceStudy {
  readonly head: StudyHead | null;
  readonly importance: PreparedImportance | null;
  /** Account-months behind the shares. */
  readonly rows: number;
}

/** How much of the difference between accounts goes with each factor. */
export async function getImportanceStudy(scope: Scope<"drivers.read">): Promise<ImportanceStudy> {
  const result = await findStudy(scope, "importance");
  return {
    head: result && headOf(result),
    importance: result?.importance ? prepareImportance(result.importance) : null,
    rows: result?.sample.rows ?? 0,
  };
}
