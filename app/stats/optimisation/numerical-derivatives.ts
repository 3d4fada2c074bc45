import { type Matrix, zeros } from "../linear-algebra/matrix";

/**
 * Gradient by central differences with one Richardson step: error of order h⁴. R: `numDeriv::grad(f, point)`.
 */
export function numericalGradient(
  f: (point: Float64Array) => number,
  point: ArrayLike<number>,
  step = 1e-3,
): Float64Array {
  return Float64Array.from(point, (_, i) =>
    richardson((h) => centralDifference(f, point, i, h), stepAt(point, i, step)),
  );
}

/** Hessian by central differences of the gradient, one Richardson step, made symmetric. R: `numDeriv::jacobian(gradient, point)`. */
export function hessianFromGradient(
  gradient: (point: Float64Array) => Float64Array,
  point: ArrayLike<number>,
  step = 1e-3,
): Matrix {
  const n = point.length;
  const result = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const h = stepAt(point, j, step);
    const far = gradientDifference(gradient, point, j, h);
    const near = gradientDifference(gradient, point, j, h / 2);
    for (let i = 0; i < n; i++) result.values[j * n + i] = (4 * near[i]! - far[i]!) / 3;
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

function stepAt(point: ArrayLike<number>, i: number, step: number): number {
  return step * Math.max(1, Math.abs(point[i]!));
}

function moved(point: ArrayLike<number>, i: number, by: number): Float64Array {
  const result = Float64Array.from(point);
  result[i] = result[i]! + by;
  return result;
}

function centralDifference(
  f: (point: Float64Array) => number,
  point: ArrayLike<number>,
  i: number,
  h: number,
): number {
  return (f(moved(point, i, h)) - f(moved(point, i, -h))) / (2 * h);
}

function gradientDifference(
  gradient: (point: Float64Array) => Float64Array,
  point: ArrayLike<number>,
  j: number,
  h: number,
): Float64Array {
  const up = gradient(moved(point, j, h));
  const down = gradient(moved(point, j, -h));
  return up.map((value, i) => (value - down[i]!) / (2 * h));
}

function richardson(difference: (h: number) => number, h: number): number {
  return (4 * difference(h / 2) - difference(h)) / 3;
}
