import { ArgumentError } from "../arguments";
import { type Matrix, zeros } from "./matrix";

/**
 * Lower triangular L with L·Lᵀ = the symmetric positive-definite matrix given (only its lower triangle is read), or null if
 * it is not positive definite to working precision. R: `t(chol(a))`. Throws if the matrix is not square.
 */
export function choleskyFactor(symmetric: Matrix): Matrix | null {
  const n = symmetric.rows;
  if (symmetric.columns !== n)
    throw new ArgumentError("symmetric", `must be square, is ${n} × ${symmetric.columns}`);
  const factor = zeros(n, n);
  const l = factor.values;
  for (let j = 0; j < n; j++) {
    const diagonal = symmetric.values[j * n + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= l[k * n + j]! ** 2;
    // What is left of a diagonal element after the columns before it is rounding error below this share.
    if (!(pivot > Math.abs(diagonal) * n * 2.3e-16) || !Number.isFinite(pivot)) return null;
    const root = Math.sqrt(pivot);
    l[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = symmetric.values[j * n + i]!;
      for (let k = 0; k < j; k++) sum -= l[k * n + i]! * l[k * n + j]!;
      l[j * n + i] = sum / root;
    }
  }
  return factor;
}

/** The solution of L·Lᵀ·x = b, as a new array. R: `chol2inv(chol(a)) %*% b`. Throws if b has the wrong length. */
export function choleskySolve(factor: Matrix, b: ArrayLike<number>): Float64Array {
  const n = factor.rows;
  if (b.length !== n) throw new ArgumentError("b", `must have ${n} rows, has ${b.length}`);
  const x = Float64Array.from(b);
  const l = factor.values;
  for (let j = 0; j < n; j++) {
    const value = x[j]! / l[j * n + j]!;
    x[j] = value;
    for (let i = j + 1; i < n; i++) x[i] = x[i]! - value * l[j * n + i]!;
  }
  for (let j = n - 1; j >= 0; j--) {
    let value = x[j]!;
    for (let i = j + 1; i < n; i++) value -= l[j * n + i]! * x[i]!;
    x[j] = value / l[j * n + j]!;
  }
  return x;
}

/** (L·Lᵀ)⁻¹, exactly symmetric. R: `chol2inv(t(factor))`. */
export function choleskyInverse(factor: Matrix): Matrix {
  const n = factor.rows;
  const result = zeros(n, n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    result.values.set(choleskySolve(factor, unit), j * n);
  }
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < j; i++) {
      const mean = (result.values[j * n + i]! + result.values[i * n + j]!) / 2;
      result.values[j * n + i] = mean;
      result.values[i * n + j] = mean;
    }
  }
  return result;
}

/** log |L·Lᵀ| = 2·Σ log L_jj. R: `determinant(a)$modulus`. */
export function choleskyLogDeterminant(factor: Matrix): number {
  let sum = 0;
  for (let j = 0; j < factor.rows; j++) sum += Math.log(factor.values[j * factor.rows + j]!);
  return 2 * sum;
}
