import { ArgumentError, requireOpenProbability } from "../arguments";
import { studentTCdf, studentTQuantile } from "../distributions/student-t";
import type { Estimate } from "../result";
import type { CovarianceEstimate, LinearFit } from "./linear-fit";

export interface CoefficientEstimate extends Estimate {
  readonly name: string;
  /** Place among the covariates passed in; −1 is the intercept. */
  readonly column: number;
  readonly tStatistic: number;
  /** Two-sided, of the coefficient being 0. */
  readonly pValue: number;
}

/**
 * Coefficients with standard errors √V_jj, t intervals b ± t_{df}·SE and two-sided p values, from a fit and whichever
 * covariance suits the data. R: `coef(summary(lm))`, `lmtest::coeftest(fit, vcov.)`, `confint`.
 * Throws ArgumentError when the level is not in (0, 1) or the covariance belongs to another fit.
 */
export function coefficientTable(
  fit: LinearFit,
  covariance: CovarianceEstimate,
  level = 0.95,
): CoefficientEstimate[] {
  requireOpenProbability(level, "level");
  const k = fit.coefficients.length;
  if (covariance.matrix.rows !== k) {
    throw new ArgumentError("covariance", `is ${covariance.matrix.rows} wide, the fit has ${k} coefficients`);
  }
  return fit.names.map((name, j) => {
    const estimate = fit.coefficients[j]!;
    const variance = covariance.matrix.values[j + j * k]!;
    const standardError = Math.sqrt(Math.max(variance, 0));
    const df =
      typeof covariance.degreesOfFreedom === "number"
        ? covariance.degreesOfFreedom
        : covariance.degreesOfFreedom[j]!;
    const half = standardError * studentTQuantile((1 - level) / 2, df, { upper: true });
    const tStatistic = estimate / standardError;
    return {
      name,
      column: fit.columns[j]!,
      estimate,
      standardError,
      interval: { lower: estimate - half, upper: estimate + half, level },
      degreesOfFreedom: df,
      n: fit.n,
      method: covariance.method,
      warnings: [...fit.warnings, ...covariance.warnings],
      tStatistic,
      pValue: Number.isNaN(tStatistic)
        ? Number.NaN
        : 2 * studentTCdf(Math.abs(tStatistic), df, { upper: true }),
    };
  });
}
