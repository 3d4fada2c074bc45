import { ArgumentError, requirePositive } from "../arguments";
import { logRegularisedGamma } from "../special/regularised-gamma";
import { pickTail, type Tail } from "./tail";

/**
 * P(X ≤ count) for X Poisson with the mean given: Q(⌊count⌋ + 1, mean). Source: DLMF 8.11. R: `ppois(count, mean, ...)`.
 * Throws if the mean is not above 0 or the count is NaN.
 */
export function poissonCdf(count: number, mean: number, tail?: Tail): number {
  if (Number.isNaN(count)) throw new ArgumentError("count", "must be a number, got NaN");
  requirePositive(mean, "mean");
  if (count < 0) return pickTail({ logLower: -Infinity, logUpper: 0 }, tail);
  if (count === Infinity) return pickTail({ logLower: 0, logUpper: -Infinity }, tail);
  const { logLower, logUpper } = logRegularisedGamma(Math.floor(count + 1e-7) + 1, mean);
  return pickTail({ logLower: logUpper, logUpper: logLower }, tail);
}
