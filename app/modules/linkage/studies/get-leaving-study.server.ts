import type { Scope } from "~/modules/access/scope";
import { readForestFilters } from "../drivers/ui/forest-filters";
import { type Forest, prepareForest } from "../drivers/ui/prepare-forest";
import { findStudy, headOf, type StudyHead } from "./find-study.server";
import { type PreparedLeaving, prepareLeaving } from "./prepare-leaving";

export interface LeavingStudy {
  readonly head: StudyHead | null;
  readonly leaving: PreparedLeaving;
  readonly predictors: Forest["groups"];
}

const everything = readForestFilters(new URLSearchParams());

/** When and why people leave, and what predicts it. Of the whole company and never of a person, for every reader alike. */
export async function getLeavingStudy(scope: Scope<"drivers.read">): Promise<LeavingStudy> {
  const result = await findStudy(scope, "leaving");
  const leaving = prepareLeaving(result?.leaving ?? { byReason: [] });
  const head = result && headOf(result);
  return {
    // Where only the predictors have no answer, the curves stand and the forest says why.
    head: head && leaving.reasons.length > 0 ? { ...head, refused: null } : head,
    leaving,
    predictors: result ? prepareForest([result], everything).groups : [],
  };
}
