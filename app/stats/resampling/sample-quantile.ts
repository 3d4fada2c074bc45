import { requireFiniteColumn, requireProbability } from "../arguments";

/** Quantile of a sample, linear between order statistics: R's type 7. R: `quantile(values, p)`. NaN for no values. */
export function sampleQuantile(values: ArrayLike<number>, p: number): number {
  requireFiniteColumn(values, "values");
  requireProbability(p, "p");
  return quantileOfSorted(Float64Array.from(values).sort(), p);
}

/** The same of values already in ascending order. */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = p * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (position - low) * (sorted[high]! - sorted[low]!);
}
