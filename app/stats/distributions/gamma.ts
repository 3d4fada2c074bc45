import { requirePositive } from "../arguments";
import { logGammaOnePlus } from "../special/log-gamma";
import { logPoissonTerm, logRegularisedGamma } from "../special/regularised-gamma";
import { invertTails } from "./invert";
import { normalQuantile } from "./normal";
import { pickTail, type Tail, tailsOf } from "./tail";

/**
 * P(X ≤ x) for X gamma with the shape and rate given, mean shape/rate: P(shape, rate·x). 0 below 0.
 * Source: DLMF 8.2. R: `pgamma(x, shape, rate, lower.tail, log.p)`. Throws if a parameter is not above 0 or x is NaN.
 */
export function gammaCdf(x: number, shape: number, rate: number, tail?: Tail): number {
  requirePositive(shape, "shape");
  requirePositive(rate, "rate");
  return pickTail(logRegularisedGamma(shape, x < 0 ? 0 : x * rate), tail);
}

/**
 * The inverse of `gammaCdf` in x: from Wilson and Hilferty's cube (or the leading term of the series for a small tail),
 * Newton on the log scale. R: `qgamma(p, shape, rate, lower.tail, log.p)`. Throws if p is no probability.
 */
export function gammaQuantile(p: number, shape: number, rate: number, tail?: Tail): number {
  requirePositive(shape, "shape");
  requirePositive(rate, "rate");
  const target = tailsOf(p, tail);
  if (target.logLower === -Infinity) return 0;
  if (target.logUpper === -Infinity) return Infinity;
  const useLower = target.logLower < target.logUpper;
  const z = normalQuantile(useLower ? target.logLower : target.logUpper, { log: true, upper: !useLower });
  const cube = shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  // x^a/Γ(a + 1) ≈ P near 0; it may underflow, as R's does.
  const leading = Math.exp((target.logLower + logGammaOnePlus(shape)) / shape);
  const start = !(cube > 0) || leading < 0.1 * shape || shape < 0.5 ? leading : cube;
  if (leading === 0) return 0;
  const x = invertTails({
    tails: (at) => logRegularisedGamma(shape, at),
    logDensity: (at) => logPoissonTerm(shape, at) + Math.log(shape) - Math.log(at),
    target,
    start,
    lowest: 0,
    highest: Infinity,
  });
  return x / rate;
}
