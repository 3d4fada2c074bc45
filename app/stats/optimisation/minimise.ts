import { requireFiniteColumn } from "../arguments";
import { choleskyFactor, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky";
import { identity, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { type Refusal, refuse } from "../result";
import { hessianFromGradient, numericalGradient } from "./numerical-derivatives";

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Matrix;
  /** Of the Hessian: for a negative log-likelihood, the covariance of the parameters. */
  readonly inverseHessian: Matrix;
  readonly iterations: number;
}

export interface MinimiseOptions {
  /** Numerical unless given. */
  readonly gradient?: (point: Float64Array) => Float64Array;
  readonly maximumIterations?: number;
  /** Largest Newton decrement gᵀH⁻¹g/2, the fall that is still to be had, at which the point counts as the minimum. */
  readonly tolerance?: number;
  /** A coordinate past ± this is taken as running away. */
  readonly bound?: number;
}

/**
 * A local minimum of a smooth function: BFGS with backtracking, finished by Newton steps on the numerical Hessian. It is
 * returned only where the Hessian is positive definite and the Newton decrement is within the tolerance.
 *
 * Source: Nocedal and Wright (2006), ch. 6. R: `optim(start, f, method = "BFGS", hessian = TRUE)`, which returns whatever it
 * ended on. An objective of NaN or Infinity marks a point outside the domain; only the start must be inside.
 * Throws if the start is not finite. Refuses: not-converged (with iterations and the decrement), not-identified where a
 * coordinate runs past the bound or the Hessian at the end is not positive definite.
 */
export function minimise(
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  options: MinimiseOptions = {},
): Minimum | Refusal {
  requireFiniteColumn(start, "start");
  const { maximumIterations = 500, tolerance = 1e-12, bound = Infinity } = options;
  const gradientAt = options.gradient ?? ((at: Float64Array) => numericalGradient(objective, at));
  let point = Float64Array.from(start);
  let value = objective(point);
  if (!Number.isFinite(value))
    return refuse("not-converged", { reason: "start outside the domain", iterations: 0 });
  let gradient = gradientAt(point);
  let inverse = identity(point.length);
  let fresh = true;
  let iterations = 0;

  for (; iterations < maximumIterations; iterations++) {
    let direction = multiplyVector(inverse, gradient).map((d) => -d);
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      inverse = identity(point.length);
      fresh = true;
      direction = gradient.map((g) => -g);
      slope = -dot(gradient, gradient);
    }
    if (-slope <= 1e-9 * (Math.abs(value) + 1e-3)) break;
    // A first step of length 1 at most: the identity knows nothing of the scale.
    const length = Math.sqrt(dot(direction, direction));
    const found = backtrack(objective, point, value, direction, slope, fresh && length > 1 ? 1 / length : 1);
    if (!found) {
      if (fresh) break;
      inverse = identity(point.length);
      fresh = true;
      continue;
    }
    if (found.point.some((x) => Math.abs(x) > bound))
      return refuse("not-identified", { point: Array.from(found.point), iterations });
    const nextGradient = gradientAt(found.point);
    if (nextGradient.some((g) => !Number.isFinite(g)))
      return refuse("not-converged", { reason: "gradient", iterations });
    inverse = updateInverse(
      inverse,
      found.point.map((x, i) => x - point[i]!),
      nextGradient.map((g, i) => g - gradient[i]!),
      fresh,
    );
    fresh = false;
    point = found.point;
    value = found.value;
    gradient = nextGradient;
  }
  return polish(objective, gradientAt, { point, value, gradient, iterations, tolerance, bound });
}

interface Polish {
  point: Float64Array<ArrayBuffer>;
  value: number;
  gradient: Float64Array;
  iterations: number;
  readonly tolerance: number;
  readonly bound: number;
}

function polish(
  objective: (point: Float64Array) => number,
  gradientAt: (point: Float64Array) => Float64Array,
  state: Polish,
): Minimum | Refusal {
  let { point, value, gradient, iterations } = state;
  let decrement = Number.NaN;
  for (let round = 0; round < 25; round++) {
    const hessian = hessianFromGradient(gradientAt, point);
    if (hessian.values.some((h) => !Number.isFinite(h))) break;
    const factor = choleskyFactor(hessian);
    if (!factor) return refuse("not-identified", { reason: "hessian", point: Array.from(point), iterations });
    const step = choleskySolve(factor, gradient).map((s) => -s);
    decrement = -dot(step, gradient) / 2;
    // The objective's own rounding bounds what any decrement can tell.
    if (decrement <= Math.max(state.tolerance, 1e-17 * Math.abs(value))) {
      return { point, value, gradient, hessian, inverseHessian: choleskyInverse(factor), iterations };
    }
    // A fall that the objective's rounding may hide is not searched for: there the gradient is the better witness, and the
    // search would be content with a step too short to change anything.
    const visible = decrement > 1e-10 * (1 + Math.abs(value));
    const found = visible ? backtrack(objective, point, value, step, -2 * decrement, 1) : null;
    if (visible && !found) break;
    const next = found ?? { point: point.map((x, i) => x + step[i]!), value: Number.NaN };
    if (next.point.some((x) => Math.abs(x) > state.bound))
      return refuse("not-identified", { point: Array.from(next.point), iterations });
    point = next.point;
    value = found ? found.value : objective(point);
    if (!Number.isFinite(value)) break;
    gradient = gradientAt(point);
    iterations += 1;
  }
  return refuse("not-converged", { iterations, decrement, point: Array.from(point) });
}

/** Armijo's rule with halving. */
function backtrack(
  objective: (point: Float64Array) => number,
  point: Float64Array,
  value: number,
  direction: Float64Array,
  slope: number,
  first: number,
): { point: Float64Array<ArrayBuffer>; value: number } | null {
  for (let t = first, tries = 0; tries < 60; tries++, t /= 2) {
    const next = Float64Array.from(point, (x, i) => x + t * direction[i]!);
    const nextValue = objective(next);
    if (nextValue <= value + 1e-4 * t * slope) return { point: next, value: nextValue };
  }
  return null;
}

/** BFGS update of the inverse Hessian; skipped where the curvature along the step is not positive. */
function updateInverse(inverse: Matrix, step: Float64Array, change: Float64Array, fresh: boolean): Matrix {
  const n = step.length;
  const curvature = dot(step, change);
  if (!(curvature > 1e-14 * Math.sqrt(dot(step, step) * dot(change, change)))) return inverse;
  const result = { rows: n, columns: n, values: Float64Array.from(inverse.values) };
  // Before the first update, give the identity the scale just seen.
  if (fresh)
    for (let i = 0; i < n * n; i++) result.values[i] = result.values[i]! * (curvature / dot(change, change));
  const product = multiplyVector(result, change);
  const factor = (1 + dot(change, product) / curvature) / curvature;
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      const value =
        factor * step[i]! * step[j]! - (product[i]! * step[j]! + step[i]! * product[j]!) / curvature;
      result.values[j * n + i] = result.values[j * n + i]! + value;
    }
  }
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
