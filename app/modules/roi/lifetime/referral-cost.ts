import type { MoneySettings } from "./money-settings";

/**
 * What a lost customer would still have brought by word of mouth: customers assumed per customer, each worth what a newly won
 * one is on the mean. Null where nothing is assumed, or no new customer has a value to take.
 */
export function referralCost(
  referrals: MoneySettings["referrals"],
  valuesOfNew: readonly number[],
): number | null {
  if (!referrals || valuesOfNew.length === 0) return null;
  return (referrals.perCustomer * valuesOfNew.reduce((sum, value) => sum + value, 0)) / valuesOfNew.length;
}
