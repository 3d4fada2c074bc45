import { ArgumentError } from "../arguments";
import type { LogTails } from "../special/log-tails";

/** Which probability is meant: the lower tail P(X ≤ x) unless `upper`, and as it is unless `log`. */
export interface Tail {
  readonly upper?: boolean;
  readonly log?: boolean;
}

/** The probability asked for, from both tails as logarithms. */
export function pickTail(tails: LogTails, tail: Tail | undefined): number {
  const chosen = tail?.upper ? tails.logUpper : tails.logLower;
  return tail?.log ? chosen : Math.exp(chosen);
}

/** A probability handed to a quantile function, as the logarithms of both tails. Throws if it is none. */
export function tailsOf(p: number, tail: Tail | undefined): LogTails {
  if (tail?.log ? !(p <= 0) : !(p >= 0 && p <= 1)) {
    throw new ArgumentError("p", `must be ${tail?.log ? "at most 0" : "in [0, 1]"}, got ${p}`);
  }
  const given = tail?.log ? p : Math.log(p);
  const other = tail?.log
    ? p > -Math.LN2
      ? Math.log(-Math.expm1(p))
      : Math.log1p(-Math.exp(p))
    : Math.log1p(-p);
  return tail?.upper ? { logLower: other, logUpper: given } : { logLower: given, logUpper: other };
}
