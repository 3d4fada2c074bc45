import type { Scope } from "~/modules/access/scope";
import { findStudy, headOf, type StudyHead } from "./find-study.server";
import { type PreparedRetention, prepareRetention } from "./prepare-retention";

export interface RetentionStudy {
  readonly head: StudyHead | null;
  readonly groupings: readonly PreparedRetention[];
}

/** How long accounts stay, by who serves them. */
export async function getRetentionStudy(scope: Scope<"drivers.read">): Promise<RetentionStudy> {
  const result = await findStudy(scope, "retention");
  return { head: result && headOf(result), groupings: prepareRetention(result?.retention ?? []) };
}
