/** A symmetric positive semi-definite system and an approximate inverse of it, for k right-hand sides side by side. */
export interface PreconditionedOperator {
  /** out = S v; both as `v[level * k + column]`. */
  apply(v: Float64Array, out: Float64Array, k: number): void;
  /** out ≈ S⁻¹ v, symmetric and positive. */
  precondition(v: Float64Array, out: Float64Array, k: number): void;
}

export interface ConjugateGradientOutcome {
  readonly iterations: number;
  readonly converged: boolean;
}

/** Operators handle this many columns at once in their innermost loops, held in registers. */
export const LANES = 3;
const MAXIMUM_ITERATIONS = 3000;
/** Rounding error may stop the residual short of the tolerance; this much is still twice the digits the slopes need. */
const ACCEPTABLE = 1e-8;

/** The number of right-hand sides, rounded up to whole lanes. */
export function paddedColumns(columns: number): number {
  return Math.ceil(columns / LANES) * LANES;
}

/**
 * Solves S v = b for k right-hand sides at once by preconditioned conjugate gradients; each pass over S serves all columns.
 * S may be singular as long as b lies in its range, where the method converges as usual.
 *
 * A column is done when r′M⁻¹r falls below tolerance² · `scale[column]`, scale being the sum of squares of the column whose
 * effects are sought. `b[level * k + column]`, k a multiple of `LANES`, holds the solution afterwards.
 * Source: Golub and Van Loan, Matrix Computations, §11.5; for effects: Correia (2017), `reghdfe`.
 */
export function solveByConjugateGradients(
  operator: PreconditionedOperator,
  b: Float64Array,
  k: number,
  scale: Float64Array,
  tolerance: number,
): ConjugateGradientOutcome {
  const size = b.length;
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
    operator.precondition(residual, preconditioned, k);
    columnProducts(residual, preconditioned, rz, k);
    let converged = true;
    let acceptable = true;
    for (let c = 0; c < k; c++) {
      if (rz[c]! > tolerance * tolerance * scale[c]!) converged = false;
      if (rz[c]! > ACCEPTABLE * ACCEPTABLE * scale[c]!) acceptable = false;
      factor[c] = iterations > 0 && previous[c]! > 0 ? rz[c]! / previous[c]! : 0;
      previous[c] = rz[c]!;
    }
    if (converged || iterations === MAXIMUM_ITERATIONS)
      return { iterations, converged: converged || acceptable };
    for (let at = 0; at < size; ) {
      for (let c = 0; c < k; c++, at++) direction[at] = preconditioned[at]! + factor[c]! * direction[at]!;
    }
    operator.apply(direction, image, k);
    columnProducts(direction, image, curvature, k);
    for (let c = 0; c < k; c++) factor[c] = curvature[c]! > 0 ? rz[c]! / curvature[c]! : 0;
    for (let at = 0; at < size; ) {
      for (let c = 0; c < k; c++, at++) {
        solution[at]! += factor[c]! * direction[at]!;
        residual[at]! -= factor[c]! * image[at]!;
      }
    }
  }
}

function columnProducts(a: Float64Array, b: Float64Array, out: Float64Array, k: number): void {
  out.fill(0);
  for (let at = 0; at < a.length; ) {
    for (let c = 0; c < k; c++, at++) out[c]! += a[at]! * b[at]!;
  }
}
