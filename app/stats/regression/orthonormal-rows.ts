import type { LinearFit } from "./linear-fit";

/** Rows of X R⁻¹ (`rows[i * k + j]`), weights not multiplied in: W^{1/2} times it has orthonormal columns. */
export function orthonormalRows(fit: LinearFit): Float64Array {
  const k = fit.design.length;
  const n = fit.residuals.length;
  const root = fit.rootInverse.values;
  const rows = new Float64Array(n * k);
  for (let j = 0; j < k; j++) {
    for (let t = 0; t <= j; t++) {
      const factor = root[t + j * k]!;
      const x = fit.design[t]!;
      for (let i = 0; i < n; i++) rows[i * k + j]! += factor * x[i]!;
    }
  }
  return rows;
}

/**
 * hᵢ = xᵢ′(X′WX)⁻¹xᵢ, times the weight where it is a precision: a row's pull on its own fitted value. A row of frequency w
 * is w rows, and the value is that of one of them. R: `hatvalues(lm(...))`.
 */
export function leveragesOf(fit: LinearFit, orthonormal: Float64Array): Float64Array {
  const k = fit.design.length;
  const result = new Float64Array(fit.residuals.length);
  for (let i = 0; i < result.length; i++) {
    let sum = 0;
    for (let at = i * k; at < (i + 1) * k; at++) sum += orthonormal[at]! * orthonormal[at]!;
    result[i] = fit.weights !== null && fit.weightKind === "precision" ? sum * fit.weights[i]! : sum;
  }
  return result;
}
