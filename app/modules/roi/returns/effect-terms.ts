import { grades } from "~/modules/linkage/drivers/result";
import type { Term } from "./benefit-path";
import { type EffectCatalogue, findEffect } from "./effect-catalogue";
import { weakestGrade } from "./grade-rule";

interface Change {
  readonly exposure: string;
  readonly change: number;
  readonly profile: readonly number[];
}

/** What a change of the exposure does to revenue; nothing where no effect is estimated. */
export function revenueTerms(catalogue: EffectCatalogue, { exposure, change, profile }: Change): Term[] {
  const effect = findEffect(catalogue, "revenue", exposure);
  return effect ? [{ on: "revenue", factors: [effect.key], change, profile, grade: effect.grade }] : [];
}

/**
 * What it does to the chance of losing an account: by its own effect on churn, or by way of satisfaction (effect on
 * satisfaction × effect of satisfaction on churn). Never both, which would count the same thing twice: the better graded
 * way is taken; of two alike the one whose first link, from the lever itself, is the better graded, else the direct one.
 */
export function hazardTerms(catalogue: EffectCatalogue, { exposure, change, profile }: Change): Term[] {
  const direct = findEffect(catalogue, "churn", exposure);
  const satisfaction = findEffect(catalogue, "satisfaction", exposure);
  const churn = findEffect(catalogue, "churn", "satisfaction");
  const ways: Term[] = [];
  if (direct) ways.push({ on: "hazard", factors: [direct.key], change, profile, grade: direct.grade });
  if (satisfaction && churn)
    ways.push({
      on: "hazard",
      factors: [satisfaction.key, churn.key],
      change,
      profile,
      grade: weakestGrade([satisfaction.grade, churn.grade]),
    });
  const firstLink = (term: Term) => (term.factors.length === 1 ? direct : satisfaction)?.grade ?? "D";
  const rank = (term: Term) => 10 * grades.indexOf(term.grade) + grades.indexOf(firstLink(term));
  return ways.sort((a, b) => rank(a) - rank(b)).slice(0, 1);
}

export function accountTerms(catalogue: EffectCatalogue, change: Change): Term[] {
  return [...revenueTerms(catalogue, change), ...hazardTerms(catalogue, change)];
}
