import type { Scope } from "~/modules/access/scope";
import { findStudy, headOf, type StudyHead } from "./find-study.server";
import {
  type PreparedTeams,
  prepareTeams,
  readTeamOutcome,
  type TeamOutcome,
  teamOutcomes,
} from "./prepare-teams";

export interface TeamStudy {
  readonly head: StudyHead | null;
  readonly teams: PreparedTeams;
  /** Outcomes that were compared at all. */
  readonly outcomes: readonly TeamOutcome[];
  /** Whether the reader sees every team by name. */
  readonly isWholeCompany: boolean;
}

/** Teams against the company. Who sees part of the company sees its teams by name and all others as one. */
export async function getTeamStudy(
  scope: Scope<"drivers.read">,
  search: URLSearchParams,
): Promise<TeamStudy> {
  const result = await findStudy(scope, "teams");
  const all = result?.teams ?? [];
  const outcomes = teamOutcomes.filter((outcome) => all.some((team) => team.outcome === outcome));
  const asked = readTeamOutcome(search.get("outcome"));
  const outcome = outcomes.includes(asked) ? asked : (outcomes[0] ?? asked);
  return {
    head: result && headOf(result),
    teams: prepareTeams(all, outcome, scope.all ? null : new Set(scope.unitIds)),
    outcomes,
    isWholeCompany: scope.all,
  };
}
