/** What people cost and bring, as sums and means of at least five; stored with the return report. */

import type { Grade } from "~/modules/linkage/drivers/result";
import type { TurnoverPart } from "~/modules/people/turnover-cost";
import type { Range } from "../returns/summarise-draws";

export interface PartRange {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

export interface RoleLifetime {
  readonly role: string;
  readonly people: number;
  /** A month, mean over the role; null where the role owns no accounts. */
  readonly contributionMinor: number | null;
  readonly leaving: number;
  /** Value of a hire who is like the mean of the role. */
  readonly meanMinor: number | null;
  /** Over the people of the role: for readers who may see pay. */
  readonly quartilesMinor: readonly [number, number, number] | null;
}

export interface PeopleMoney {
  readonly costPerHire: { readonly costMinor: number; readonly hires: number };
  /** Of one departure at the company's mean pay; null where pay is known of fewer than five. */
  readonly departure: {
    readonly parts: Readonly<Record<TurnoverPart, PartRange>>;
    readonly total: PartRange;
    readonly departures: number;
    readonly annualPayMinor: number;
  } | null;
  /** What the handovers after a year's departures do to their accounts, apart from the above. */
  readonly accountEffect: {
    readonly accounts: number;
    readonly effect: Range;
    readonly grade: Grade;
    readonly leftOut: Range;
  } | null;
  readonly training: {
    readonly feesMinor: number;
    readonly timeMinor: number;
    readonly hours: number;
    readonly fteYears: number;
  };
  readonly operating: {
    readonly revenueMinor: number;
    readonly costOfGoodsMinor: number;
    readonly peopleCostMinor: number;
    readonly payMinor: number;
    readonly fteYears: number;
  };
  readonly ramp: { readonly months: PartRange; readonly start: number };
  readonly roles: readonly RoleLifetime[];
  readonly rolesHidden: number;
}

/** (revenue − (operating expense − pay)) ÷ pay; the ISO variant takes 1 off. Null without pay. */
export function humanCapitalFigures({ operating }: Pick<PeopleMoney, "operating">) {
  const { revenueMinor, costOfGoodsMinor, peopleCostMinor, payMinor, fteYears } = operating;
  const operatingExpense = costOfGoodsMinor + peopleCostMinor;
  const beforePeople = revenueMinor - (operatingExpense - payMinor);
  return {
    operatingExpense,
    hcroi: payMinor > 0 ? beforePeople / payMinor : null,
    hcroiIso: payMinor > 0 ? beforePeople / payMinor - 1 : null,
    hcvaMinor: fteYears > 0 ? beforePeople / fteYears : null,
  };
}
