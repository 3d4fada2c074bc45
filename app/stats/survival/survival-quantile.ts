import { requireProbability } from "../arguments";
import type { SurvivalCurve } from "./kaplan-meier";

export interface SurvivalQuantile {
  readonly probability: number;
  /** Null: the curve does not fall that far. */
  readonly estimate: number | null;
  readonly interval: { readonly lower: number | null; readonly upper: number | null; readonly level: number };
}

/**
 * The time by which a share `probability` has had the event: the t with the smallest 1 − S(t) ≥ p, which is the first; where
 * the curve is flat at exactly 1 − p, the middle of that stretch (up to the last time where it never falls again). The limits
 * are the same reading of the two limit curves (Brookmeyer & Crowley 1982), so they take the curve's interval type. A limit curve
 * need not be monotone while few are at risk; then "smallest" and "first" differ, and this one follows R.
 * R: `quantile(survfit, probs)`.
 *
 * @throws ArgumentError on a probability outside [0, 1]
 */
export function survivalQuantile(curve: SurvivalCurve, probability: number): SurvivalQuantile {
  requireProbability(probability, "probability");
  return {
    probability,
    estimate: reached(curve, curve.survival, probability),
    interval: {
      lower: reached(curve, curve.lower, probability),
      upper: reached(curve, curve.upper, probability),
      level: curve.level,
    },
  };
}

/**
 * The median survival time as R prints it: the first t with S(t) ≤ ½, and the first at which each limit curve is ≤ ½; where the
 * curve is at ½ exactly, the middle between that time and the next fall, or that time where there is none.
 * R: `summary(survfit)$table[, c("median", "0.95LCL", "0.95UCL")]`.
 */
export function medianSurvival(curve: SurvivalCurve): SurvivalQuantile {
  return {
    probability: 0.5,
    estimate: firstAtHalf(curve, curve.survival),
    interval: {
      lower: firstAtHalf(curve, curve.lower),
      upper: firstAtHalf(curve, curve.upper),
      level: curve.level,
    },
  };
}

/** Products of fractions such as 3/4·2/3 miss 1/2 by a rounding; R calls values this close equal. */
const tolerance = Math.sqrt(Number.EPSILON);

function reached(curve: SurvivalCurve, steps: Float64Array, probability: number): number | null {
  if (probability === 0) return curve.startTime;
  let touching = 0;
  let touchingTime: number | null = null;
  let past = 0;
  let pastTime: number | null = null;
  let final = 0;
  for (let k = 0; k < steps.length; k++) {
    if (Number.isNaN(steps[k]!)) continue;
    const gone = 1 - steps[k]!;
    final = gone;
    if (gone + tolerance >= probability && (touchingTime === null || gone < touching)) {
      touching = gone;
      touchingTime = curve.times[k]!;
    }
    if (gone - tolerance >= probability && (pastTime === null || gone < past)) {
      past = gone;
      pastTime = curve.times[k]!;
    }
  }
  if (touchingTime === null) return null;
  // The NaN of a limit at S = 0 ends its curve, which then has no flat end either.
  const flatEnd = !Number.isNaN(steps[steps.length - 1]!) && Math.abs(final - probability) < tolerance;
  if (flatEnd) return (touchingTime + curve.times[steps.length - 1]!) / 2;
  return pastTime === null ? null : (touchingTime + pastTime) / 2;
}

function firstAtHalf(curve: SurvivalCurve, steps: Float64Array): number | null {
  const k = steps.findIndex((value) => value < 0.5 + tolerance);
  if (k < 0) return null;
  if (Math.abs(steps[k]! - 0.5) >= tolerance) return curve.times[k]!;
  const next = steps.findIndex((value, at) => at > k && value < steps[k]!);
  return next < 0 ? curve.times[k]! : (curve.times[k]! + curve.times[next]!) / 2;
}
