import { ArgumentError, requirePositive } from "../arguments";
import { logRegularisedBeta } from "../special/regularised-beta";
import { betaQuantilePair } from "./beta";
import { chiSquareCdf, chiSquareQuantile } from "./chi-square";
import { pickTail, type Tail } from "./tail";

/**
 * P(X ≤ x) for X of Snedecor's F: I_w(df1/2, df2/2) with w = df1·x/(df1·x + df2); df2 = Infinity gives χ²/df1.
 * Source: DLMF 8.17. R: `pf(x, df1, df2, lower.tail, log.p)`. Throws if a df is not above 0 or x is NaN.
 */
export function fCdf(x: number, df1: number, df2: number, tail?: Tail): number {
  requirePositive(df1, "df1");
  if (Number.isNaN(x)) throw new ArgumentError("x", "must be a number, got NaN");
  const value = Math.max(x, 0);
  if (df2 === Infinity) return chiSquareCdf(value * df1, df1, tail);
  requirePositive(df2, "df2");
  // Both shares from the ratio, so that neither is one minus the other.
  const ratio = (df1 / df2) * value;
  const share = ratio === Infinity ? 1 : ratio / (1 + ratio);
  return pickTail(logRegularisedBeta(share, 1 / (1 + ratio), df1 / 2, df2 / 2), tail);
}

/** Its inverse in x. R: `qf(p, df1, df2, ...)`. Throws if a df is not above 0 or p is no probability. */
export function fQuantile(p: number, df1: number, df2: number, tail?: Tail): number {
  requirePositive(df1, "df1");
  if (df2 === Infinity) return chiSquareQuantile(p, df1, tail) / df1;
  requirePositive(df2, "df2");
  const { x, y } = betaQuantilePair(p, df1 / 2, df2 / 2, tail);
  return ((x / y) * df2) / df1;
}
