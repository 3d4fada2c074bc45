import { requirePositive } from "../arguments";
import { logGamma, logGammaRatio } from "./log-gamma";
import { stirlingSum } from "./stirling";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), for a, b > 0, with the large logarithms cancelled on paper first.
 * Source: DLMF 5.12.1, 5.11.1. R: `lbeta(a, b)`. Throws if a or b is not above 0.
 */
export function logBeta(a: number, b: number): number {
  requirePositive(a, "a");
  requirePositive(b, "b");
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small >= 12) {
    const correction = stirlingSum(small) + stirlingSum(large) - stirlingSum(small + large);
    return (
      HALF_LOG_TWO_PI -
      0.5 * Math.log(large) +
      correction +
      (small - 0.5) * Math.log(small / (small + large)) -
      large * Math.log1p(small / large)
    );
  }
  return logGamma(small) - logGammaRatio(large, small);
}
