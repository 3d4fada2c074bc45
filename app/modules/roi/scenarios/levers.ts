/** What can be moved, how far our own data reach, and what a move would do: pure, the same in the browser. */

import type { BenefitPath } from "../returns/benefit-path";
import { atOnceTerms, companyGaps, type GapCode } from "../returns/build-programmes";
import { inputKeys } from "../returns/company-inputs";
import type { Input } from "../returns/draw-inputs";
import { type EffectCatalogue, findEffect } from "../returns/effect-catalogue";
import { accountTerms } from "../returns/effect-terms";
import { handoverTerms } from "../returns/handover-terms";
import { duringMonths, yearOfExposure } from "../returns/profile";
import type { ProgrammeModel } from "../returns/programme-model";
import type { ReturnFacts } from "../returns/return-facts";

export const leverKeys = [
  "training_hours",
  "pay_for_retention",
  "accounts_per_manager",
  "hiring_quality",
  "handed_over_at_once",
  "crm_spend",
] as const;
export type LeverKey = (typeof leverKeys)[number];

/** Levers whose cost is in no ledger of ours: whoever makes the scenario says what one unit costs. */
export const assumedCostKeys = {
  hiring_quality: "hiring_quality_cost",
  handed_over_at_once: "handed_over_at_once_cost",
} as const satisfies Partial<Record<LeverKey, string>>;
export type AssumedCostKey = (typeof assumedCostKeys)[keyof typeof assumedCostKeys];

export function assumedCostKeyOf(key: LeverKey): AssumedCostKey | null {
  return key === "hiring_quality" || key === "handed_over_at_once" ? assumedCostKeys[key] : null;
}

export interface Lever {
  readonly key: LeverKey;
  readonly now: number;
  /** 5th and 95th percentile of our own data: beyond them there is no basis. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly decimals: number;
  /** Why the lever cannot be moved at all. */
  readonly refused: GapCode | null;
}

/** What scenarios are computed from; sent to the browser, so nothing of a single person. */
export interface ScenarioBasis {
  readonly facts: ReturnFacts;
  readonly catalogue: EffectCatalogue;
  readonly inputs: readonly Input[];
  readonly annualDiscountRate: number;
  readonly horizonMonths: number;
  readonly currency: string;
  readonly trainingHourMinor: number | null;
}

export const unitCostKeys = { trainingHour: "cost_of_a_training_hour", post: "cost_of_a_post" } as const;
const hoursOfYear = 1_720;

const steps: Readonly<Record<LeverKey, { step: number; decimals: number }>> = {
  training_hours: { step: 1, decimals: 0 },
  pay_for_retention: { step: 0.5, decimals: 1 },
  accounts_per_manager: { step: 0.5, decimals: 1 },
  hiring_quality: { step: 1, decimals: 0 },
  handed_over_at_once: { step: 1, decimals: 0 },
  crm_spend: { step: 1, decimals: 0 },
};

export function leversOf(basis: ScenarioBasis): Lever[] {
  return leverKeys.map((key) => {
    const reach = reachOf(key, basis);
    const { step, decimals } = steps[key];
    if (typeof reach === "string") return { key, now: 0, from: 0, to: 0, step, decimals, refused: reach };
    const round = (value: number) => Number((Math.round(value / step) * step).toFixed(decimals));
    // The present is always inside what the data cover, even where it is an extreme of it.
    return {
      key,
      now: round(reach.now),
      from: round(Math.min(reach.from, reach.now)),
      to: round(Math.max(reach.to, reach.now)),
      step,
      decimals,
      refused: null,
    };
  });
}

function reachOf(
  key: LeverKey,
  { facts, catalogue }: ScenarioBasis,
): { now: number; from: number; to: number } | GapCode {
  const { owners, departureHandovers } = facts;
  const blocked = companyGaps(facts)[0];
  if (key === "crm_spend") return "no_crm_comparison";
  if (blocked) return blocked;
  if (!owners) return "no_panel";
  switch (key) {
    case "training_hours": {
      if (!hasAccountEffect(catalogue, "training")) return "no_training_effect";
      const range = findEffect(catalogue, "satisfaction", "training")?.range ?? owners.trainingHours;
      if (!(range.p95 > range.p5)) return "no_spread_of_hours";
      return { now: owners.trainingHours.mean, from: range.p5, to: range.p95 };
    }
    case "pay_for_retention": {
      const effect = findEffect(catalogue, "leaving", "pay_position");
      if (!facts.departureCost || facts.people.compensationMinor <= 0) return "no_pay";
      if (!effect?.range) return "no_leaving_effect";
      return { now: 0, from: 0, to: 100 * Math.expm1(Math.max(0, effect.range.p95)) };
    }
    case "accounts_per_manager": {
      if (!hasAccountEffect(catalogue, "workload") || owners.accountsPerFte.deviation === 0)
        return "no_workload_effect";
      const { mean, p5, p95 } = owners.accountsPerFte;
      return { now: mean, from: p5, to: p95 };
    }
    case "hiring_quality": {
      const effect = findEffect(catalogue, "satisfaction", "service_orientation");
      if (owners.newHires.serviceOrientation === null) return "no_scores";
      if (!effect || !hasAccountEffect(catalogue, "service_orientation")) return "no_score_effect";
      const range = effect.range ?? owners.serviceOrientation!;
      return { now: owners.newHires.serviceOrientation, from: range.p5, to: range.p95 };
    }
    case "handed_over_at_once": {
      const { atOnceShare, quarterlyShares } = departureHandovers;
      if (atOnceShare === null || !quarterlyShares) return "no_departures";
      if (atOnceTerms(departureHandovers, catalogue, 36).length === 0) return "no_vacancy_effect";
      return { now: 100 * atOnceShare, from: 100 * quarterlyShares.p5, to: 100 * quarterlyShares.p95 };
    }
  }
}

function hasAccountEffect(catalogue: EffectCatalogue, exposure: string): boolean {
  return accountTerms(catalogue, { exposure, change: 1, profile: [1] }).length > 0;
}

/** Minor units of the reporting currency for one unit of a lever. */
export type AssumedCosts = Readonly<Partial<Record<AssumedCostKey, number>>>;

/** Unit costs are our own means, or assumed; how far they may be off is stated: a fifth to either side. */
export function leverInputs(
  { facts, trainingHourMinor }: ScenarioBasis,
  assumed: AssumedCosts = {},
): Input[] {
  const amount = (key: string, base: number): Input =>
    base > 0
      ? { kind: "amount", key, base, low: base * 0.8, high: base * 1.25 }
      : { kind: "fixed", key, value: 0 };
  return [
    amount(unitCostKeys.trainingHour, trainingHourMinor ?? 0),
    amount(unitCostKeys.post, (facts.hourlyPayMinor ?? 0) * hoursOfYear),
    ...Object.entries(assumed).map(([key, minor]) => amount(key, minor)),
  ];
}

/** One year of the lever at `value` instead of where it is now, its effects followed over the horizon. */
export function leverModel(
  key: LeverKey,
  value: number,
  now: number,
  basis: ScenarioBasis,
  assumed: AssumedCosts = {},
): ProgrammeModel {
  const { facts, catalogue, horizonMonths } = basis;
  const owners = facts.owners!;
  const change = value - now;
  const model = (parts: Partial<ProgrammeModel>): ProgrammeModel => ({
    key,
    costMinor: 0,
    unitCosts: [],
    paths: [],
    ...parts,
  });
  const onAccounts = (accounts: number, terms: ReturnType<typeof accountTerms>): BenefitPath[] =>
    terms.length === 0
      ? []
      : [{ kind: "accounts", accounts, margin: inputKeys.margin, hazard: inputKeys.hazard, terms }];
  const assumedCost = (costKey: AssumedCostKey, quantity: number) =>
    assumed[costKey] === undefined ? [] : [{ key: costKey, quantity }];
  switch (key) {
    case "training_hours":
      return model({
        unitCosts: [{ key: unitCostKeys.trainingHour, quantity: change * owners.people }],
        paths: onAccounts(
          owners.accounts,
          accountTerms(catalogue, { exposure: "training", change, profile: yearOfExposure(horizonMonths) }),
        ),
      });
    case "accounts_per_manager":
      return model({
        unitCosts: [{ key: unitCostKeys.post, quantity: owners.accounts / value - owners.accounts / now }],
        paths: onAccounts(
          owners.accounts,
          accountTerms(catalogue, {
            exposure: "workload",
            change: change / owners.accountsPerFte.deviation,
            profile: duringMonths(horizonMonths, 1, 12),
          }),
        ),
      });
    case "hiring_quality":
      return model({
        unitCosts: assumedCost("hiring_quality_cost", change * owners.newHires.people),
        paths: onAccounts(
          owners.newHires.accounts,
          accountTerms(catalogue, {
            exposure: "service_orientation",
            change,
            profile: duringMonths(horizonMonths, 1, horizonMonths),
          }),
        ),
      });
    case "handed_over_at_once":
      return model({
        unitCosts: assumedCost(
          "handed_over_at_once_cost",
          (facts.departureHandovers.accounts * change) / 100,
        ),
        paths: onAccounts(
          (facts.departureHandovers.accounts * change) / 100,
          atOnceTerms(facts.departureHandovers, catalogue, horizonMonths),
        ),
      });
    case "pay_for_retention": {
      const effect = findEffect(catalogue, "leaving", "pay_position")!;
      const share = owners.people / Math.max(1, facts.people.headcount);
      return model({
        costMinor: (facts.people.compensationMinor * share * change) / 100,
        paths: [
          {
            kind: "departures",
            people: owners.people,
            leaving: inputKeys.leaving,
            departureCost: inputKeys.departureCost,
            terms: [
              {
                on: "hazard",
                factors: [effect.key],
                change: Math.log1p(value / 100) - Math.log1p(now / 100),
                profile: duringMonths(horizonMonths, 1, 12),
                grade: effect.grade,
              },
            ],
            accountsPerPerson: owners.accounts / owners.people,
            margin: inputKeys.margin,
            hazard: inputKeys.hazard,
            handover: handoverTerms(catalogue, horizonMonths),
          },
        ],
      });
    }
    case "crm_spend":
      return model({});
  }
}
