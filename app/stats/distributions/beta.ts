import { ArgumentError, requirePositive } from "../arguments";
import { logBeta } from "../special/log-beta";
import { logBetaTerm, logRegularisedBeta } from "../special/regularised-beta";
import { invertTails } from "./invert";
import { pickTail, type Tail, tailsOf } from "./tail";

/**
 * P(X ≤ x) for X beta with parameters a and b: I_x(a, b); 0 below 0 and 1 above 1.
 * Source: DLMF 8.17. R: `pbeta(x, a, b, lower.tail, log.p)`. Throws if a parameter is not above 0 or x is NaN.
 */
export function betaCdf(x: number, a: number, b: number, tail?: Tail): number {
  if (Number.isNaN(x)) throw new ArgumentError("x", "must be a number, got NaN");
  const inside = Math.min(Math.max(x, 0), 1);
  return pickTail(logRegularisedBeta(inside, 1 - inside, a, b), tail);
}

/**
 * The inverse of `betaCdf` in x, by Newton on the log scale in log(x/(1 − x)), so that both ends are resolved.
 * R: `qbeta(p, a, b, lower.tail, log.p)`. Throws if p is no probability or a parameter is not above 0.
 */
export function betaQuantile(p: number, a: number, b: number, tail?: Tail): number {
  return betaQuantilePair(p, a, b, tail).x;
}

/** The quantile x together with 1 − x, for callers whose answer is a ratio of the two (F, Student's t). */
export function betaQuantilePair(p: number, a: number, b: number, tail?: Tail): { x: number; y: number } {
  requirePositive(a, "a");
  requirePositive(b, "b");
  const target = tailsOf(p, tail);
  if (target.logLower === -Infinity) return { x: 0, y: 1 };
  if (target.logUpper === -Infinity) return { x: 1, y: 0 };
  const logB = logBeta(a, b);
  // Leading terms of either end: x^a ≈ a·B·P and (1 − x)^b ≈ b·B·Q.
  const lowEnd = (target.logLower + Math.log(a) + logB) / a;
  const highEnd = (target.logUpper + Math.log(b) + logB) / b;
  const start =
    target.logLower < target.logUpper
      ? Math.min(lowEnd, Math.log(a / b))
      : Math.max(-highEnd, Math.log(a / b));
  const share = (logit: number) => 1 / (1 + Math.exp(-logit));
  const logit = invertTails({
    tails: (at) => logRegularisedBeta(share(at), share(-at), a, b),
    // The density of the logit is x^a·y^b/B.
    logDensity: (at) => logBetaTerm(share(at), share(-at), a, b),
    target,
    start: Math.min(Math.max(start, -700), 700),
    lowest: -745,
    highest: 745,
  });
  return { x: share(logit), y: share(-logit) };
}
