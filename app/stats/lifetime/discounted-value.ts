import { ArgumentError, requireCount, requireFinite, requirePositive } from "../arguments";

export interface DiscountedValueArguments {
  /** Expected purchases within a time from now, for example `(t) => bgNbdConditionalPurchases(fit.parameters, history, t)`. */
  readonly expectedPurchases: (time: number) => number;
  /** Margin of one purchase. */
  readonly valuePerPurchase: number;
  readonly periods: number;
  /** Length of a period in the model's unit of time: 4.345 for months in a model of weeks. */
  readonly periodLength: number;
  /** A period's. */
  readonly discountRate: number;
}

/**
 * Discounted value of the purchases of the next periods, each period's discounted from its end:
 * Σ_t value·(E[Y(t)] − E[Y(t−1)])/(1+d)^t. Source: Fader, Hardie and Lee (2005), JMR 42, 415.
 * R: `sum(m * diff(c(0, EY)) / (1 + d)^(1:periods))`; `CLVTools::predict` compounds continuously instead.
 * Throws if a number is out of range. A standard error comes from `estimateFromFit` around it.
 */
export function discountedPurchaseValue(given: DiscountedValueArguments): number {
  const { expectedPurchases, valuePerPurchase, periods, periodLength, discountRate } = given;
  requireFinite(valuePerPurchase, "valuePerPurchase");
  requireCount(periods, "periods");
  requirePositive(periodLength, "periodLength");
  if (!(discountRate > -1 && Number.isFinite(discountRate))) {
    throw new ArgumentError("discountRate", `must be above -1, got ${discountRate}`);
  }
  let value = 0;
  let before = 0;
  for (let t = 1; t <= periods; t++) {
    const after = expectedPurchases(t * periodLength);
    value += (valuePerPurchase * (after - before)) / (1 + discountRate) ** t;
    before = after;
  }
  return value;
}
