import { requireFiniteColumn } from "../arguments";

export interface Moments {
  readonly n: number;
  /** NaN for no rows. */
  readonly mean: number;
  /** Σ(x − mean)². */
  readonly sumOfSquares: number;
  /** sumOfSquares/(n − 1); NaN below two rows. */
  readonly variance: number;
}

/**
 * n, mean and variance in two passes, the second correcting the first's rounding, so that a large common offset costs no
 * digits. Source: Chan, Golub and LeVeque (1983). R: `mean(x)`, `var(x)`. Throws if an element is not finite.
 */
export function moments(values: ArrayLike<number>, argument = "values"): Moments {
  requireFiniteColumn(values, argument);
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const first = sum / n;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - first;
    rest += deviation;
    squares += deviation * deviation;
  }
  const sumOfSquares = Math.max(0, squares - (rest * rest) / n);
  return { n, mean: first + rest / n, sumOfSquares, variance: n > 1 ? sumOfSquares / (n - 1) : Number.NaN };
}
