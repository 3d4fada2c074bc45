/** How much of a change is in force in each month of the horizon. */

/**
 * One year of a programme whose exposure counts the twelve months before: it builds up over the year and, when the year is
 * over, fades out over the next.
 */
export function yearOfExposure(horizonMonths: number): number[] {
  return Array.from({ length: horizonMonths }, (_, index) => {
    const month = index + 1;
    if (month <= 12) return month / 12;
    return month < 24 ? (24 - month) / 12 : 0;
  });
}

/** In force from month `from` to month `to`, both included and counted from 1. */
export function duringMonths(horizonMonths: number, from: number, to: number): number[] {
  return Array.from({ length: horizonMonths }, (_, index) => (index + 1 >= from && index + 1 <= to ? 1 : 0));
}

/** What one unit of money is worth at the end of months 1 … horizon at an effective annual rate. */
export function discountFactors(annualRate: number, horizonMonths: number): Float64Array {
  return Float64Array.from({ length: horizonMonths }, (_, index) => (1 + annualRate) ** (-(index + 1) / 12));
}
