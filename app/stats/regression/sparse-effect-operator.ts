import { LANES, type PreconditionedOperator } from "./conjugate-gradients";
import type { EffectIncidence } from "./effect-incidence";

/** The lower triangle of a symmetric matrix by rows, columns ascending, the diagonal last in each row. */
export interface SparseLower {
  readonly size: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** Elements S may have: 20 bytes each with its factor. */
const MAXIMUM_ELEMENTS = 6e6;
/** Below this share of the diagonal a pivot is rounding error: the level is determined by those before it. */
const SMALLEST_PIVOT = 1e-8;

/**
 * S = D − B′N⁻¹B formed as a sparse matrix, with an incomplete Cholesky factor of its own pattern as preconditioner.
 * Employees meet few accounts, so that S is far smaller than the rows; where they hand over within small circles, the graph is
 * a long chain on which the diagonal preconditioner takes a thousand passes and this one a few dozen.
 * Months come last in the numbering: their dense rows then cost no fill that the pattern leaves out.
 * null when S would have too many elements.
 */
export function createSparseOperator(incidence: EffectIncidence): PreconditionedOperator | null {
  const matrix = formSparseMatrix(incidence);
  if (matrix === null) return null;
  const factor = incompleteCholesky(matrix);
  return {
    apply: (v, out, k) => applySymmetric(matrix, v, out, k),
    precondition: (v, out, k) => solveFactor(factor, v, out, k),
  };
}

function formSparseMatrix(incidence: EffectIncidence): SparseLower | null {
  const { levelCount: m, start, level, weight, mainRows, levelRows, cells } = incidence;
  const byLevel = transposed(incidence);
  const cellsOf = bucket(cells.to, m);
  const rowStart = new Int32Array(m + 1);
  let column = new Int32Array(Math.max(16 * m, 1024));
  let value = new Float64Array(column.length);
  const row = new Float64Array(m);
  const seenIn = new Int32Array(m).fill(-1);
  const touched = new Int32Array(m);
  let used = 0;
  for (let l = 0; l < m; l++) {
    let count = 0;
    for (let p = byLevel.start[l]!; p < byLevel.start[l + 1]!; p++) {
      const a = byLevel.main[p]!;
      const share = byLevel.weight[p]! / mainRows[a]!;
      for (let q = start[a]!; q < start[a + 1]!; q++) {
        const other = level[q]!;
        if (other > l) continue;
        if (seenIn[other] !== l) {
          seenIn[other] = l;
          row[other] = 0;
          touched[count++] = other;
        }
        row[other]! -= share * weight[q]!;
      }
    }
    for (let p = cellsOf.start[l]!; p < cellsOf.start[l + 1]!; p++) {
      const cell = cellsOf.items[p]!;
      // Both levels share the cell's main levels, so that the element is there already.
      row[cells.from[cell]!]! += cells.weight[cell]!;
    }
    row[l]! += levelRows[l]!;
    if (used + count > MAXIMUM_ELEMENTS) return null;
    if (used + count > column.length) {
      const larger = Math.max(2 * column.length, used + count);
      const columns = new Int32Array(larger);
      const values = new Float64Array(larger);
      columns.set(column);
      values.set(value);
      column = columns;
      value = values;
    }
    const places = touched.subarray(0, count).sort();
    for (let t = 0; t < count; t++, used++) {
      column[used] = places[t]!;
      value[used] = row[places[t]!]!;
    }
    rowStart[l + 1] = used;
  }
  return { size: m, start: rowStart, column: column.slice(0, used), value: value.slice(0, used) };
}

/** Each level's main levels with the rows they share. */
function transposed(incidence: EffectIncidence): {
  start: Int32Array;
  main: Int32Array;
  weight: Float64Array;
} {
  const { levelCount, start, level, weight, mainRows } = incidence;
  const first = new Int32Array(levelCount + 1);
  for (let p = 0; p < level.length; p++) first[level[p]! + 1]! += 1;
  for (let l = 0; l < levelCount; l++) first[l + 1]! += first[l]!;
  const next = first.slice();
  const main = new Int32Array(level.length);
  const weights = new Float64Array(level.length);
  for (let a = 0; a < mainRows.length; a++) {
    for (let p = start[a]!; p < start[a + 1]!; p++) {
      const to = next[level[p]!]!++;
      main[to] = a;
      weights[to] = weight[p]!;
    }
  }
  return { start: first, main, weight: weights };
}

function bucket(keys: Int32Array, size: number): { start: Int32Array; items: Int32Array } {
  const start = new Int32Array(size + 1);
  for (let i = 0; i < keys.length; i++) start[keys[i]! + 1]! += 1;
  for (let key = 0; key < size; key++) start[key + 1]! += start[key]!;
  const next = start.slice();
  const items = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) items[next[keys[i]!]!++] = i;
  return { start, items };
}

/** L of the pattern of S with (LL′)_ij = S_ij on it (Meijerink and van der Vorst 1977); a lost pivot is put back to S_jj. */
function incompleteCholesky(matrix: SparseLower): SparseLower {
  const { size, start, column, value } = matrix;
  const l = new Float64Array(value.length);
  const row = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const first = start[i]!;
    const diagonal = start[i + 1]! - 1;
    for (let p = first; p < diagonal; p++) {
      const j = column[p]!;
      const diagonalOfJ = start[j + 1]! - 1;
      let sum = value[p]!;
      // `row` holds this row's elements so far, 0 elsewhere.
      for (let q = start[j]!; q < diagonalOfJ; q++) sum -= l[q]! * row[column[q]!]!;
      l[p] = sum / l[diagonalOfJ]!;
      row[j] = l[p]!;
    }
    let pivot = value[diagonal]!;
    for (let p = first; p < diagonal; p++) {
      pivot -= l[p]! * l[p]!;
      row[column[p]!] = 0;
    }
    const whole = value[diagonal]!;
    l[diagonal] = Math.sqrt(pivot > SMALLEST_PIVOT * whole ? pivot : Math.max(whole, 1));
  }
  return { size, start, column, value: l };
}

function applySymmetric(matrix: SparseLower, v: Float64Array, out: Float64Array, k: number): void {
  const { size, start, column, value } = matrix;
  out.fill(0);
  for (let i = 0; i < size; i++) {
    const diagonal = start[i + 1]! - 1;
    for (let c = 0; c < k; c += LANES) {
      const own = i * k + c;
      const v0 = v[own]!;
      const v1 = v[own + 1]!;
      const v2 = v[own + 2]!;
      let s0 = value[diagonal]! * v0;
      let s1 = value[diagonal]! * v1;
      let s2 = value[diagonal]! * v2;
      for (let p = start[i]!; p < diagonal; p++) {
        const at = column[p]! * k + c;
        const s = value[p]!;
        s0 += s * v[at]!;
        s1 += s * v[at + 1]!;
        s2 += s * v[at + 2]!;
        out[at]! += s * v0;
        out[at + 1]! += s * v1;
        out[at + 2]! += s * v2;
      }
      out[own]! += s0;
      out[own + 1]! += s1;
      out[own + 2]! += s2;
    }
  }
}

/** out = (LL′)⁻¹v. */
function solveFactor(factor: SparseLower, v: Float64Array, out: Float64Array, k: number): void {
  const { size, start, column, value } = factor;
  for (let i = 0; i < size; i++) {
    const diagonal = start[i + 1]! - 1;
    const pivot = value[diagonal]!;
    for (let c = 0; c < k; c += LANES) {
      const own = i * k + c;
      let s0 = v[own]!;
      let s1 = v[own + 1]!;
      let s2 = v[own + 2]!;
      for (let p = start[i]!; p < diagonal; p++) {
        const at = column[p]! * k + c;
        const l = value[p]!;
        s0 -= l * out[at]!;
        s1 -= l * out[at + 1]!;
        s2 -= l * out[at + 2]!;
      }
      out[own] = s0 / pivot;
      out[own + 1] = s1 / pivot;
      out[own + 2] = s2 / pivot;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    const diagonal = start[i + 1]! - 1;
    const pivot = value[diagonal]!;
    for (let c = 0; c < k; c += LANES) {
      const own = i * k + c;
      const z0 = out[own]! / pivot;
      const z1 = out[own + 1]! / pivot;
      const z2 = out[own + 2]! / pivot;
      out[own] = z0;
      out[own + 1] = z1;
      out[own + 2] = z2;
      for (let p = start[i]!; p < diagonal; p++) {
        const at = column[p]! * k + c;
        const l = value[p]!;
        out[at]! -= l * z0;
        out[at + 1]! -= l * z1;
        out[at + 2]! -= l * z2;
      }
    }
  }
}
