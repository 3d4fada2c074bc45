import type { Matrix } from "../linear-algebra/matrix";

/** factor · R⁻¹ M R⁻ᵀ, exactly symmetric, for a meat M in the orthonormal coordinates of X R⁻¹. */
export function sandwich(rootInverse: Matrix, meat: Float64Array, factor: number): Matrix {
  const k = rootInverse.rows;
  const root = rootInverse.values;
  const left = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let t = i; t < k; t++) sum += root[i + t * k]! * meat[t + j * k]!;
      left[i + j * k] = sum;
    }
  }
  const values = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = j; t < k; t++) sum += left[i + t * k]! * root[j + t * k]!;
      values[i + j * k] = factor * sum;
      values[j + i * k] = factor * sum;
    }
  }
  return { rows: k, columns: k, values };
}

/** Scores of k numbers each (`scores[g * k + j]`) times R⁻¹, in place and returned. */
export function orthonormalScores(scores: Float64Array, rootInverse: Matrix): Float64Array {
  const k = rootInverse.rows;
  const root = rootInverse.values;
  for (let at = 0; at < scores.length; at += k) {
    // R⁻¹ is upper triangular: component j needs those up to j, so going down overwrites nothing needed.
    for (let j = k - 1; j >= 0; j--) {
      let sum = 0;
      for (let t = 0; t <= j; t++) sum += scores[at + t]! * root[t + j * k]!;
      scores[at + j] = sum;
    }
  }
  return scores;
}
