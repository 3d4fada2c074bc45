import { discountFactors } from "../returns/profile";

/** What a hire is followed through: minor units a month, and what joining and leaving cost. */
export interface HireCourse {
  /** Margin of the accounts owned, at full contribution. */
  readonly contributionMinor: number;
  readonly payMinor: number;
  /** Chance of leaving within a month. */
  readonly leaving: number;
  /** r(t) = 1 − (1 − start)·exp(−t/τ), τ from the months to 90 %. */
  readonly rampStart: number;
  readonly rampMonths: number;
  readonly joiningMinor: number;
  readonly exitMinor: number;
}

/**
 * Employee lifetime value over the horizon: Σ S(t)(contribution·r(t) − pay)/(1+d)^t − joining − expected cost of leaving.
 * Overhead is in no ledger and left out. Own definition; docs/metrics.md.
 */
export function lifetimeOfAHire(course: HireCourse, annualRate: number, horizonMonths: number): number {
  const tau = course.rampMonths / Math.log((1 - course.rampStart) / 0.1);
  let stays = 1;
  let value = -course.joiningMinor;
  for (const [index, discount] of discountFactors(annualRate, horizonMonths).entries()) {
    const leaves = stays * course.leaving;
    stays -= leaves;
    const ramp = 1 - (1 - course.rampStart) * Math.exp(-(index + 1) / tau);
    value +=
      discount * (stays * (course.contributionMinor * ramp - course.payMinor) - leaves * course.exitMinor);
  }
  return value;
}
