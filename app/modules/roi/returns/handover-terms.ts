import type { Term } from "./benefit-path";
import type { EffectCatalogue } from "./effect-catalogue";
import { hazardTerms, revenueTerms } from "./effect-terms";
import { duringMonths } from "./profile";

/** The steps after a departure, as the analyses cut them: month 0 of the step is month 1 of the horizon. */
const revenueSteps = [
  ["departure_handover_0_2", 1, 3],
  ["departure_handover_3_11", 4, 12],
  ["departure_handover_12_17", 13, 18],
] as const;
const satisfactionSteps = [
  ["departure_handover_0_2", 1, 3],
  ["departure_handover_3_5", 4, 6],
  ["departure_handover_6_11", 7, 12],
] as const;

/** What a handover after a departure does to one account, month by month. */
export function handoverTerms(catalogue: EffectCatalogue, horizonMonths: number): Term[] {
  const revenue = revenueSteps.flatMap(([exposure, from, to]) =>
    revenueTerms(catalogue, { exposure, change: 1, profile: duringMonths(horizonMonths, from, to) }),
  );
  const direct = hazardTerms(catalogue, {
    exposure: "handover_0_5",
    change: 1,
    profile: duringMonths(horizonMonths, 1, 6),
  });
  const bySatisfaction = satisfactionSteps.flatMap(([exposure, from, to]) =>
    hazardTerms(catalogue, { exposure, change: 1, profile: duringMonths(horizonMonths, from, to) }),
  );
  return [...revenue, ...(direct.length > 0 ? direct : bySatisfaction)];
}
