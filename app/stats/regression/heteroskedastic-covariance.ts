import { ArgumentError } from "../arguments";
import { type Refusal, refuse } from "../result";
import type { CovarianceEstimate, LinearFit } from "./linear-fit";
import { leveragesOf, orthonormalRows } from "./orthonormal-rows";
import { sandwich } from "./sandwich-product";

export type HeteroskedasticKind = "HC0" | "HC1" | "HC2" | "HC3";

/**
 * Heteroskedasticity-consistent covariance B(Σ ωᵢ xᵢxᵢ′)B, B = (X′X)⁻¹:
 * HC0 ω = e²; HC1 ω = e²·n/(n − K); HC2 ω = e²/(1 − h); HC3 ω = e²/(1 − h)². t with df = n − K, K counting absorbed effects.
 *
 * Source: MacKinnon and White (1985). R: `sandwich::vcovHC(lm(...), type = "HC3")`.
 * Refuses "not-identified" for HC2 and HC3 when a row's leverage is 1, and throws for them with absorbed effects, whose
 * leverages are not at hand.
 */
export function heteroskedasticCovariance(
  fit: LinearFit,
  kind: HeteroskedasticKind,
): CovarianceEstimate | Refusal {
  if (!["HC0", "HC1", "HC2", "HC3"].includes(kind))
    throw new ArgumentError("kind", `must be HC0 to HC3, got ${kind}`);
  const needsLeverage = kind === "HC2" || kind === "HC3";
  if (needsLeverage && fit.effects.length > 0) {
    throw new ArgumentError(
      "kind",
      `${kind} needs leverages, which absorbed effects hide; use HC1 or clusters`,
    );
  }
  const rows = orthonormalRows(fit);
  const leverage = needsLeverage ? leveragesOf(fit, rows) : null;
  const { residuals, weights } = fit;
  const omega = new Float64Array(residuals.length);
  for (let i = 0; i < omega.length; i++) {
    const w = weights === null ? 1 : weights[i]!;
    omega[i] = residuals[i]! ** 2 * (fit.weightKind === "precision" ? w * w : w);
    if (leverage === null) continue;
    const left = 1 - leverage[i]!;
    if (left < 1e-10) return refuse("not-identified", { row: fit.rows[i], leverage: leverage[i] });
    omega[i]! /= kind === "HC2" ? left : left * left;
  }
  const k = fit.design.length;
  const meat = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < omega.length; i++) sum += omega[i]! * rows[i * k + a]! * rows[i * k + b]!;
      meat[a + b * k] = sum;
      meat[b + a * k] = sum;
    }
  }
  const factor = kind === "HC1" ? fit.n / fit.residualDegreesOfFreedom : 1;
  return {
    matrix: sandwich(fit.rootInverse, meat, factor),
    degreesOfFreedom: fit.residualDegreesOfFreedom,
    method: `${kind} heteroskedasticity-consistent`,
    warnings: [],
  };
}
