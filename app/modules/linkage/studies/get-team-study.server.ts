import type { Scope } from "~/modules/access/scope";
import { findStudy, headOf, type StudyHead } from "./find-study.server";
import {
  type PreparedTeams,
  prepareTeams,
  readTeamOutcome,
  type TeamOutcome,
  teamOutcomes,
} from "./prepare-teams";
import { pageOfTeams, type TeamsPageNumber, teamsPerPage } from "./team-pages";

export interface TeamStudy {
  readonly head: StudyHead | null;
  readonly teams: PreparedTeams;
  /** Outcomes that were compared at all. */
  readonly outcomes: readonly TeamOutcome[];
  /** Whether the reader sees every team by name. */
  readonly isWholeCompany: boolean;
  /** The first of those whose interval leaves the company out, and how many they are, on whichever page. */
  readonly apart: { readonly names: readonly string[]; readonly count: number };
  readonly page: TeamsPageNumber;
}

const apartNamed = 6;

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
  const teams = prepareTeams(all, outcome, scope.all ? null : new Set(scope.unitIds));
  const apart = teams.teams.filter((team) => team.isApart);
  const page = pageOfTeams(teams.teams.length, search.get("page"));
  return {
    head: result && headOf(result),
    teams: { ...teams, teams: teams.teams.slice(page.first - 1, page.first - 1 + teamsPerPage) },
    outcomes,
    isWholeCompany: scope.all,
    apart: { names: apart.slice(0, apartNamed).map((team) => team.unitName), count: apart.length },
    page,
  };
}
