import { requireFinite, requireOpenProbability } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Estimate, type Refusal, refuse } from "../result";
import type { SurvivalCurve } from "./kaplan-meier";

/**
 * Restricted mean survival time to the horizon τ: the area under S from the curve's start to τ (plus the start itself, as
 * in R, so that it stays a time). Variance Σ over event times ≤ τ of (∫ₜ^τ S)² d/n(n − d). A term with n = d has no area
 * after it and counts 0.
 *
 * n is the rows of the curve; normal limits. Beyond the last exit time S is carried on flat, with a warning.
 * Source: Irwin (1949); Klein & Moeschberger (2003), §4.5. R: `print(survfit, rmean = tau)`, `survival:::survmean`.
 *
 * Refuses `not-identified` where τ is not after the curve's start. Throws ArgumentError on a horizon that is not finite.
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number, level = 0.95): Estimate | Refusal {
  requireFinite(horizon, "horizon");
  requireOpenProbability(level, "level");
  if (!(horizon > curve.startTime)) return refuse("not-identified", { horizon, startTime: curve.startTime });
  let end = 0;
  while (end < curve.times.length && curve.times[end]! <= horizon) end++;
  // From τ backwards: `area` is ∫ₜ^τ S at each time t.
  let area = 0;
  let variance = 0;
  let next = horizon;
  for (let k = end - 1; k >= 0; k--) {
    area += curve.survival[k]! * (next - curve.times[k]!);
    next = curve.times[k]!;
    const d = curve.events[k]!;
    const n = curve.atRisk[k]!;
    if (d > 0 && n - d > n * 1e-13) variance += (area * area * d) / (n * (n - d));
  }
  const estimate = area + next;
  const standardError = Math.sqrt(variance);
  const half = normalQuantile((1 + level) / 2) * standardError;
  const last = curve.times[curve.times.length - 1]!;
  return {
    estimate,
    standardError,
    interval: { lower: estimate - half, upper: estimate + half, level },
    degreesOfFreedom: Infinity,
    n: curve.n,
    method: "restricted mean survival time",
    warnings: horizon > last ? ["horizon-beyond-last-time"] : [],
  };
}
