import { requireFiniteColumn, requireSameLength } from "../arguments";
import { type Refusal, refuse } from "../result";
import { ordinaryLeastSquares } from "./ordinary-least-squares";

export interface VarianceInflation {
  /** One a covariate: 1/(1 − R²ⱼ); Infinity for a column that is a combination of the others. */
  readonly factors: Float64Array;
}

/**
 * Variance inflation factors, 1/(1 − R²ⱼ) with R²ⱼ of covariate j on all others and a constant.
 * R: `car::vif(lm(...))`, or the diagonal of `solve(cor(X))`.
 * Throws as `ordinaryLeastSquares`; refuses "no-variation" for a constant covariate, "too-few-observations" as it does.
 */
export function varianceInflation(covariates: readonly ArrayLike<number>[]): VarianceInflation | Refusal {
  covariates.forEach((covariate, c) => {
    requireSameLength(covariate, covariates[0]!.length, `covariates[${c}]`);
    requireFiniteColumn(covariate, `covariates[${c}]`);
  });
  const factors = new Float64Array(covariates.length);
  for (let j = 0; j < covariates.length; j++) {
    const others = covariates.filter((_, c) => c !== j);
    const fit = ordinaryLeastSquares({ outcome: covariates[j]!, covariates: others });
    if ("refused" in fit) return fit;
    if (!(fit.totalSumOfSquares > 0)) return refuse("no-variation", { column: j });
    // The same share of the length as decides on collinear columns.
    const unexplained = fit.residualSumOfSquares / fit.totalSumOfSquares;
    factors[j] = unexplained < 1e-14 ? Number.POSITIVE_INFINITY : 1 / unexplained;
  }
  return { factors };
}
