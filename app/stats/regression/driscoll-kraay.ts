import { ArgumentError, requireCount } from "../arguments";
import { type Refusal, refuse } from "../result";
import { clusterScores, clustersOfFit } from "./fit-clusters";
import type { GroupIds } from "./group-codes";
import type { CovarianceEstimate, LinearFit } from "./linear-fit";
import { orthonormalScores, sandwich } from "./sandwich-product";

export interface DriscollKraayOptions {
  /** Months of serial correlation allowed for; ⌊T^{1/4}⌋ unless said. */
  readonly lags?: number;
  /** "slopes": T/(T−1)·(n−1)/(n−k) as plm's "sss" (the default); "none": 1. */
  readonly correction?: "slopes" | "none";
}

/**
 * Covariance robust to correlation across accounts and over a few periods (Driscoll and Kraay 1998): with h_t = Σ_i x_it e_it,
 * the meat is Γ₀ + Σ_l (1 − l/(L+1))(Γ_l + Γ_l′), Γ_l = Σ_t h_t h_{t−l}′, periods in order of their identifiers. t with T − 1.
 *
 * R: `plm::vcovSCC(fit, type = "sss", maxlag = L)`.
 * Throws ArgumentError when lengths differ or lags are no count below T. Refuses "too-few-clusters" under two periods.
 */
export function driscollKraayCovariance(
  fit: LinearFit,
  period: GroupIds,
  options: DriscollKraayOptions = {},
): CovarianceEstimate | Refusal {
  const periods = clustersOfFit(fit, period, "period");
  const count = periods.count;
  if (count < 2) return refuse("too-few-clusters", { periods: count });
  const lags = options.lags ?? Math.floor(count ** 0.25);
  requireCount(lags, "lags");
  if (lags >= count) throw new ArgumentError("lags", `must be below ${count} periods, got ${lags}`);
  const k = fit.coefficients.length;
  const scores = orthonormalScores(clusterScores(fit, periods, fit.residuals), fit.rootInverse);
  const meat = new Float64Array(k * k);
  for (let lag = 0; lag <= lags; lag++) {
    const weight = 1 - lag / (lags + 1);
    for (let t = lag; t < count; t++) {
      for (let a = 0; a < k; a++) {
        for (let b = 0; b < k; b++) {
          const product = weight * scores[t * k + a]! * scores[(t - lag) * k + b]!;
          meat[a + b * k]! += product;
          if (lag > 0) meat[b + a * k]! += product;
        }
      }
    }
  }
  const factor = options.correction === "none" ? 1 : (count / (count - 1)) * ((fit.n - 1) / (fit.n - k));
  return {
    matrix: sandwich(fit.rootInverse, meat, factor),
    degreesOfFreedom: count - 1,
    method: `Driscoll–Kraay, ${lags} lags`,
    warnings: [],
  };
}
