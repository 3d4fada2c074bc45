import { chiSquareCdf } from "../distributions/chi-square";
import { logGamma } from "../special/log-gamma";

/**
 * P(X > x) of a chi-square with df degrees of freedom and noncentrality λ: Σ_j Poisson(j; λ/2) P(χ²_{df + 2j} > x),
 * summed outwards from the likeliest j. R: `pchisq(x, df, ncp, lower.tail = FALSE)`.
 */
export function noncentralChiSquareUpper(x: number, df: number, noncentrality: number): number {
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

/** The noncentrality at which a level-α chi-square test of df restrictions rejects with the power asked for. */
export function noncentralityForPower(df: number, critical: number, power: number): number {
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
