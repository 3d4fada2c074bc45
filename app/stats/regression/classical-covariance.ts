import type { CovarianceEstimate, LinearFit } from "./linear-fit";

/**
 * σ̂²(X′WX)⁻¹ with σ̂² = RSS/df and df = n − k − absorbed; t with df.
 * R: `vcov(lm(...))`; with effects `vcov(plm(..., model = "within"))`.
 */
export function classicalCovariance(fit: LinearFit): CovarianceEstimate {
  const df = fit.residualDegreesOfFreedom;
  const variance = fit.residualSumOfSquares / df;
  const { rows, columns, values } = fit.gramInverse;
  return {
    matrix: { rows, columns, values: values.map((value) => value * variance) },
    degreesOfFreedom: df,
    method: "classical",
    warnings: [],
  };
}
