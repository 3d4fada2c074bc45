import {
  choleskyFactor,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
} from "../linear-algebra/cholesky";
import { columnOf, type Matrix, zeros } from "../linear-algebra/matrix";
import type { LikelihoodMethod } from "./random-intercept-criterion";

/** Cross-products of (z, x, y) in each group, `width` = q + k + 1 wide, and over all rows. */
export interface SlopeMoments {
  readonly n: number;
  /** Random coefficients of a group. */
  readonly q: number;
  /** Fixed coefficients. */
  readonly k: number;
  readonly groups: readonly Matrix[];
  readonly total: Matrix;
}

export interface SlopeState {
  readonly coefficients: Float64Array;
  /** (X′V⁻¹X)⁻¹ with σ² = 1. */
  readonly inverse: Matrix;
  /** (y − Xβ)′V⁻¹(y − Xβ) with σ² = 1. */
  readonly quadratic: number;
  /** log|V| with σ² = 1, and log|X′V⁻¹X| under REML. */
  readonly logDeterminant: number;
}

/** The lower triangle of Λ from θ, column after column, as lme4 orders it. */
export function relativeFactor(theta: ArrayLike<number>, q: number): Matrix {
  const factor = zeros(q, q);
  let at = 0;
  for (let j = 0; j < q; j++) for (let i = j; i < q; i++) factor.values[i + j * q] = theta[at++]!;
  return factor;
}

/**
 * The mixed model at given Λ, everything else profiled out: by group V_g = I + Z_gΛΛ′Z_g′, whose inverse and determinant need
 * only the q × q matrix I + Λ′Z_g′Z_gΛ = LL′. Source: Bates, Mächler, Bolker and Walker (2015), §3.4.
 */
export function randomSlopesState(
  moments: SlopeMoments,
  theta: ArrayLike<number>,
  method: LikelihoodMethod,
): SlopeState | null {
  const { q, k } = moments;
  const width = q + k + 1;
  const lambda = relativeFactor(theta, q).values;
  const a = zeros(k, k);
  const cross = new Float64Array(k);
  let outcome = moments.total.values[width * width - 1]!;
  for (let j = 0; j < k; j++) {
    cross[j] = moments.total.values[q + j + (width - 1) * width]!;
    for (let i = 0; i < k; i++) a.values[i + j * k] = moments.total.values[q + i + (q + j) * width]!;
  }
  let logDeterminant = 0;
  const gram = zeros(q, q);
  const rest = zeros(q, k + 1);
  const half = new Float64Array(q * width);
  for (const group of moments.groups) {
    const m = group.values;
    // half = Λ′[Z′Z, Z′X, Z′y].
    for (let j = 0; j < width; j++) {
      for (let i = 0; i < q; i++) {
        let sum = 0;
        for (let t = i; t < q; t++) sum += lambda[t + i * q]! * m[t + j * width]!;
        half[i + j * q] = sum;
      }
    }
    for (let j = 0; j < q; j++) {
      for (let i = 0; i < q; i++) {
        let sum = i === j ? 1 : 0;
        for (let t = j; t < q; t++) sum += half[i + t * q]! * lambda[t + j * q]!;
        gram.values[i + j * q] = sum;
      }
    }
    const l = choleskyFactor(gram);
    if (l === null) return null;
    logDeterminant += choleskyLogDeterminant(l);
    // rest = L⁻¹Λ′Z′[X, y].
    for (let j = 0; j <= k; j++) {
      for (let i = 0; i < q; i++) {
        let value = half[i + (q + j) * q]!;
        for (let t = 0; t < i; t++) value -= l.values[i + t * q]! * rest.values[t + j * q]!;
        rest.values[i + j * q] = value / l.values[i + i * q]!;
      }
    }
    const y = columnOf(rest, k);
    for (let j = 0; j < k; j++) {
      const x = columnOf(rest, j);
      for (let t = 0; t < q; t++) cross[j]! -= x[t]! * y[t]!;
      for (let i = 0; i < k; i++) {
        for (let t = 0; t < q; t++) a.values[i + j * k]! -= rest.values[t + i * q]! * x[t]!;
      }
    }
    for (let t = 0; t < q; t++) outcome -= y[t]! * y[t]!;
  }
  const factor = choleskyFactor(a);
  if (factor === null) return null;
  const coefficients = choleskySolve(factor, cross);
  let quadratic = outcome;
  for (let j = 0; j < k; j++) quadratic -= cross[j]! * coefficients[j]!;
  if (method === "REML") logDeterminant += choleskyLogDeterminant(factor);
  return { coefficients, inverse: choleskyInverse(factor), quadratic, logDeterminant };
}
