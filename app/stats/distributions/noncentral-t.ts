import { requireFinite, requirePositive } from "../arguments";
import { gaussLegendre } from "../special/gauss-legendre";
import { logGamma } from "../special/log-gamma";
import { normalCdf } from "./normal";
import type { Tail } from "./tail";

/**
 * P(T ≤ t) for T = (Z + δ)/√(V/df), Z normal and V χ² with df: the mean of Φ(t·s − δ) over s = √(V/df), integrated in log s.
 * Every term is positive, so either tail keeps its relative accuracy. Infinite df gives Φ(t − δ).
 *
 * Source: DLMF-style conditioning; compare Lenth (1989), AS 243. R: `pt(t, df, ncp, lower.tail, log.p)`.
 * Throws if df is not above 0 or t or the noncentrality is not finite.
 */
export function noncentralTCdf(t: number, df: number, noncentrality: number, tail?: Tail): number {
  requireFinite(t, "t");
  requireFinite(noncentrality, "noncentrality");
  if (df === Infinity) return normalCdf(t - noncentrality, tail);
  requirePositive(df, "df");
  const half = df / 2;
  // log density of u = log s: mode at 0, curvature 2·df there, falling like exp(df·u) to the left.
  const logConstant = Math.LN2 + half * Math.log(half) - logGamma(half) - half;
  const reach = 9.5 / Math.sqrt(2 * df);
  const left = -Math.max(reach, 45 / df);
  const right = Math.min(Math.max(reach, 0.2), 0.5 * Math.log1p(100 / df) + 1);
  const weight = (u: number) => Math.exp(logConstant - half * (Math.expm1(2 * u) - 2 * u));
  const side = tail?.upper ? -1 : 1;
  const value = gaussLegendre(
    (u) => weight(u) * normalCdf(side * (t * Math.exp(u) - noncentrality)),
    left,
    Math.max(right, reach),
    24,
  );
  const bounded = Math.min(1, value);
  return tail?.log ? Math.log(bounded) : bounded;
}
