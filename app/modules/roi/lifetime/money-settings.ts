import { z } from "zod";

/** Assumptions that every figure of customer money rests on; changed on the lifetime page, each change audited. */
export interface MoneySettings {
  /** Annual and effective. */
  readonly discountRate: number;
  readonly horizonMonths: number;
  readonly salesCycleMonths: number;
  /** Units whose cost wins customers; empty means those named like sales or marketing. */
  readonly acquisitionUnitIds: readonly string[];
}

export const defaultMoneySettings: MoneySettings = {
  discountRate: 0.08,
  horizonMonths: 36,
  salesCycleMonths: 2,
  acquisitionUnitIds: [],
};

const decimal = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .transform((text) => Number(text.replace(",", ".")))
    .refine((value) => value >= least && value <= most, `range:${JSON.stringify({ min: least, max: most })}`);

/** The form writes the discount rate in per cent. */
export const moneySettingsForm = z.object({
  discountPercent: decimal(0, 100),
  horizonMonths: decimal(1, 120).refine(Number.isInteger, `range:${JSON.stringify({ min: 1, max: 120 })}`),
  salesCycleMonths: decimal(0, 24).refine(Number.isInteger, `range:${JSON.stringify({ min: 0, max: 24 })}`),
});

/** The rate of a month that makes the annual one: (1 + d)^(1/12) − 1. */
export function monthlyDiscount(annual: number): number {
  return (1 + annual) ** (1 / 12) - 1;
}
