import { requireSameLength } from "../arguments";
import { chiSquareCdf } from "../distributions/chi-square";
import { choleskyFactor, choleskySolve } from "../linear-algebra/cholesky";
import { zeros } from "../linear-algebra/matrix";
import type { Refusal } from "../result";
import { type ClusteredCovariance, clusteredCovariance } from "./clustered-covariance";
import { type CoefficientEstimate, coefficientTable } from "./coefficient-table";
import { groupMeanColumns } from "./group-mean-columns";
import type { GroupedRegressionInput } from "./grouped-moments";
import { type OrdinaryLeastSquaresFit, ordinaryLeastSquares } from "./ordinary-least-squares";
import { checkRegressionInput } from "./regression-input";

export interface MundlakFit {
  /** Intercept, the covariates (within-group slopes), then their group means, named "mean of …". */
  readonly coefficients: readonly CoefficientEstimate[];
  /** Robust Hausman test: all group-mean coefficients are 0. null when there are none or it cannot be formed. */
  readonly meansTest: {
    readonly statistic: number;
    readonly degreesOfFreedom: number;
    readonly pValue: number;
  } | null;
  readonly fit: OrdinaryLeastSquaresFit;
  readonly covariance: ClusteredCovariance;
  readonly warnings: readonly string[];
}

/**
 * Mundlak's regression: y on x and the group means of x, errors clustered by group (CR1). The slopes of x are exactly those of
 * one-way fixed effects; the Wald test of the means is a Hausman test that clustering does not break.
 * A covariate constant within groups equals its mean, which is left out as collinear.
 *
 * R: `m <- lm(y ~ x + ave(x, g)); lmtest::coeftest(m, sandwich::vcovCL(m, ~g))`.
 * Throws and refuses as `ordinaryLeastSquares` and `clusteredCovariance`.
 */
export function mundlakRegression(
  input: GroupedRegressionInput & { readonly level?: number },
): MundlakFit | Refusal {
  const names = checkRegressionInput(input.outcome, input.covariates, input.names);
  requireSameLength(input.group, input.outcome.length, "group");
  const fit = ordinaryLeastSquares({
    outcome: input.outcome,
    covariates: [...input.covariates, ...groupMeanColumns(input.covariates, input.group)],
    names: [...names, ...names.map((name) => `mean of ${name}`)],
  });
  if ("refused" in fit) return fit;
  const covariance = clusteredCovariance(fit, [input.group]);
  if ("refused" in covariance) return covariance;
  const means = fit.columns.flatMap((column, j) => (column >= names.length ? [j] : []));
  return {
    coefficients: coefficientTable(fit, covariance, input.level),
    meansTest: means.length === 0 ? null : waldTest(fit, covariance, means),
    fit,
    covariance,
    warnings: [...fit.warnings, ...covariance.warnings],
  };
}

function waldTest(
  fit: OrdinaryLeastSquaresFit,
  covariance: ClusteredCovariance,
  at: readonly number[],
): MundlakFit["meansTest"] {
  const k = fit.coefficients.length;
  const block = zeros(at.length, at.length);
  at.forEach((a, i) => {
    at.forEach((b, j) => {
      block.values[i + j * at.length] = covariance.matrix.values[a + b * k]!;
    });
  });
  const factor = choleskyFactor(block);
  if (factor === null) return null;
  const difference = Float64Array.from(at, (a) => fit.coefficients[a]!);
  const solved = choleskySolve(factor, difference);
  const statistic = solved.reduce((sum, value, i) => sum + value * difference[i]!, 0);
  return {
    statistic,
    degreesOfFreedom: at.length,
    pValue: chiSquareCdf(statistic, at.length, { upper: true }),
  };
}
