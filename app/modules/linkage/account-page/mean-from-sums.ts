import { studentTQuantile } from "~/stats/distributions/student-t";

export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** A mean as pages show it: no mean without answers, no interval from a single one. */
export interface MeanEstimate {
  readonly n: number;
  readonly mean: number | null;
  /** 95 % limits, kept on the scale. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The mean of answers that are kept as their sums, with its t interval (n − 1 degrees of freedom). */
export function meanFromSums({ n, sum, sumOfSquares }: Sums, lowest: number, highest: number): MeanEstimate {
  if (n === 0) return { n, mean: null, lower: null, upper: null };
  const mean = sum / n;
  if (n === 1) return { n, mean, lower: null, upper: null };
  const variance = Math.max(0, sumOfSquares - n * mean * mean) / (n - 1);
  return withReach(n, mean, studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n), lowest, highest);
}

/** Below this many degrees of freedom a spread says nothing. */
const leastDegrees = 5;

/**
 * Means of several months. A single month has one or two answers, too few to say how far they spread, so the spread is
 * pooled within all months shown: Σ(n − 1)s² over Σ(n − 1) degrees of freedom. Where hardly a month has two answers it is
 * that of all answers around their one mean, which is wider where the level moved. With fewer there is no interval.
 */
export function monthlyMeans(months: readonly Sums[], lowest: number, highest: number): MeanEstimate[] {
  const reachOfOne = reachOfOneAnswer(months);
  return months.map(({ n, sum }) => {
    if (n === 0) return { n, mean: null, lower: null, upper: null };
    const mean = sum / n;
    if (reachOfOne === null) return { n, mean, lower: null, upper: null };
    return withReach(n, mean, reachOfOne / Math.sqrt(n), lowest, highest);
  });
}

function reachOfOneAnswer(months: readonly Sums[]): number | null {
  const all = { n: 0, sum: 0, sumOfSquares: 0 };
  let degrees = 0;
  let within = 0;
  for (const { n, sum, sumOfSquares } of months) {
    if (n === 0) continue;
    all.n += n;
    all.sum += sum;
    all.sumOfSquares += sumOfSquares;
    degrees += n - 1;
    within += Math.max(0, sumOfSquares - (sum * sum) / n);
  }
  if (degrees < leastDegrees) {
    degrees = all.n - 1;
    within = all.n === 0 ? 0 : Math.max(0, all.sumOfSquares - (all.sum * all.sum) / all.n);
  }
  return degrees < leastDegrees ? null : studentTQuantile(0.975, degrees) * Math.sqrt(within / degrees);
}

function withReach(n: number, mean: number, reach: number, lowest: number, highest: number): MeanEstimate {
  return { n, mean, lower: Math.max(lowest, mean - reach), upper: Math.min(highest, mean + reach) };
}
