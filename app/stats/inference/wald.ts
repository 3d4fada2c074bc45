import { requireOpenProbability } from "../arguments";
import { studentTQuantile } from "../distributions/student-t";
import type { Estimate, Interval } from "../result";

interface WaldArguments {
  readonly estimate: number;
  readonly standardError: number;
  /** Infinity for the normal. */
  readonly degreesOfFreedom: number;
  readonly n: number;
  readonly method: string;
  readonly level?: number;
  readonly warnings?: readonly string[];
}

/** estimate ± t_{(1+level)/2, df}·standardError. R: `estimate + c(-1, 1) * qt((1 + level) / 2, df) * se`. */
export function waldInterval(estimate: number, standardError: number, df: number, level = 0.95): Interval {
  requireOpenProbability(level, "level");
  const reach = studentTQuantile((1 - level) / 2, df, { upper: true }) * standardError;
  return { lower: estimate - reach, upper: estimate + reach, level };
}

/** An estimate with its symmetric t interval. */
export function waldEstimate(given: WaldArguments): Estimate {
  const { estimate, standardError, degreesOfFreedom, n, method, level, warnings } = given;
  return {
    estimate,
    standardError,
    interval: waldInterval(estimate, standardError, degreesOfFreedom, level),
    degreesOfFreedom,
    n,
    method,
    warnings: warnings ?? [],
  };
}
