import {
  ArgumentError,
  requireCount,
  requireFiniteColumn,
  requirePositive,
  requireSameLength,
} from "../arguments";
import { eventRate } from "../proportions/event-rate";
import type { Estimate, Refusal } from "../result";

/**
 * Departures per person-year: Σ departures / (Σ average headcounts / periods a year), with the exact Poisson interval. One
 * row a period. Over a whole year it is the usual "separations over average headcount". n is the departures.
 *
 * Source: ISO 30414 (turnover rate); Garwood (1936) for the interval.
 * R: `sum(departures) / (sum(headcount) / 12)`, `poisson.test(sum(departures), sum(headcount) / 12)$conf.int`.
 * Throws if a departure count is no whole number or a headcount is below 0. Refuses: no-base if nobody was there.
 */
export function turnoverRate(
  departures: ArrayLike<number>,
  averageHeadcounts: ArrayLike<number>,
  options: { readonly periodsPerYear?: number; readonly level?: number } = {},
): Estimate | Refusal {
  const { periodsPerYear = 12, level } = options;
  requireSameLength(averageHeadcounts, departures.length, "averageHeadcounts");
  requireFiniteColumn(averageHeadcounts, "averageHeadcounts");
  requirePositive(periodsPerYear, "periodsPerYear");
  let left = 0;
  let present = 0;
  for (let i = 0; i < departures.length; i++) {
    requireCount(departures[i]!, "departures");
    if (averageHeadcounts[i]! < 0) {
      throw new ArgumentError("averageHeadcounts", `row ${i} is ${averageHeadcounts[i]}, below 0`);
    }
    left += departures[i]!;
    present += averageHeadcounts[i]!;
  }
  return eventRate(left, present / periodsPerYear, { level });
}
