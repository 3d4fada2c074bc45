import { columnOf, type Matrix, zeros } from "../linear-algebra/matrix";
import { householderQr } from "../linear-algebra/qr";
import { triangularReduction } from "./triangular-reduction";

/** R's tolerance in lm(): what is left of a column after those before it, as a share of its length. */
const COLLINEAR_TOLERANCE = 1e-7;

export interface LeastSquaresSolution {
  /** Positions of the columns kept, ascending; the others are combinations of columns before them. */
  readonly kept: readonly number[];
  readonly coefficients: Float64Array;
  readonly gramInverse: Matrix;
  /** R⁻¹, upper triangular: the columns of X R⁻¹ are orthonormal and R⁻¹R⁻ᵀ is the inverse Gram matrix. */
  readonly rootInverse: Matrix;
  readonly residuals: Float64Array;
  readonly residualSumOfSquares: number;
}

/**
 * min ‖W^{1/2}(y − Xb)‖ by blocked QR, with R's rule for which collinear columns to leave out.
 * R: `lm.wfit(X, y, w)`.
 */
export function solveLeastSquares(
  design: readonly Float64Array[],
  outcome: Float64Array,
  rootWeights: Float64Array | null = null,
): LeastSquaresSolution {
  const p = design.length;
  const n = outcome.length;
  const reduced = triangularReduction([...design, outcome], n, rootWeights);
  const triangle = zeros(p, p);
  for (let j = 0; j < p; j++) columnOf(triangle, j).set(columnOf(reduced, j).subarray(0, p));
  // The triangle's columns have the lengths and angles of the tall ones, so the rank is decided here.
  const qr = householderQr(triangle, COLLINEAR_TOLERANCE);
  const kept = [...qr.pivot.subarray(0, qr.rank)];
  const solution = qr.solve(columnOf(reduced, p).subarray(0, p));
  const coefficients = Float64Array.from(kept, (column) => solution[column]!);
  const residuals = outcome.slice();
  kept.forEach((column, j) => {
    const x = design[column]!;
    const b = coefficients[j]!;
    for (let i = 0; i < n; i++) residuals[i]! -= b * x[i]!;
  });
  let residualSumOfSquares = 0;
  for (let i = 0; i < n; i++) {
    const e = rootWeights === null ? residuals[i]! : residuals[i]! * rootWeights[i]!;
    residualSumOfSquares += e * e;
  }
  return {
    kept,
    coefficients,
    gramInverse: qr.inverseGram(),
    rootInverse: inverseOfTriangle(qr.r),
    residuals,
    residualSumOfSquares,
  };
}

function inverseOfTriangle(r: Matrix): Matrix {
  const k = r.rows;
  const inverse = zeros(k, k);
  for (let j = 0; j < k; j++) {
    for (let i = j; i >= 0; i--) {
      let value = i === j ? 1 : 0;
      for (let t = i + 1; t <= j; t++) value -= r.values[i + t * k]! * inverse.values[t + j * k]!;
      inverse.values[i + j * k] = value / r.values[i + i * k]!;
    }
  }
  return inverse;
}
