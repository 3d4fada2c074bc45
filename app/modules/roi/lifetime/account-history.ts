import type { CalendarDate, Month } from "~/kernel/calendar";
import { addMonths, wholeMonthsBetween } from "~/kernel/calendar";

/** What the lifetime models know of an account. Money in minor units of the reporting currency. */
export interface AccountHistory {
  readonly accountId: string;
  readonly segment: string;
  readonly acquiredOn: CalendarDate;
  readonly churnedOn: CalendarDate | null;
  /** Over every month on record. */
  readonly revenue: number;
  readonly recurring: number;
  readonly costOfGoods: number;
  /** Calendar months with revenue above 0, and the first and the last of them. */
  readonly purchaseMonths: number;
  readonly firstPurchase: Month | null;
  readonly lastPurchase: Month | null;
  readonly purchaseValue: number;
  /** The last twelve complete months as a customer, or for a lost account the twelve before it was lost. */
  readonly yearMonths: number;
  readonly yearRevenue: number;
  readonly yearMargin: number;
  readonly yearMarginSquares: number;
}

export type LifetimeModel = "contract" | "repeat_purchase" | "none";

/** From this share of recurring revenue on, an account is under contract. */
export const contractShare = 0.5;

/** Which model fits the account: contracts end on a date, repeat buyers fall silent. */
export function modelOf(history: AccountHistory): LifetimeModel {
  if (history.revenue <= 0 || history.purchaseMonths === 0) return "none";
  return history.recurring >= contractShare * history.revenue ? "contract" : "repeat_purchase";
}

/** The renewal at which an account was lost: a contract that ends with its n-th month was lost at renewal n. */
export function renewalOfLoss(acquiredOn: CalendarDate, churnedOn: CalendarDate): number {
  const whole = wholeMonthsBetween(acquiredOn, churnedOn);
  const anniversary = `${addMonths(`${acquiredOn.slice(0, 7)}-01`, whole).slice(0, 7)}${acquiredOn.slice(7)}`;
  return Math.max(1, churnedOn > anniversary ? whole + 1 : whole);
}

/** Completed months from acquisition, never below 0. */
export function ageInMonths(acquiredOn: CalendarDate, on: CalendarDate): number {
  return Math.max(0, wholeMonthsBetween(acquiredOn, on));
}

/** Mean monthly margin after what serving costs, and the standard error of that mean over the months. */
export function monthlyMargin(
  { yearMonths, yearRevenue, yearMargin, yearMarginSquares }: AccountHistory,
  costToServeRatio: number,
): { readonly mean: number; readonly standardError: number } {
  if (yearMonths === 0) return { mean: 0, standardError: 0 };
  const gross = yearMargin / yearMonths;
  const variance =
    yearMonths > 1 ? Math.max(0, (yearMarginSquares - yearMonths * gross * gross) / (yearMonths - 1)) : 0;
  return {
    mean: gross - (costToServeRatio * yearRevenue) / yearMonths,
    standardError: Math.sqrt(variance / yearMonths),
  };
}
