import { type Estimate, isRefusal, type Refusal } from "../result";
import { requireSuccesses, share } from "./share";

/**
 * The difference of two independent shares, p1 − p2, with Newcombe's hybrid score interval:
 * lower = d − √((p1 − l1)² + (u2 − p2)²), upper = d + √((u1 − p1)² + (p2 − l2)²), l and u being Wilson's limits.
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 873, method 10. n is the sum of both; df: Infinity.
 * R: `DescTools::BinomDiffCI(x1, n1, x2, n2, method = "score")`.
 * Throws like `share`. Refuses: no-base if either n is 0.
 */
export function shareDifference(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  options: { readonly level?: number } = {},
): Estimate | Refusal {
  requireSuccesses(successes1, n1, "successes1", "n1");
  requireSuccesses(successes2, n2, "successes2", "n2");
  const first = share(successes1, n1, options);
  const second = share(successes2, n2, options);
  if (isRefusal(first)) return { ...first, detail: { group: 1, n1, n2 } };
  if (isRefusal(second)) return { ...second, detail: { group: 2, n1, n2 } };
  const difference = first.estimate - second.estimate;
  const down = Math.hypot(first.estimate - first.interval.lower, second.interval.upper - second.estimate);
  const up = Math.hypot(first.interval.upper - first.estimate, second.estimate - second.interval.lower);
  return {
    estimate: difference,
    standardError: Math.hypot(first.standardError, second.standardError),
    // Never past ±1 but for rounding.
    interval: {
      lower: Math.max(-1, difference - down),
      upper: Math.min(1, difference + up),
      level: first.interval.level,
    },
    degreesOfFreedom: Infinity,
    n: n1 + n2,
    method: "newcombe-hybrid-score",
    warnings: [],
  };
}
