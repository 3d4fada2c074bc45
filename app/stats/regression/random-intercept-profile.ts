import { requireOpenProbability } from "../arguments";
import { chiSquareQuantile } from "../distributions/chi-square";
import { type Matrix, multiply, transpose, zeros } from "../linear-algebra/matrix";
import type { Interval } from "../result";
import type { GroupedMoments } from "./grouped-moments";
import type { RandomInterceptFit } from "./random-intercept";
import {
  type CriterionMoments,
  type RandomInterceptState,
  randomInterceptState,
} from "./random-intercept-criterion";
import { searchVarianceRatio } from "./variance-ratio-search";

export interface RandomInterceptProfile {
  /** τ; its lower limit is 0 where the likelihood does not rule 0 out. */
  readonly groupStandardDeviation: Interval;
  /** σ. */
  readonly residualStandardDeviation: Interval;
  /** In the order of the fit's coefficients. */
  readonly coefficients: readonly Interval[];
}

/**
 * Profile-likelihood intervals: the values at which −2 logL, all other parameters maximised over, exceeds its minimum by no
 * more than the χ²₁ quantile. Maximum likelihood throughout, as lme4 does also for a fit by REML.
 *
 * R: `confint(lme4::lmer(y ~ x + (1 | g), REML = FALSE), method = "profile")`, which interpolates and so agrees to four digits
 * or so. Throws ArgumentError when the level is outside (0, 1).
 */
export function profileRandomIntercept(fit: RandomInterceptFit, level = 0.95): RandomInterceptProfile {
  requireOpenProbability(level, "level");
  const { moments } = fit;
  const best = searchVarianceRatio(moments, "ML")!;
  const cutoff = best.deviance + chiSquareQuantile(level, 1);
  const unit = moments.scale[moments.k]!;
  const sigma = Math.sqrt(best.residualVariance);
  const tau = sigma * Math.sqrt(best.ratio);

  const tauDeviance = (at: number) =>
    minimumOverLog(Math.log(sigma), (log) =>
      deviance(moments, Math.exp(2 * log), at ** 2 / Math.exp(2 * log)),
    );
  const sigmaDeviance = (at: number) =>
    Math.min(
      deviance(moments, at * at, 0),
      minimumOverLog(Math.log(Math.max(tau, 1e-3 * sigma)), (log) =>
        deviance(moments, at * at, Math.exp(2 * log) / (at * at)),
      ),
    );
  const scaled = (lower: number, upper: number, by: number): Interval => ({
    lower: lower * by,
    upper: upper * by,
    level,
  });
  const tauLower = tau === 0 || tauDeviance(0) <= cutoff ? 0 : crossing(tauDeviance, cutoff, 0, tau);
  return {
    groupStandardDeviation: scaled(tauLower, outwards(tauDeviance, cutoff, tau, 0.5 * (tau + sigma)), unit),
    residualStandardDeviation: scaled(
      crossing(sigmaDeviance, cutoff, 0, sigma),
      outwards(sigmaDeviance, cutoff, sigma, 0.5 * sigma),
      unit,
    ),
    coefficients: fit.coefficients.map((coefficient, j) => {
      const devianceAt = (value: number) =>
        searchVarianceRatio(withCoefficientFixed(moments, j, value), "ML")?.deviance ??
        Number.POSITIVE_INFINITY;
      const { estimate, standardError } = coefficient;
      // The fit may be by REML, whose estimate is near the minimum of this profile, not at it.
      return {
        lower: outwards(devianceAt, cutoff, estimate, -standardError),
        upper: outwards(devianceAt, cutoff, estimate, standardError),
        level,
      };
    }),
  };
}

/** −2 logL at given σ² and λ, β maximised over. */
function deviance(moments: GroupedMoments, variance: number, ratio: number): number {
  const state = randomInterceptState(moments, ratio, "ML");
  if (state === null) return Number.POSITIVE_INFINITY;
  return fromProfiled(state, moments.n, variance);
}

function fromProfiled(state: RandomInterceptState, n: number, variance: number): number {
  const profiled = n * (Math.log(2 * Math.PI * state.residualVariance) + 1);
  return state.deviance - profiled + n * Math.log(2 * Math.PI * variance) + state.quadratic / variance;
}

/** Golden-section search; the value at the minimum is flat, so that it is exact long before the place is. */
function minimumOverLog(start: number, f: (log: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = start - 8;
  let high = start + 8;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let fLeft = f(left);
  let fRight = f(right);
  while (high - low > 1e-8) {
    if (fLeft <= fRight) {
      high = right;
      right = left;
      fRight = fLeft;
      left = high - golden * (high - low);
      fLeft = f(left);
    } else {
      low = left;
      left = right;
      fLeft = fRight;
      right = low + golden * (high - low);
      fRight = f(right);
    }
  }
  return Math.min(fLeft, fRight);
}

function outwards(f: (at: number) => number, cutoff: number, inside: number, step: number): number {
  let reach = step;
  while (f(inside + reach) <= cutoff) reach *= 2;
  return crossing(f, cutoff, inside + reach, inside);
}

/** Where f crosses the cutoff between a point outside and one inside, by bisection. */
function crossing(f: (at: number) => number, cutoff: number, outside: number, inside: number): number {
  let out = outside;
  let within = inside;
  for (let i = 0; i < 45; i++) {
    const middle = (out + within) / 2;
    if (f(middle) > cutoff) out = middle;
    else within = middle;
  }
  return (out + within) / 2;
}

/** The moments of y − c·x_j on the other columns, c in the units passed in. */
function withCoefficientFixed(moments: GroupedMoments, j: number, value: number): CriterionMoments {
  const { k, centre, scale, columns } = moments;
  const p = k + 1;
  const map = zeros(p, k);
  const unit = scale[k]!;
  const intercept = columns[j] === -1;
  for (let i = 0, to = 0; i < k; i++) {
    if (i === j) continue;
    map.values[i + to * p] = 1;
    // With the intercept fixed the other columns must stand uncentred, for their coefficients to move freely.
    if (intercept) map.values[j + to * p] = centre[i]! / scale[i]!;
    to += 1;
  }
  map.values[k + (k - 1) * p] = 1;
  map.values[j + (k - 1) * p] = intercept ? (centre[k]! - value) / unit : (-value * scale[j]!) / unit;
  const transformed = (matrix: Matrix) => multiply(multiply(transpose(map), matrix), map);
  return {
    n: moments.n,
    k: k - 1,
    within: transformed(moments.within),
    sizes: moments.sizes.map((size) => ({ ...size, means: transformed(size.means) })),
  };
}
