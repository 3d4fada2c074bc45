import { ArgumentError } from "../arguments";
import { type Matrix, zeros } from "./matrix";

export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Column j belongs to value j; orthonormal. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and vectors of a symmetric matrix: Householder tridiagonalisation, then QL with implicit shifts.
 * Source: EISPACK `tred2` and `tql2` (Wilkinson and Reinsch 1971). R: `eigen(a, symmetric = TRUE)`, in reverse order.
 * Throws if the matrix is not square or holds a number that is not finite.
 */
export function symmetricEigen(a: Matrix): SymmetricEigen {
  const n = a.rows;
  if (a.columns !== n) throw new ArgumentError("a", `must be square, is ${n} × ${a.columns}`);
  for (const value of a.values) if (!Number.isFinite(value)) throw new ArgumentError("a", `holds ${value}`);
  if (n === 0) return { values: new Float64Array(0), vectors: zeros(0, 0) };
  // Rows of v as arrays: v[i][j] is element (i, j) of the vectors.
  const v = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => (a.values[j * n + i]! + a.values[i * n + j]!) / 2),
  );
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  tridiagonalise(v, d, e);
  diagonalise(v, d, e);

  const order = Array.from({ length: n }, (_, j) => j).sort((left, right) => d[left]! - d[right]!);
  const vectors = zeros(n, n);
  order.forEach((source, target) => {
    for (let i = 0; i < n; i++) vectors.values[target * n + i] = v[i]![source]!;
  });
  return { values: Float64Array.from(order, (j) => d[j]!), vectors };
}

function tridiagonalise(v: Float64Array[], d: Float64Array, e: Float64Array): void {
  const n = d.length;
  for (let j = 0; j < n; j++) d[j] = v[n - 1]![j]!;
  for (let i = n - 1; i > 0; i--) {
    let scale = 0;
    let h = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]!);
    if (scale === 0) {
      e[i] = d[i - 1]!;
      for (let j = 0; j < i; j++) {
        d[j] = v[i - 1]![j]!;
        v[i]![j] = 0;
        v[j]![i] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        d[k] = d[k]! / scale;
        h += d[k]! * d[k]!;
      }
      let f = d[i - 1]!;
      let g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g;
      h -= f * g;
      d[i - 1] = f - g;
      for (let j = 0; j < i; j++) e[j] = 0;
      for (let j = 0; j < i; j++) {
        f = d[j]!;
        v[j]![i] = f;
        g = e[j]! + v[j]![j]! * f;
        for (let k = j + 1; k <= i - 1; k++) {
          g += v[k]![j]! * d[k]!;
          e[k] = e[k]! + v[k]![j]! * f;
        }
        e[j] = g;
      }
      f = 0;
      for (let j = 0; j < i; j++) {
        e[j] = e[j]! / h;
        f += e[j]! * d[j]!;
      }
      const half = f / (h + h);
      for (let j = 0; j < i; j++) e[j] = e[j]! - half * d[j]!;
      for (let j = 0; j < i; j++) {
        f = d[j]!;
        g = e[j]!;
        for (let k = j; k <= i - 1; k++) v[k]![j] = v[k]![j]! - (f * e[k]! + g * d[k]!);
        d[j] = v[i - 1]![j]!;
        v[i]![j] = 0;
      }
    }
    d[i] = h;
  }
  // Accumulate the transformations.
  for (let i = 0; i < n - 1; i++) {
    v[n - 1]![i] = v[i]![i]!;
    v[i]![i] = 1;
    const h = d[i + 1]!;
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[k]![i + 1]! / h;
      for (let j = 0; j <= i; j++) {
        let g = 0;
        for (let k = 0; k <= i; k++) g += v[k]![i + 1]! * v[k]![j]!;
        for (let k = 0; k <= i; k++) v[k]![j] = v[k]![j]! - g * d[k]!;
      }
    }
    for (let k = 0; k <= i; k++) v[k]![i + 1] = 0;
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[n - 1]![j]!;
    v[n - 1]![j] = 0;
  }
  v[n - 1]![n - 1] = 1;
  e[0] = 0;
}

function diagonalise(v: Float64Array[], d: Float64Array, e: Float64Array): void {
  const n = d.length;
  e.copyWithin(0, 1);
  e[n - 1] = 0;
  let f = 0;
  let largest = 0;
  for (let l = 0; l < n; l++) {
    largest = Math.max(largest, Math.abs(d[l]!) + Math.abs(e[l]!));
    let m = l;
    while (m < n - 1 && Math.abs(e[m]!) > 2.220446049250313e-16 * largest) m++;
    if (m > l) {
      // In exact arithmetic three rounds do; two hundred is a stop against a bug, not a tolerance.
      for (let round = 0; round < 200; round++) {
        let g = d[l]!;
        let p = (d[l + 1]! - g) / (2 * e[l]!);
        let r = Math.hypot(p, 1);
        if (p < 0) r = -r;
        d[l] = e[l]! / (p + r);
        d[l + 1] = e[l]! * (p + r);
        const next = d[l + 1]!;
        let h = g - d[l]!;
        for (let i = l + 2; i < n; i++) d[i] = d[i]! - h;
        f += h;
        p = d[m]!;
        let c = 1;
        let c2 = c;
        let c3 = c;
        const after = e[l + 1]!;
        let s = 0;
        let s2 = 0;
        for (let i = m - 1; i >= l; i--) {
          c3 = c2;
          c2 = c;
          s2 = s;
          g = c * e[i]!;
          h = c * p;
          r = Math.hypot(p, e[i]!);
          e[i + 1] = s * r;
          s = e[i]! / r;
          c = p / r;
          p = c * d[i]! - s * g;
          d[i + 1] = h + s * (c * g + s * d[i]!);
          for (let k = 0; k < n; k++) {
            const row = v[k]!;
            h = row[i + 1]!;
            row[i + 1] = s * row[i]! + c * h;
            row[i] = c * row[i]! - s * h;
          }
        }
        p = (-s * s2 * c3 * after * e[l]!) / next;
        e[l] = s * p;
        d[l] = c * p;
        if (Math.abs(e[l]!) <= 2.220446049250313e-16 * largest) break;
      }
    }
    d[l] = d[l]! + f;
    e[l] = 0;
  }
}
