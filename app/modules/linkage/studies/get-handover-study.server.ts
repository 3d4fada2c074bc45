import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { findStudy, headOf, type StudyHead } from "./find-study.server";
import { type PreparedContrast, prepareContrasts } from "./prepare-contrasts";
import {
  accountsByCause,
  type Cause,
  type OutcomeStudy,
  prepareHandovers,
  readCause,
} from "./prepare-handovers";

export interface HandoverStudy {
  readonly head: StudyHead | null;
  readonly cause: Cause;
  readonly accountsByCause: Readonly<Record<Cause, number>>;
  readonly outcomes: readonly OutcomeStudy[];
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
  const result = await findStudy(scope, "handovers");
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
    outcomes: prepareHandovers(result, cause),
    contrasts: cause === "departure" ? prepareContrasts(result.handoverContrasts) : [],
    maySeeList,
  };
}
