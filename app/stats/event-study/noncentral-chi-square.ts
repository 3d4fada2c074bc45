import { ArgumentError, requireFinite, requireOpenProbability, requirePositive } from "../arguments";
import { chiSquareCdf } from "../distributions/chi-square";
import { logGamma } from "../special/log-gamma";

/**
 * P(X > x) of a chi-square with df degrees of freedom and noncentrality λ: Σ_j Poisson(j; λ/2) P(χ²_{df + 2j} > x),
 * summed outwards from the likeliest j. R: `pchisq(x, df, ncp, lower.tail = FALSE)`.
 * Throws ArgumentError where x is not finite, df not above 0 or λ below 0.
 */
export function noncentralChiSquareUpper(x: number, df: number, noncentrality: number): number {
  requireFinite(x, "x");
  requireFinite(df, "df");
  requirePositive(df, "df");
  requireFinite(noncentrality, "noncentrality");
  if (noncentrality < 0) throw new ArgumentError("noncentrality", `must be at least 0, got ${noncentrality}`);
  const half = noncentrality / 2;
  if (half === 0) return chiSquareCdf(x, df, { upper: true });
  const mode = Math.floor(half);
  const atMode = Math.exp(-half + mode * Math.log(half) - logGamma(mode + 1));
  let total = 0;
  for (let j = mode, p = atMode; p > 1e-17; j++) {
    total += p * chiSquareCdf(x, df + 2 * j, { upper: true });
    p *= half / (j + 1);
  }
  for (let j = mode - 1, p = (atMode * mode) / half; j >= 0 && p > 1e-17; j--) {
    total += p * chiSquareCdf(x, df + 2 * j, { upper: true });
    p *= j / half;
  }
  return Math.min(1, total);
}

/**
 * The noncentrality at which a chi-square test of df restrictions, rejecting above `critical`, has the power asked for.
 * R: `uniroot(function(l) pchisq(critical, df, l, lower.tail = FALSE) - power, c(0, 1e3))`.
 * Throws ArgumentError where df or critical is not above 0 or the power outside (0, 1).
 */
export function noncentralityForPower(df: number, critical: number, power: number): number {
  requirePositive(critical, "critical");
  requireOpenProbability(power, "power");
  let below = 0;
  let above = 1;
  while (noncentralChiSquareUpper(critical, df, above) < power) above *= 2;
  for (let step = 0; step < 200 && above - below > 1e-13 * above; step++) {
    const middle = (below + above) / 2;
    if (noncentralChiSquareUpper(critical, df, middle) < power) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
