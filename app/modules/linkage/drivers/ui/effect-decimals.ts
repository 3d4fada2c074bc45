import type { Outcome } from "../result";

const usual: Readonly<Record<Outcome, number>> = { satisfaction: 2, revenue: 1, churn: 1, leaving: 1 };

/** Decimals for figures that stand together: the outcome's usual ones, more where all of them would read as nought. */
export function decimalsOf(outcome: Outcome, figures: readonly number[]): number {
  const decimals = usual[outcome];
  const largest = Math.max(0, ...figures.map(Math.abs));
  if (largest === 0 || largest >= 0.5 * 10 ** -decimals) return decimals;
  return Math.min(6, Math.ceil(-Math.log10(largest)));
}
