import type { Input } from "./draw-inputs";
import type { ReturnFacts } from "./return-facts";

/** Keys of the inputs that are not effects. */
export const inputKeys = {
  margin: "margin_per_account_month",
  hazard: "account_loss_per_month",
  leaving: "departure_per_month",
  departureCost: "cost_of_a_departure",
} as const;

/** What is known of the company, with how sure it is: rates from counts, the margin from how much it moves by month. */
export function companyInputs(facts: ReturnFacts): Input[] {
  const { accounts, people, departureCost } = facts;
  return [
    marginInput(accounts.monthlyMargins),
    rateInput(inputKeys.hazard, accounts.lost, accounts.accountMonths),
    rateInput(inputKeys.leaving, people.departures, people.personMonths),
    departureCost
      ? {
          kind: "amount",
          key: inputKeys.departureCost,
          base: departureCost.baseMinor,
          low: departureCost.lowMinor,
          high: departureCost.highMinor,
        }
      : { kind: "fixed", key: inputKeys.departureCost, value: 0 },
  ];
}

/** Beta(events + ½, rest + ½), Jeffreys' posterior; nil where there was nothing to count. */
function rateInput(key: string, events: number, exposure: number): Input {
  return exposure > 0
    ? { kind: "rate", key, a: events + 0.5, b: Math.max(0, exposure - events) + 0.5 }
    : { kind: "fixed", key, value: 0 };
}

/** Log-normal around the window's mean, as wide as its months are apart; a margin of nothing or less is not drawn. */
function marginInput(months: readonly number[]): Input {
  const mean = months.reduce((sum, margin) => sum + margin, 0) / Math.max(1, months.length);
  const variance =
    months.reduce((sum, margin) => sum + (margin - mean) ** 2, 0) / Math.max(1, months.length - 1);
  const key = inputKeys.margin;
  if (!(mean > 0) || variance === 0) return { kind: "fixed", key, value: mean };
  const spread = Math.exp(1.645 * Math.sqrt(Math.log1p(variance / mean ** 2)));
  return { kind: "amount", key, base: mean, low: mean / spread, high: mean * spread };
}
