/** How far an effect may be trusted, and what its sentence may say: by rule, never by hand (decision 0013). */
import type { Check, DriverEffect, Grade, Verdict, Weakening } from "../result";
import { falseDiscoveryRate } from "../specs";

export type Design = "event_study" | "within" | "association";

const bestGrade: Readonly<Record<Design, Grade>> = { event_study: "A", within: "B", association: "C" };

/** Under this many units nothing is claimed; under the second the claim is marked weak. */
export const fewestUnits = 10;
export const fewUnits = 30;

/** What lowers a grade by a step, or to association. */
const lowering: Readonly<Partial<Record<Weakening, Grade>>> = {
  pre_trend_not_flat: "C",
  placebo_not_flat: "C",
  lead_not_flat: "C",
  pre_trend_could_not_be_seen: "B",
  checks_disagree: "C",
};

export function gradeOf(design: Design, weakened: readonly Weakening[]): Grade {
  let grade = bestGrade[design];
  for (const weakening of weakened) {
    const lowered = lowering[weakening];
    if (lowered && lowered > grade) grade = lowered;
  }
  return grade;
}

/** `units` are what the exposure varies over: people for staff factors, accounts for handovers. */
export function weakeningsOf(units: number, clusters: number, checks: readonly Check[]): Weakening[] {
  const weakened: Weakening[] = [];
  if (units < fewestUnits) weakened.push("too_few_units");
  else if (units < fewUnits) weakened.push("few_units");
  if (clusters < 40) weakened.push("few_clusters");
  const failed = (name: Check["name"]) =>
    checks.some((check) => check.name === name && check.passed === false);
  if (failed("lead")) weakened.push("lead_not_flat");
  if (failed("pre_trend")) weakened.push("pre_trend_not_flat");
  if (failed("placebo_date")) weakened.push("placebo_not_flat");
  if (failed("sun_abraham") || failed("complementary_log_log")) weakened.push("checks_disagree");
  if (failed("answer_rate")) weakened.push("answer_rate_changed");
  return weakened;
}

/** The verb's strength. q where the analysis is of a family, else p. */
export function verdictOf(effect: Pick<DriverEffect, "grade" | "p" | "q" | "weakened">): Verdict {
  if (effect.weakened.includes("too_few_units")) return "side_by_side";
  if (!((effect.q ?? effect.p) <= falseDiscoveryRate)) return "none";
  return effect.grade === "A" ? "moves" : effect.grade === "B" ? "differs" : "goes_with";
}
