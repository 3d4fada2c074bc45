import { requireFiniteColumn } from "../arguments";
import type { Interval } from "../result";
import type { SurvivalCurve } from "./kaplan-meier";

export interface SurvivalAtTime {
  readonly time: number;
  readonly survival: number;
  /** NaN where the curve has reached 0. */
  readonly standardError: number;
  readonly interval: Interval;
  readonly cumulativeHazard: number;
  /** At risk just before the first exit time at or after `time`; 0 beyond the last. */
  readonly atRisk: number;
  /** False beyond the last exit time, where the last value is carried on without support in the data. */
  readonly observed: boolean;
}

/**
 * A step function's values at given times. Before the first exit time survival is 1 with no error.
 * R: `summary(survfit, times =, extend = TRUE)`.
 *
 * @throws ArgumentError on a time that is not finite
 */
export function survivalAt(curve: SurvivalCurve, times: ArrayLike<number>): readonly SurvivalAtTime[] {
  requireFiniteColumn(times, "times");
  return Array.from(times, (time) => {
    const k = countUpTo(curve.times, time) - 1;
    const next = k >= 0 && curve.times[k] === time ? k : k + 1;
    const before = k < 0;
    return {
      time,
      survival: before ? 1 : curve.survival[k]!,
      standardError: before ? 0 : curve.standardError[k]!,
      interval: {
        lower: before ? 1 : curve.lower[k]!,
        upper: before ? 1 : curve.upper[k]!,
        level: curve.level,
      },
      cumulativeHazard: before ? 0 : curve.cumulativeHazard[k]!,
      atRisk: next < curve.times.length ? curve.atRisk[next]! : 0,
      observed: next < curve.times.length,
    };
  });
}

/** How many of the ascending `times` are at or before `time`. */
export function countUpTo(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
