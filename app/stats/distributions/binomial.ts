import { ArgumentError, requireCount, requireProbability } from "../arguments";
import { logRegularisedBeta } from "../special/regularised-beta";
import { pickTail, type Tail } from "./tail";

/**
 * P(X ≤ count) for X binomial: 1 − I_p(⌊count⌋ + 1, n − ⌊count⌋). Source: DLMF 8.17.5. R: `pbinom(count, n, p, ...)`.
 * Throws if n is no count, p no probability or count NaN.
 */
export function binomialCdf(count: number, n: number, p: number, tail?: Tail): number {
  if (Number.isNaN(count)) throw new ArgumentError("count", "must be a number, got NaN");
  requireCount(n, "n");
  requireProbability(p, "p");
  const whole = Math.floor(count + 1e-7);
  if (whole < 0) return pickTail({ logLower: -Infinity, logUpper: 0 }, tail);
  if (whole >= n) return pickTail({ logLower: 0, logUpper: -Infinity }, tail);
  const { logLower, logUpper } = logRegularisedBeta(p, 1 - p, whole + 1, n - whole);
  return pickTail({ logLower: logUpper, logUpper: logLower }, tail);
}
