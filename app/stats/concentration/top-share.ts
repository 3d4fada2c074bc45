import { ArgumentError, requireFiniteColumn, requireOpenProbability, requirePositive } from "../arguments";
import { normalCdf, normalQuantile } from "../distributions/normal";
import { type Refusal, refuse } from "../result";

/**
 * The share of the total held by the top fraction of accounts; where that is no whole number of accounts, the next one counts
 * by its part, so that ties and small numbers do not jump. R: the Lorenz curve, `1 - ineq::Lc(x)` interpolated.
 * Throws if a value is not finite or below 0. Refuses: no-base if all are 0.
 */
export function topShare(values: ArrayLike<number>, fraction: number): number | Refusal {
  requireOpenProbability(fraction, "fraction");
  const sorted = descending(values);
  let total = 0;
  for (const value of sorted) total += value;
  if (total === 0) return refuse("no-base", { n: sorted.length });
  const take = fraction * sorted.length;
  const whole = Math.floor(take);
  let sum = 0;
  for (let i = 0; i < whole; i++) sum += sorted[i]!;
  if (whole < sorted.length) sum += (take - whole) * sorted[whole]!;
  return sum / total;
}

/**
 * Gini coefficient, Σ(2i − n − 1)x_(i)/(n·Σx); 0 for equal values. R: `ineq::Gini(x)`.
 * Throws if a value is not finite or below 0 (the coefficient has no meaning there). Refuses: no-base if all are 0.
 */
export function gini(values: ArrayLike<number>): number | Refusal {
  const sorted = descending(values);
  const n = sorted.length;
  let total = 0;
  let weighted = 0;
  for (let i = 0; i < n; i++) {
    total += sorted[i]!;
    weighted += (n - 1 - 2 * i) * sorted[i]!;
  }
  if (total === 0) return refuse("no-base", { n });
  return weighted / (n * total);
}

function descending(values: ArrayLike<number>): Float64Array {
  requireFiniteColumn(values, "values");
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0) throw new ArgumentError("values", `row ${i} is ${values[i]}, below 0`);
  }
  return Float64Array.from(values).sort().reverse();
}

/** Top-q share of a log-normal: Φ(σ − Φ⁻¹(1 − q)). R: `pnorm(sigma - qnorm(1 - q))`. Throws if σ is not above 0. */
export function logNormalTopShare(sigma: number, fraction: number): number {
  requirePositive(sigma, "sigma");
  requireOpenProbability(fraction, "fraction");
  return normalCdf(sigma - normalQuantile(fraction, { upper: true }));
}

/** Gini coefficient of a log-normal: 2Φ(σ/√2) − 1. R: `2 * pnorm(sigma / sqrt(2)) - 1`. Throws if σ is not above 0. */
export function logNormalGini(sigma: number): number {
  requirePositive(sigma, "sigma");
  const reach = sigma * Math.SQRT1_2;
  return normalCdf(reach) - normalCdf(-reach);
}

/**
 * The σ at which the top fraction holds a share: Φ⁻¹(share) + Φ⁻¹(1 − fraction); 80/20 is 1.683.
 * R: `qnorm(share) + qnorm(1 - fraction)`. Throws if either is outside (0, 1) or the share is not above the fraction.
 */
export function logNormalSigmaForShare(share: number, fraction: number): number {
  requireOpenProbability(share, "share");
  requireOpenProbability(fraction, "fraction");
  if (share <= fraction)
    throw new ArgumentError("share", `must exceed the fraction ${fraction}, got ${share}`);
  return normalQuantile(share) + normalQuantile(fraction, { upper: true });
}
