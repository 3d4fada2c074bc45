import { requirePositive } from "../arguments";
import { gammaCdf, gammaQuantile } from "./gamma";
import type { Tail } from "./tail";

/** P(X ≤ x) for X χ² with df degrees of freedom: gamma, shape df/2, rate ½. R: `pchisq(x, df, ...)`. Throws if df ≤ 0. */
export function chiSquareCdf(x: number, df: number, tail?: Tail): number {
  requirePositive(df, "df");
  return gammaCdf(x, df / 2, 0.5, tail);
}

/** Its inverse in x. R: `qchisq(p, df, ...)`. Throws if df ≤ 0 or p is no probability. */
export function chiSquareQuantile(p: number, df: number, tail?: Tail): number {
  requirePositive(df, "df");
  return gammaQuantile(p, df / 2, 0.5, tail);
}
