import { answerSensitivity, type PlantedEffects } from "./planted-effects";

/** What an analysis would say if it were right. */
export interface PlantedTruth {
  readonly value: number;
  /** Of an effect's `estimate`, or of its `model.estimate`. */
  readonly of: "effect" | "model";
}

/**
 * Mean of `answerSensitivity` over the generated company's account-months: answers stop at 5, so that about a tenth of
 * any effect on satisfaction cannot show in them.
 */
function shownShare(effects: PlantedEffects): number {
  const spread = Math.hypot(effects.csat.accountSd, effects.csat.perQuality, effects.csat.perEngagement);
  const steps = 200;
  let sum = 0;
  let weight = 0;
  for (let step = 0; step <= steps; step++) {
    const z = -4 + (8 * step) / steps;
    const density = Math.exp((-z * z) / 2);
    sum += density * answerSensitivity(effects.csat.level + spread * z);
    weight += density;
  }
  return sum / weight;
}

/** The truth that is planted for an effect's key; null where no single planted number is its truth. */
export function plantedTruth(key: string, effects: PlantedEffects): PlantedTruth | null {
  const { csat, csatAfterHandover, revenueAfterDeparture, churnPerMonth, leavingPerMonth } = effects;
  const points = (value: number): PlantedTruth => ({ value: value * shownShare(effects), of: "effect" });
  const percent = (log: number): PlantedTruth => ({ value: 100 * Math.expm1(log), of: "effect" });
  const log = (value: number): PlantedTruth => ({ value, of: "model" });
  const dip = (step: number) => csatAfterHandover[step]?.effect ?? 0;
  const fall = (step: number) => revenueAfterDeparture[step]?.effect ?? 0;
  switch (key) {
    case "satisfaction.training":
      return points(10 * csat.perTrainingHour);
    case "satisfaction.tenure":
      return points(Math.LN2 * csat.perLogTenure);
    case "satisfaction.workload":
      return points(csat.perWorkload);
    case "satisfaction.engagement":
    case "satisfaction_between_people.engagement":
      return points(csat.perEngagement);
    case "satisfaction.departure_handover_0_2":
      return points(dip(0));
    case "satisfaction.departure_handover_3_5":
      return points(dip(1));
    case "satisfaction.departure_handover_6_11":
      return points(dip(2));
    case "satisfaction.new_hire_handover":
      return points(effects.csatNewHire);
    case "revenue.departure_handover_0_2":
      return percent(fall(0));
    case "revenue.departure_handover_3_11":
      return percent(fall(1));
    case "revenue.departure_handover_12_17":
      return percent(fall(2));
    case "revenue.new_hire_handover":
      return percent(effects.revenueNewHire);
    case "revenue.training":
    case "revenue.tenure":
    case "revenue.workload":
    case "revenue.engagement":
      return percent(0);
    case "churn_given_satisfaction.handover_0_5":
      return log(churnPerMonth.afterHandover);
    case "churn_given_satisfaction.satisfaction":
      return log(churnPerMonth.perCsat);
    case "churn.handover_0_5":
      return log(churnPerMonth.afterHandover + (churnPerMonth.perCsat * (dip(0) + dip(1))) / 2);
    case "churn.training":
      return log(churnPerMonth.perCsat * csat.perTrainingHour);
    case "churn.tenure":
      return log(churnPerMonth.perCsat * Math.LN2 * csat.perLogTenure);
    case "churn.workload":
      return log(churnPerMonth.perCsat * csat.perWorkload);
    case "leaving.engagement":
      return log(leavingPerMonth.perEngagement);
    case "leaving.workload":
      return log(leavingPerMonth.perWorkload);
    default:
      return null;
  }
}
