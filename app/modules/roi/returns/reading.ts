import type { ProgrammeReturn } from "./simulate-programmes";

/** What a programme's row says in a word. */
export const readings = [
  "pays",
  "likely",
  "open",
  "unlikely",
  "not_shown",
  "not_measurable",
  "no_cost",
] as const;
export type Reading = (typeof readings)[number];

/** "Pays" only where nineteen of twenty draws do; without any effect of grade A or B nothing is said about paying. */
export function readingOf(
  result: Pick<ProgrammeReturn, "isMeasured" | "gainProbability" | "cost" | "leftOut">,
): Reading {
  if (result.cost.base <= 0) return "no_cost";
  if (!result.isMeasured) return result.leftOut.base !== 0 ? "not_shown" : "not_measurable";
  if (result.gainProbability >= 0.95) return "pays";
  if (result.gainProbability >= 0.6) return "likely";
  return result.gainProbability > 0.4 ? "open" : "unlikely";
}
