import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { listDriverResults } from "../drivers/runs/list-driver-results.server";
import { headOf, type StudyHead } from "./find-study.server";
import { type PreparedContrast, prepareContrasts } from "./prepare-contrasts";
import {
  accountsByCause,
  type Cause,
  type OutcomeStudy,
  prepareHandovers,
  readCause,
} from "./prepare-handovers";
import { analysesHoldingEqual, type HeldEqual, heldEqual } from "./prepare-held-equal";

export interface HandoverStudy {
  readonly head: StudyHead | null;
  readonly cause: Cause;
  readonly accountsByCause: Readonly<Record<Cause, number>>;
  readonly outcomes: ReadonlyArray<OutcomeStudy & { readonly heldEqual: HeldEqual | null }>;
  /** Worked out for departures only. */
  readonly contrasts: readonly PreparedContrast[];
  /** The list of handovers is for those who hand over. */
  readonly maySeeList: boolean;
}

/** What a change of account manager does, by its cause. About accounts of the whole company, so for every reader alike. */
export async function getHandoverStudy(
  scope: Scope<"drivers.read">,
  search: URLSearchParams,
): Promise<HandoverStudy> {
  const results = await listDriverResults(scope, ["handovers", ...analysesHoldingEqual]);
  const result = results.find(({ spec }) => spec === "handovers");
  const cause = readCause(search.get("cause"));
  const maySeeList = can(scope.roles, "assignments.write");
  if (!result) {
    const none = { departure: 0, planned: 0, account_request: 0 };
    return { head: null, cause, accountsByCause: none, outcomes: [], contrasts: [], maySeeList };
  }
  return {
    head: headOf(result),
    cause,
    accountsByCause: accountsByCause(result),
    outcomes: prepareHandovers(result, cause).map((study) => ({
      ...study,
      heldEqual: cause === "departure" ? heldEqual(results, study.outcome) : null,
    })),
    contrasts: cause === "departure" ? prepareContrasts(result.handoverContrasts) : [],
    maySeeList,
  };
}
