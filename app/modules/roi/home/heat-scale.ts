/** Four steps of one hue; a stronger step is a higher number within its column. */
export type HeatStep = 0 | 1 | 2 | 3;

/** Quartile of each value among those present; null stays null. Columns of one value get the weakest step. */
export function heatSteps(values: readonly (number | null)[]): (HeatStep | null)[] {
  const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return values.map(() => null);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const [low, middle, high] = [at(0.25), at(0.5), at(0.75)];
  return values.map((value) => {
    if (value === null) return null;
    if (value > high) return 3;
    if (value > middle) return 2;
    return value > low ? 1 : 0;
  });
}

/** Fewer answers than this say nothing about a colleague's accounts. */
export const minimumAnswers = 5;
/** Fewer account-months than this: too new for a churn rate. */
export const minimumAccountMonths = 60;

/** Monthly hazard as a yearly share: 1 − exp(−12·lost/account-months). */
export function yearlyChurn(lost: number, accountMonths: number): number | null {
  return accountMonths < minimumAccountMonths ? null : 1 - Math.exp((-12 * lost) / accountMonths);
}
