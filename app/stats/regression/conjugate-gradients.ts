import type { EffectIncidence } from "./effect-incidence";

/** Columns handled together in the innermost loop, held in registers. */
const LANES = 3;
const MAXIMUM_ITERATIONS = 2000;

export interface ConjugateGradientOutcome {
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Solves S v = b for many levels and k right-hand sides at once by conjugate gradients with the diagonal of S as
 * preconditioner, S = D − B′N⁻¹B never being formed. Every pass over the incidence serves all columns, so its indices are
 * read once. S is singular but b lies in its range, where the method converges as usual.
 *
 * A column is done when its preconditioned residual falls below `tolerance` times `scale[column]`, the sum of squares
 * of the column whose effects are sought.
 * Source: Golub and Van Loan, Matrix Computations, §11.5; for effects: Correia (2017), `reghdfe`.
 *
 * `b` holds the right-hand sides as `b[level * k + column]`, k a multiple of three, and the solution afterwards.
 */
export function solveByConjugateGradients(
  incidence: EffectIncidence,
  b: Float64Array,
  k: number,
  scale: Float64Array,
  tolerance: number,
): ConjugateGradientOutcome {
  const size = b.length;
  const inverseDiagonal = preconditioner(incidence);
  const residual = b.slice();
  const solution = b.fill(0);
  const preconditioned = new Float64Array(size);
  const direction = new Float64Array(size);
  const image = new Float64Array(size);
  const rz = new Float64Array(k);
  const previous = new Float64Array(k);
  const curvature = new Float64Array(k);
  const factor = new Float64Array(k);

  for (let iterations = 0; ; iterations++) {
    rz.fill(0);
    for (let at = 0, l = 0; at < size; l++) {
      const d = inverseDiagonal[l]!;
      for (let c = 0; c < k; c++, at++) {
        const z = d * residual[at]!;
        preconditioned[at] = z;
        rz[c]! += z * residual[at]!;
      }
    }
    let converged = true;
    for (let c = 0; c < k; c++) {
      if (rz[c]! > tolerance * tolerance * scale[c]!) converged = false;
      factor[c] = iterations > 0 && previous[c]! > 0 ? rz[c]! / previous[c]! : 0;
      previous[c] = rz[c]!;
    }
    if (converged || iterations === MAXIMUM_ITERATIONS) return { iterations, converged };
    for (let at = 0; at < size; ) {
      for (let c = 0; c < k; c++, at++) direction[at] = preconditioned[at]! + factor[c]! * direction[at]!;
    }
    applyReducedMatrix(incidence, direction, image, k);
    curvature.fill(0);
    for (let at = 0; at < size; ) {
      for (let c = 0; c < k; c++, at++) curvature[c]! += direction[at]! * image[at]!;
    }
    for (let c = 0; c < k; c++) factor[c] = curvature[c]! > 0 ? rz[c]! / curvature[c]! : 0;
    for (let at = 0; at < size; ) {
      for (let c = 0; c < k; c++, at++) {
        solution[at]! += factor[c]! * direction[at]!;
        residual[at]! -= factor[c]! * image[at]!;
      }
    }
  }
}

/** The number of right-hand sides, rounded up to whole lanes. */
export function paddedColumns(columns: number): number {
  return Math.ceil(columns / LANES) * LANES;
}

/** 1 / diagonal of S; 0 for a level that its account determines fully. */
function preconditioner(incidence: EffectIncidence): Float64Array {
  const { start, level, weight, mainRows, levelRows } = incidence;
  const diagonal = levelRows.slice();
  for (let a = 0; a < incidence.main.count; a++) {
    for (let p = start[a]!; p < start[a + 1]!; p++) {
      diagonal[level[p]!]! -= (weight[p]! * weight[p]!) / mainRows[a]!;
    }
  }
  for (let l = 0; l < diagonal.length; l++) {
    diagonal[l] = diagonal[l]! > 1e-9 * levelRows[l]! ? 1 / diagonal[l]! : 0;
  }
  return diagonal;
}

function applyReducedMatrix(incidence: EffectIncidence, v: Float64Array, out: Float64Array, k: number): void {
  const { start, level, weight, mainRows, levelRows, cells } = incidence;
  for (let l = 0, at = 0; l < levelRows.length; l++) {
    for (let c = 0; c < k; c++, at++) out[at] = levelRows[l]! * v[at]!;
  }
  for (let cell = 0; cell < cells.from.length; cell++) {
    const from = cells.from[cell]! * k;
    const to = cells.to[cell]! * k;
    const w = cells.weight[cell]!;
    for (let c = 0; c < k; c++) {
      out[from + c]! += w * v[to + c]!;
      out[to + c]! += w * v[from + c]!;
    }
  }
  for (let a = 0; a < mainRows.length; a++) {
    const first = start[a]!;
    const end = start[a + 1]!;
    const rows = mainRows[a]!;
    for (let c = 0; c < k; c += LANES) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      for (let p = first; p < end; p++) {
        const at = level[p]! * k + c;
        const w = weight[p]!;
        s0 += w * v[at]!;
        s1 += w * v[at + 1]!;
        s2 += w * v[at + 2]!;
      }
      s0 /= rows;
      s1 /= rows;
      s2 /= rows;
      for (let p = first; p < end; p++) {
        const at = level[p]! * k + c;
        const w = weight[p]!;
        out[at]! -= w * s0;
        out[at + 1]! -= w * s1;
        out[at + 2]! -= w * s2;
      }
    }
  }
}
