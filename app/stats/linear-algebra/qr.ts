import { requirePositive, requireSameLength } from "../arguments";
import { columnOf, type Matrix, zeros } from "./matrix";

export interface QrFactor {
  /** Columns that are not, to the tolerance, combinations of those before them. */
  readonly rank: number;
  /** Column numbers in the order used; those from `rank` on are the collinear ones, in their old order. */
  readonly pivot: Int32Array;
  /** Upper triangular, rank × rank, columns in pivot order. */
  readonly r: Matrix;
  /** Qᵀ·y: all rows. The first `rank` belong to the fit, the rest to the residuals. */
  qTransposeY(y: ArrayLike<number>): Float64Array;
  /** Least-squares coefficients in the order of the columns given; NaN for collinear ones. R: `qr.coef`. */
  solve(y: ArrayLike<number>): Float64Array;
  /** (XᵀX)⁻¹ of the columns kept, rank × rank, in pivot order. R: `chol2inv(qr.R(q))`. */
  inverseGram(): Matrix;
  /** Diagonal of the hat matrix. R: `hatvalues`. */
  leverages(): Float64Array;
}

/**
 * Householder QR with R's limited pivoting: a column whose norm, once the columns before it are taken out, falls below
 * `tolerance` times its own norm is moved to the end, and the others keep their order. So the columns a model drops are the
 * ones R drops, and can be named.
 *
 * Source: LINPACK `dqrdc2` as R changed it. R: `qr(x, tol = 1e-7)`. Throws if the tolerance is not above 0.
 */
export function householderQr(x: Matrix, tolerance = 1e-7): QrFactor {
  requirePositive(tolerance, "tolerance");
  const { rows, columns } = x;
  const work: Float64Array[] = [];
  for (let j = 0; j < columns; j++) work.push(Float64Array.from(columnOf(x, j)));
  const pivot = Int32Array.from({ length: columns }, (_, j) => j);
  const original = Float64Array.from(work, (column) => norm(column, 0) || 1);
  const alphas = new Float64Array(columns);

  let rank = columns;
  let position = 0;
  while (position < Math.min(rank, rows)) {
    const column = work[position]!;
    const length = norm(column, position);
    if (length < original[position]! * tolerance) {
      // To the end, the later ones moving up by one.
      rank -= 1;
      work.push(work.splice(position, 1)[0]!);
      const [number] = [pivot[position]!];
      const [norm0] = [original[position]!];
      pivot.copyWithin(position, position + 1);
      original.copyWithin(position, position + 1);
      pivot[columns - 1] = number;
      original[columns - 1] = norm0;
      continue;
    }
    // The reflector v = column − alpha·e is kept in the column; alpha is R's diagonal element.
    const alpha = column[position]! > 0 ? -length : length;
    alphas[position] = alpha;
    column[position] = column[position]! - alpha;
    const scale = 1 / (alpha * column[position]!);
    for (let j = position + 1; j < columns; j++) reflect(column, position, scale, work[j]!);
    position += 1;
  }
  rank = Math.min(rank, position);

  const r = zeros(rank, rank);
  for (let j = 0; j < rank; j++) {
    r.values[j * rank + j] = alphas[j]!;
    for (let i = 0; i < j; i++) r.values[j * rank + i] = work[j]![i]!;
  }
  const scaleOf = (k: number) => 1 / (alphas[k]! * work[k]![k]!);

  const qTransposeY = (y: ArrayLike<number>) => {
    requireSameLength(y, rows, "y");
    const result = Float64Array.from(y);
    for (let k = 0; k < rank; k++) reflect(work[k]!, k, scaleOf(k), result);
    return result;
  };
  return {
    rank,
    pivot,
    r,
    qTransposeY,
    solve: (y) => {
      const solution = qTransposeY(y).subarray(0, rank);
      const result = new Float64Array(columns).fill(Number.NaN);
      for (let j = rank - 1; j >= 0; j--) {
        let value = solution[j]!;
        for (let k = j + 1; k < rank; k++) value -= r.values[k * rank + j]! * solution[k]!;
        solution[j] = value / r.values[j * rank + j]!;
        result[pivot[j]!] = solution[j]!;
      }
      return result;
    },
    inverseGram: () => gramInverse(r),
    leverages: () => {
      const result = new Float64Array(rows);
      for (let j = 0; j < rank; j++) {
        const q = new Float64Array(rows);
        q[j] = 1;
        for (let k = rank - 1; k >= 0; k--) reflect(work[k]!, k, scaleOf(k), q);
        for (let i = 0; i < rows; i++) result[i] = result[i]! + q[i]! * q[i]!;
      }
      return result;
    },
  };
}

/** target ← (I + scale·v·vᵀ)·target, v being the reflector from row `from` on. */
function reflect(v: Float64Array, from: number, scale: number, target: Float64Array): void {
  let sum = 0;
  for (let i = from; i < v.length; i++) sum += v[i]! * target[i]!;
  sum *= scale;
  for (let i = from; i < v.length; i++) target[i] = target[i]! + sum * v[i]!;
}

/** Euclidean norm from row `from` on, scaled against overflow. */
function norm(v: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < v.length; i++) largest = Math.max(largest, Math.abs(v[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = from; i < v.length; i++) sum += (v[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** R⁻¹·R⁻ᵀ of an upper triangle. */
function gramInverse(r: Matrix): Matrix {
  const n = r.rows;
  const inverse = zeros(n, n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i >= 0; i--) {
      let value = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) value -= r.values[k * n + i]! * inverse.values[j * n + k]!;
      inverse.values[j * n + i] = value / r.values[i * n + i]!;
    }
  }
  const result = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += inverse.values[k * n + i]! * inverse.values[k * n + j]!;
      result.values[j * n + i] = sum;
      result.values[i * n + j] = sum;
    }
  }
  return result;
}
