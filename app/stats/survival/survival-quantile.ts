import { requireProbability } from "../arguments";
import type { SurvivalCurve } from "./kaplan-meier";

export interface SurvivalQuantile {
  readonly probability: number;
  /** Null: the curve does not fall that far. */
  readonly estimate: number | null;
  readonly interval: { readonly lower: number | null; readonly upper: number | null; readonly level: number };
}

/**
 * The time by which a share `probability` has had the event: the first t with S(t) ≤ 1 − p; where the curve is flat at
 * exactly 1 − p, the middle of that stretch. The limits are the same reading of the two limit curves (Brookmeyer &
 * Crowley 1982), so they take the curve's interval type. R: `quantile(survfit, probs)`.
 *
 * @throws ArgumentError on a probability outside [0, 1]
 */
export function survivalQuantile(curve: SurvivalCurve, probability: number): SurvivalQuantile {
  requireProbability(probability, "probability");
  return {
    probability,
    estimate: crossing(curve, curve.survival, probability),
    interval: {
      lower: crossing(curve, curve.lower, probability),
      upper: crossing(curve, curve.upper, probability),
      level: curve.level,
    },
  };
}

/** `survivalQuantile(curve, 0.5)`. R: `summary(survfit)$table[, "median"]`. */
export function medianSurvival(curve: SurvivalCurve): SurvivalQuantile {
  return survivalQuantile(curve, 0.5);
}

/** Products of fractions such as 3/4·2/3 miss 1/2 by a rounding; R calls values this close equal. */
const tolerance = Math.sqrt(Number.EPSILON);

function crossing(curve: SurvivalCurve, steps: Float64Array, probability: number): number | null {
  if (probability === 0) return curve.startTime;
  const target = 1 - probability;
  for (let k = 0; k < steps.length; k++) {
    const value = steps[k]!;
    if (Number.isNaN(value) || value >= target + tolerance) continue;
    if (value <= target - tolerance) return curve.times[k]!;
    let end = k + 1;
    while (end < steps.length && !(steps[end]! < target - tolerance)) end++;
    return (curve.times[k]! + curve.times[Math.min(end, steps.length - 1)]!) / 2;
  }
  return null;
}
