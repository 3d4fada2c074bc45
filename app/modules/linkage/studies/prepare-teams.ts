/** Which teams a reader may see, and all others as one: decided before anything leaves the server. */
import { suppressGroups } from "~/modules/access/suppression";
import type { IntervalEstimate, TeamRank } from "../drivers/result";

export const teamOutcomes = ["satisfaction", "revenue", "churn"] as const;
export type TeamOutcome = (typeof teamOutcomes)[number];

/** Units whose names the reader may see; null for everybody who sees the whole company. */
export type NamedUnits = ReadonlySet<string> | null;

export interface ShownTeam {
  readonly unitId: string;
  readonly unitName: string;
  readonly people: number;
  readonly accounts: number;
  readonly effect: IntervalEstimate;
  readonly rank: IntervalEstimate;
  /** The interval leaves the company's mean out. */
  readonly isApart: boolean;
}

export interface RestOfCompany {
  readonly teams: number;
  readonly people: number;
  readonly accounts: number;
  readonly effect: IntervalEstimate;
}

export interface PreparedTeams {
  readonly outcome: TeamOutcome;
  readonly teams: readonly ShownTeam[];
  readonly rest: RestOfCompany | null;
  /** Of all teams that were compared, shown or not: places are out of so many. */
  readonly ranked: number;
  /** Of the reader's own. */
  readonly hidden: number;
}

export function readTeamOutcome(value: string | null): TeamOutcome {
  return teamOutcomes.find((outcome) => outcome === value) ?? "satisfaction";
}

const restKey = "the rest of the company";

export function prepareTeams(
  all: readonly TeamRank[],
  outcome: TeamOutcome,
  named: NamedUnits,
): PreparedTeams {
  const visible = visibleOnce(all, named);
  const ranks = all.filter((team) => team.outcome === outcome);
  const own = ranks.filter((team) => isNamed(team, named));
  const shown = own.filter((team) => visible.has(team.unitId));
  return {
    outcome,
    teams: shown
      .map(toShown)
      .sort((a, b) => a.rank.estimate - b.rank.estimate || (a.unitName < b.unitName ? -1 : 1)),
    rest: visible.has(restKey) ? restOf(ranks.filter((team) => !isNamed(team, named))) : null,
    ranked: ranks.length,
    hidden: own.length - shown.length,
  };
}

const isNamed = (team: TeamRank, named: NamedUnits) => named === null || named.has(team.unitId);

/** The verdict takes longer than the page. It belongs to one run and one reach, and is forgotten with the run's results. */
const verdictsOf = new WeakMap<readonly TeamRank[], Map<string, ReadonlySet<string>>>();

function visibleOnce(all: readonly TeamRank[], named: NamedUnits): ReadonlySet<string> {
  const verdicts = verdictsOf.get(all) ?? new Map<string, ReadonlySet<string>>();
  verdictsOf.set(all, verdicts);
  const reach = named === null ? "all" : [...named].sort().join();
  const visible = verdicts.get(reach) ?? visibleKeys(all, named);
  verdicts.set(reach, visible);
  return visible;
}

/**
 * A team is judged by the outcome in which it has fewest people, so that switching the outcome brings none back. The
 * others together are one more group of the same company, whose mean is the zero line: they count in the subtraction.
 */
function visibleKeys(all: readonly TeamRank[], named: NamedUnits): ReadonlySet<string> {
  const people = new Map<string, number>();
  for (const team of all) people.set(team.unitId, Math.min(people.get(team.unitId) ?? Infinity, team.people));
  const isForeign = (unitId: string) => named !== null && !named.has(unitId);
  const foreign = [...people].filter(([unitId]) => isForeign(unitId));
  const groups = [...people].filter(([unitId]) => !isForeign(unitId)).map(([key, n]) => ({ key, n }));
  if (foreign.length > 0) groups.push({ key: restKey, n: foreign.reduce((sum, [, n]) => sum + n, 0) });
  const verdicts = suppressGroups(groups);
  return new Set(groups.filter(({ key }) => verdicts.get(key) === "shown").map(({ key }) => key));
}

function toShown({ unitId, unitName, people, accounts, effect, rank }: TeamRank): ShownTeam {
  return { unitId, unitName, people, accounts, effect, rank, isApart: effect.lower > 0 || effect.upper < 0 };
}

/** The mean over what the teams' figures stand on, with the spread of a sum of independent estimates. */
function restOf(teams: readonly TeamRank[]): RestOfCompany | null {
  const total = teams.reduce((sum, team) => sum + team.n, 0);
  // One other team would be named by having no name.
  if (teams.length < 2 || total === 0) return null;
  const mean = teams.reduce((sum, team) => sum + (team.n / total) * team.effect.estimate, 0);
  const halfWidth = Math.sqrt(
    teams.reduce(
      (sum, team) => sum + ((team.n / total) * (team.effect.upper - team.effect.lower) * 0.5) ** 2,
      0,
    ),
  );
  return {
    teams: teams.length,
    people: teams.reduce((sum, team) => sum + team.people, 0),
    accounts: teams.reduce((sum, team) => sum + team.accounts, 0),
    effect: { estimate: mean, lower: mean - halfWidth, upper: mean + halfWidth },
  };
}
