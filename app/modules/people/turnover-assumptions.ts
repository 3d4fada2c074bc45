/** What each assumption rests on; worded in `people.leave.basisName`. */
export type AssumptionBasis = "shrm" | "bridge" | "product" | "fallback";

/** `low` and `high` are the ends at which the cost comes out lower and higher, not the smaller and the larger number. */
export interface Assumption {
  readonly low: number;
  readonly base: number;
  readonly high: number;
  readonly basis: AssumptionBasis;
}

/**
 * Everything the replacement cost takes for granted, in this one place. `fallback` ones are used only where the
 * company's own ledger has no figure. Days are calendar days; shares are of 1.
 */
export const turnoverAssumptions = {
  vacancyDays: { low: 30, base: 42, high: 60, basis: "shrm" },
  contributionPerPay: { low: 1.2, base: 1.5, high: 2, basis: "product" },
  coverShare: { low: 0.25, base: 0.5, high: 0.75, basis: "product" },
  administrationHours: { low: 6, base: 10, high: 16, basis: "product" },
  leaveDays: { low: 0, base: 5, high: 10, basis: "product" },
  costPerHireShare: { low: 0.05, base: 0.08, high: 0.15, basis: "fallback" },
  onboardingHours: { low: 20, base: 40, high: 60, basis: "product" },
  trainingHours: { low: 16, base: 24, high: 40, basis: "product" },
  trainingFeePerPay: { low: 0.5, base: 1, high: 2, basis: "fallback" },
  rampMonths: { low: 3, base: 5, high: 8, basis: "bridge" },
  rampStart: { low: 0.5, base: 0.3, high: 0.2, basis: "product" },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof turnoverAssumptions;
export type AssumptionValues = Readonly<Record<AssumptionName, number>>;

export function assumptionsAt(end: "low" | "base" | "high"): AssumptionValues {
  const entries = Object.entries(turnoverAssumptions).map(([name, assumption]) => [name, assumption[end]]);
  return Object.fromEntries(entries) as AssumptionValues;
}
