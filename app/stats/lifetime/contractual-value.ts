import { ArgumentError, requireCount, requireFinite, requireProbability } from "../arguments";

/**
 * Value of a contract that pays `margin` a period and is kept with constant probability r: m·(1+d)/(1+d−r) with the first
 * margin now, m·r/(1+d−r) with it in a period, if kept. Source: Gupta and Lehmann (2003). R: the formula.
 * Throws if r is outside [0, 1], d is not above −1, or r ≥ 1 + d, where the sum has no end.
 */
export function constantRetentionValue(
  margin: number,
  retention: number,
  discountRate: number,
  firstMargin: "now" | "next-period",
): number {
  requireFinite(margin, "margin");
  requireProbability(retention, "retention");
  requireFinite(discountRate, "discountRate");
  const gap = 1 + discountRate - retention;
  if (!(discountRate > -1 && gap > 0)) {
    throw new ArgumentError(
      "discountRate",
      `must exceed retention − 1 = ${retention - 1}, got ${discountRate}`,
    );
  }
  if (firstMargin !== "now" && firstMargin !== "next-period")
    throw new ArgumentError("firstMargin", `unknown: ${firstMargin}`);
  return (margin * (firstMargin === "now" ? 1 + discountRate : retention)) / gap;
}

export interface HorizonValue {
  readonly value: number;
  /** The part of the value that falls in the last tenth of the horizon: a sign of what lies beyond it. */
  readonly lastTenthShare: number;
}

/**
 * Σ_{t=0}^{periods−1} margin·S(t)/(1+d)^t for any survival curve, S(0) = 1. Throws if the rate is not above −1.
 * R: `sum(m * S / (1 + d)^(0:(periods - 1)))`.
 */
export function survivalValue(
  margin: number,
  survivalAfter: (periods: number) => number,
  periods: number,
  discountRate: number,
): HorizonValue {
  requireFinite(margin, "margin");
  requireCount(periods, "periods");
  if (!(discountRate > -1 && Number.isFinite(discountRate))) {
    throw new ArgumentError("discountRate", `must be above -1, got ${discountRate}`);
  }
  let value = 0;
  let late = 0;
  for (let t = 0; t < periods; t++) {
    const part = (margin * survivalAfter(t)) / (1 + discountRate) ** t;
    value += part;
    if (t >= 0.9 * periods) late += part;
  }
  return { value, lastTenthShare: late / value };
}
