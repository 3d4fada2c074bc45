import { ArgumentError, requireFinite } from "../arguments";
import { type Refusal, refuse } from "../result";

export interface OperatingAccount {
  readonly revenue: number;
  /** All operating expense, pay and benefits included. */
  readonly operatingExpense: number;
  readonly payAndBenefits: number;
}

/**
 * Human capital return on investment: (revenue − (operating expense − pay and benefits)) / pay and benefits, the profit
 * before people cost for each unit of people cost. Source: Fitz-enz (2000), "The ROI of Human Capital".
 * R: `(revenue - (opex - pay)) / pay`. Throws if an amount is not finite or pay is below 0.
 * Refuses: no-base without pay.
 */
export function humanCapitalReturn(account: OperatingAccount): number | Refusal {
  const beforePeople = profitBeforePeople(account);
  if (account.payAndBenefits === 0) return refuse("no-base", { payAndBenefits: 0 });
  return beforePeople / account.payAndBenefits;
}

/**
 * Human capital value added: the profit before people cost for each full-time equivalent. Source: Fitz-enz (2000).
 * R: `(revenue - (opex - pay)) / fte`. Throws as `humanCapitalReturn`, and if the equivalents are below 0.
 * Refuses: no-base without any.
 */
export function humanCapitalValueAdded(
  account: OperatingAccount,
  fullTimeEquivalents: number,
): number | Refusal {
  const beforePeople = profitBeforePeople(account);
  requireNotNegative(fullTimeEquivalents, "fullTimeEquivalents");
  if (fullTimeEquivalents === 0) return refuse("no-base", { fullTimeEquivalents });
  return beforePeople / fullTimeEquivalents;
}

function profitBeforePeople({ revenue, operatingExpense, payAndBenefits }: OperatingAccount): number {
  requireFinite(revenue, "account.revenue");
  requireFinite(operatingExpense, "account.operatingExpense");
  requireNotNegative(payAndBenefits, "account.payAndBenefits");
  return revenue - (operatingExpense - payAndBenefits);
}

function requireNotNegative(value: number, argument: string): void {
  if (!(value >= 0 && Number.isFinite(value))) {
    throw new ArgumentError(argument, `must be at least 0, got ${value}`);
  }
}
