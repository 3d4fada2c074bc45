import { quantileOfSorted } from "~/stats/resampling/sample-quantile";

/** `base` with every input at its estimate; `low` and `high` the 5th and 95th percentile of the draws. */
export interface Range {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

export function rangeOf(draws: Float64Array, base: number, from = 0.05, to = 0.95): Range {
  if (isConstant(draws)) return { low: draws[0] ?? base, base, high: draws[0] ?? base };
  const sorted = Float64Array.from(draws).sort();
  return { low: quantileOfSorted(sorted, from), base, high: quantileOfSorted(sorted, to) };
}

function isConstant(draws: Float64Array): boolean {
  for (let i = 1; i < draws.length; i++) if (draws[i] !== draws[0]) return false;
  return true;
}

export function shareAbove(draws: Float64Array, limit: number): number {
  let above = 0;
  for (const value of draws) if (value > limit) above += 1;
  return draws.length === 0 ? 0 : above / draws.length;
}

/** How often each value came up, on an even grid; heights add up to 1. */
export interface Density {
  readonly from: number;
  readonly step: number;
  readonly heights: readonly number[];
}

const points = 80;

/** Null where all draws are one value. Smoothed by a triangle over its neighbours, so that the eye does not read noise. */
export function densityOf(draws: Float64Array): Density | null {
  const sorted = Float64Array.from(draws).sort();
  const from = quantileOfSorted(sorted, 0.002);
  const to = quantileOfSorted(sorted, 0.998);
  if (!(to > from)) return null;
  const step = (to - from) / (points - 1);
  const counts = new Float64Array(points);
  for (const value of draws) {
    const at = Math.round((value - from) / step);
    if (at >= 0 && at < points) counts[at]! += 1;
  }
  const reach = 4;
  const heights = Array.from(counts, (_, at) => {
    let sum = 0;
    let weights = 0;
    for (let near = -reach; near <= reach; near++) {
      const weight = reach + 1 - Math.abs(near);
      sum += weight * (counts[at + near] ?? 0);
      weights += weight;
    }
    return sum / weights;
  });
  const whole = heights.reduce((sum, height) => sum + height, 0);
  return { from, step, heights: heights.map((height) => height / whole) };
}
