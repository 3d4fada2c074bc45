import {
  choleskyFactor,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
} from "../linear-algebra/cholesky";
import { type Matrix, quadraticForm, zeros } from "../linear-algebra/matrix";
import type { GroupedMoments } from "./grouped-moments";

export type LikelihoodMethod = "REML" | "ML";

/** The part of the moments the criterion reads, so that a profile can hand in others. */
export type CriterionMoments = Pick<GroupedMoments, "n" | "k" | "within" | "sizes">;

/** A random-intercept model at one variance ratio λ = τ²/σ², everything else profiled out. */
export interface RandomInterceptState {
  readonly ratio: number;
  readonly coefficients: Float64Array;
  /** A⁻¹, A = X′(I + λZZ′)⁻¹X: the covariance of the coefficients is σ²A⁻¹. */
  readonly inverse: Matrix;
  /** (y − Xβ)′(I + λZZ′)⁻¹(y − Xβ). */
  readonly quadratic: number;
  /** −2 log-likelihood (REML or ML) of the standardised data. */
  readonly deviance: number;
  /** Its first and second derivative in λ, σ² profiled out. */
  readonly slope: number;
  readonly curvature: number;
  /** Hessian of −2 log-likelihood in (σ², λ), σ² at its profiled value. */
  readonly hessian: { readonly variance: number; readonly cross: number; readonly ratio: number };
  /** ∂A⁻¹/∂λ. */
  readonly inverseSlope: Matrix;
  readonly residualVariance: number;
}

/**
 * −2 logL_R = (n−k)(log 2πσ̂² + 1) + Σ_g log(1 + n_gλ) + log|A|, σ̂² = r²/(n−k); for ML n in place of n−k and no log|A|.
 * With h = n_g/(1 + n_gλ): A = Σ within + Σ_g h x̄_g x̄_g′, h′ = −h², h″ = 2h³, from which the derivatives follow.
 * null when A is singular.
 */
export function randomInterceptState(
  moments: CriterionMoments,
  ratio: number,
  method: LikelihoodMethod,
): RandomInterceptState | null {
  const { n, k } = moments;
  const p = k + 1;
  const a = zeros(k, k);
  const first = zeros(p, p);
  const second = zeros(p, p);
  const cross = new Float64Array(k);
  let outcome = moments.within.values[k + k * p]!;
  let logGroups = 0;
  let groupSlope = 0;
  let groupCurvature = 0;
  for (let i = 0; i < k; i++) {
    cross[i] = moments.within.values[i + k * p]!;
    for (let j = 0; j < k; j++) a.values[i + j * k] = moments.within.values[i + j * p]!;
  }
  for (const { rows, groups, means } of moments.sizes) {
    const h = rows / (1 + rows * ratio);
    logGroups += groups * Math.log1p(rows * ratio);
    groupSlope += groups * h;
    groupCurvature -= groups * h * h;
    const m = means.values;
    for (let j = 0; j < p; j++) {
      for (let i = 0; i < p; i++) {
        const value = m[i + j * p]!;
        first.values[i + j * p]! -= h * h * value;
        second.values[i + j * p]! += 2 * h * h * h * value;
        if (i < k && j < k) a.values[i + j * k]! += h * value;
      }
    }
    for (let i = 0; i < k; i++) cross[i]! += h * m[i + k * p]!;
    outcome += h * m[k + k * p]!;
  }
  const factor = choleskyFactor(a);
  if (factor === null) return null;
  const coefficients = choleskySolve(factor, cross);
  let quadratic = outcome;
  for (let i = 0; i < k; i++) quadratic -= cross[i]! * coefficients[i]!;
  const inverse = choleskyInverse(factor);

  // e = (−β, 1) turns the moments of the columns into those of the residual means.
  const contrast = Float64Array.from({ length: p }, (_, i) => (i < k ? -coefficients[i]! : 1));
  const quadraticSlope = quadraticForm(first, contrast);
  const u = new Float64Array(k);
  for (let i = 0; i < k; i++) for (let j = 0; j < p; j++) u[i]! += first.values[i + j * p]! * contrast[j]!;
  const quadraticCurvature = quadraticForm(second, contrast) - 2 * quadraticForm(inverse, u);

  const product = leadingProduct(inverse, first);
  let traceSlope = 0;
  let traceCurvature = 0;
  for (let i = 0; i < k; i++) {
    traceSlope += product.values[i + i * k]!;
    for (let j = 0; j < k; j++) {
      traceCurvature += inverse.values[i + j * k]! * second.values[j + i * p]!;
      traceCurvature -= product.values[i + j * k]! * product.values[j + i * k]!;
    }
  }
  const inverseSlope = zeros(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let t = 0; t < k; t++) sum -= product.values[i + t * k]! * inverse.values[t + j * k]!;
      inverseSlope.values[i + j * k] = sum;
    }
  }

  const restricted = method === "REML";
  const df = restricted ? n - k : n;
  const residualVariance = quadratic / df;
  const determinantSlope = groupSlope + (restricted ? traceSlope : 0);
  const determinantCurvature = groupCurvature + (restricted ? traceCurvature : 0);
  return {
    ratio,
    coefficients,
    inverse,
    quadratic,
    deviance:
      df * (Math.log(2 * Math.PI * residualVariance) + 1) +
      logGroups +
      (restricted ? choleskyLogDeterminant(factor) : 0),
    slope: (df * quadraticSlope) / quadratic + determinantSlope,
    curvature:
      df * (quadraticCurvature / quadratic - (quadraticSlope / quadratic) ** 2) + determinantCurvature,
    hessian: {
      variance: df / residualVariance ** 2,
      cross: -quadraticSlope / residualVariance ** 2,
      ratio: determinantCurvature + quadraticCurvature / residualVariance,
    },
    inverseSlope,
    residualVariance,
  };
}

/** inverse (k × k) times the leading k × k block of a larger matrix. */
function leadingProduct(inverse: Matrix, larger: Matrix): Matrix {
  const k = inverse.rows;
  const result = zeros(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let t = 0; t < k; t++) sum += inverse.values[i + t * k]! * larger.values[t + j * larger.rows]!;
      result.values[i + j * k] = sum;
    }
  }
  return result;
}
