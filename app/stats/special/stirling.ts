import { logGammaOnePlus } from "./log-gamma";
import { log1pMinusX } from "./log1p-minus-x";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** B_{2k}/(2k(2k − 1)), k = 1 … 8. */
export const STIRLING_COEFFICIENTS: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

/** Σ B_{2k}/(2k(2k − 1)x^{2k−1}): the tail of Stirling's series, to 1e-17 from x = 12. Source: DLMF 5.11.1. */
export function stirlingSum(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING_COEFFICIENTS.length - 1; k >= 0; k--) sum = STIRLING_COEFFICIENTS[k]! + square * sum;
  return sum * inverse;
}

/**
 * Stirling's error, log Γ(x + 1) − [(x + ½)·log x − x + ½·log 2π], for x > 0.
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities". R: `stirlerr`, inside `dbinom`.
 */
export function stirlingError(x: number): number {
  if (x >= 12) return stirlingSum(x);
  if (x < 1) return logGammaOnePlus(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  // Up to 12 by the recurrence: each step adds (y + ½)·log(1 + 1/y) − 1, whose leading terms are taken out by hand.
  let sum = 0;
  let y = x;
  while (y < 12) {
    const inverse = 1 / y;
    sum += (y + 0.5) * log1pMinusX(inverse) + 0.5 * inverse;
    y += 1;
  }
  return sum + stirlingSum(y);
}
