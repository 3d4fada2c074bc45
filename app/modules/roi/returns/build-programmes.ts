/** From what was spent and what our own estimates say to what can be drawn: one model for each programme. */
import type { BenefitPath } from "./benefit-path";
import { inputKeys } from "./company-inputs";
import { type EffectCatalogue, findEffect } from "./effect-catalogue";
import { accountTerms, hazardTerms } from "./effect-terms";
import { handoverTerms } from "./handover-terms";
import { duringMonths, yearOfExposure } from "./profile";
import type { ProgrammeModel } from "./programme-model";
import type { ReturnFacts } from "./return-facts";
import { type ProgrammeKey, programmeKeys } from "./return-rules";

/** Why a programme has no measured benefit; worded in `roi.gap`. */
export const gapCodes = [
  "no_cost",
  "no_panel",
  "no_revenue",
  "negative_margin",
  "one_account",
  "no_training_effect",
  "no_spread_of_hours",
  "no_leaving_effect",
  "no_pay",
  "no_scores",
  "no_score_effect",
  "no_departures",
  "no_vacancy_effect",
  "no_crm_comparison",
  "no_service_effect",
  "no_workload_effect",
] as const;
export type GapCode = (typeof gapCodes)[number];

/** The change that the programme is credited with, so that a page can say it: "13.2 hours above the 18 of the least trained". */
export interface LeverChange {
  readonly exposure: string;
  readonly from: number;
  readonly to: number;
}

export interface BuiltProgramme {
  readonly model: ProgrammeModel & { readonly key: ProgrammeKey };
  readonly gaps: readonly GapCode[];
  readonly lever: LeverChange | null;
}

interface Context {
  readonly facts: ReturnFacts;
  readonly catalogue: EffectCatalogue;
  readonly horizonMonths: number;
  readonly costMinor: number;
}

interface Benefit {
  readonly paths: readonly BenefitPath[];
  readonly gaps: readonly GapCode[];
  readonly lever: LeverChange | null;
}

const nothing = (...gaps: GapCode[]): Benefit => ({ paths: [], gaps, lever: null });

export function buildProgrammes(
  facts: ReturnFacts,
  catalogue: EffectCatalogue,
  costs: Readonly<Record<ProgrammeKey, number>>,
  horizonMonths: number,
): BuiltProgramme[] {
  return programmeKeys.map((key) => {
    const context: Context = { facts, catalogue, horizonMonths, costMinor: costs[key] };
    const { paths, gaps, lever } = costs[key] === 0 ? nothing("no_cost") : benefitOf(key, context);
    return { model: { key, costMinor: costs[key], unitCosts: [], paths }, gaps, lever };
  });
}

function benefitOf(key: ProgrammeKey, context: Context): Benefit {
  const blocked = companyGaps(context.facts);
  const builders: Record<ProgrammeKey, (context: Context) => Benefit> = {
    training: trainingBenefit,
    retention: retentionBenefit,
    hiring: hiringBenefit,
    handover: handoverBenefit,
    crm: () => nothing("no_crm_comparison"),
    service: () => nothing("no_service_effect"),
  };
  if (key === "crm" || key === "service") return builders[key](context);
  return blocked.length > 0 && key !== "retention" ? nothing(...blocked) : builders[key](context);
}

/** What keeps any effect on accounts from being money. */
export function companyGaps({ accounts }: ReturnFacts): GapCode[] {
  if (accounts.accountMonths === 0 || accounts.revenueMinor <= 0) return ["no_revenue"];
  if (accounts.active <= 1) return ["one_account"];
  if (accounts.costOfGoodsMinor >= accounts.revenueMinor) return ["negative_margin"];
  return [];
}

/** Hours above those of the least trained (5th percentile): below them there is nobody to compare with. */
function trainingBenefit({ facts: { owners }, catalogue, horizonMonths }: Context): Benefit {
  if (!owners) return nothing("no_panel");
  const range = findEffect(catalogue, "satisfaction", "training")?.range ?? owners.trainingHours;
  const to = Math.min(owners.trainingHours.mean, range.p95);
  const change = to - range.p5;
  if (!(change > 0)) return nothing("no_spread_of_hours");
  const terms = accountTerms(catalogue, {
    exposure: "training",
    change,
    profile: yearOfExposure(horizonMonths),
  });
  const lever = { exposure: "training", from: range.p5, to };
  if (terms.length === 0) return { ...nothing("no_training_effect"), lever };
  return {
    paths: [
      {
        kind: "accounts",
        accounts: owners.accounts,
        margin: inputKeys.margin,
        hazard: inputKeys.hazard,
        terms,
      },
    ],
    gaps: [],
    lever,
  };
}

/** Stay bonuses and the like as pay above colleagues', in log points; in force for the year they are paid in. */
function retentionBenefit({ facts, catalogue, horizonMonths, costMinor }: Context): Benefit {
  const { people, owners, departureCost } = facts;
  if (!departureCost || people.compensationMinor <= 0) return nothing("no_pay");
  const effect = findEffect(catalogue, "leaving", "pay_position");
  const change = Math.log1p(costMinor / people.compensationMinor);
  const lever = { exposure: "pay_position", from: 0, to: change };
  if (!effect) return { ...nothing("no_leaving_effect"), lever };
  const hasMargin = companyGaps(facts).length === 0;
  return {
    paths: [
      {
        kind: "departures",
        people: people.headcount,
        leaving: inputKeys.leaving,
        departureCost: inputKeys.departureCost,
        terms: [
          {
            on: "hazard",
            factors: [effect.key],
            change,
            profile: duringMonths(horizonMonths, 1, 12),
            grade: effect.grade,
          },
        ],
        accountsPerPerson:
          owners && hasMargin && people.headcount > 0 ? owners.accounts / people.headcount : 0,
        margin: inputKeys.margin,
        hazard: inputKeys.hazard,
        handover: hasMargin ? handoverTerms(catalogue, horizonMonths) : [],
      },
    ],
    gaps: [],
    lever,
  };
}

/** Service orientation of those hired in the year against everybody who owns accounts. */
function hiringBenefit({ facts: { owners }, catalogue, horizonMonths }: Context): Benefit {
  if (!owners) return nothing("no_panel");
  const score = owners.newHires.serviceOrientation;
  if (score === null || !owners.serviceOrientation) return nothing("no_scores");
  const lever = { exposure: "service_orientation", from: owners.serviceOrientation.mean, to: score };
  const terms = accountTerms(catalogue, {
    exposure: "service_orientation",
    change: score - owners.serviceOrientation.mean,
    profile: duringMonths(horizonMonths, 1, horizonMonths),
  });
  if (terms.length === 0) return { ...nothing("no_score_effect"), lever };
  return {
    paths: [
      {
        kind: "accounts",
        accounts: owners.newHires.accounts,
        margin: inputKeys.margin,
        hazard: inputKeys.hazard,
        terms,
      },
    ],
    gaps: [],
    lever,
  };
}

/** Accounts handed over at once beyond the share of the worst quarters: months without an account manager spared. */
function handoverBenefit({ facts: { departureHandovers }, catalogue, horizonMonths }: Context): Benefit {
  const { atOnceShare, quarterlyShares, accounts } = departureHandovers;
  if (accounts === 0 || atOnceShare === null || !quarterlyShares) return nothing("no_departures");
  const lever = { exposure: "vacancy", from: quarterlyShares.p5, to: atOnceShare };
  const terms = atOnceTerms(departureHandovers, catalogue, horizonMonths);
  if (terms.length === 0) return { ...nothing("no_vacancy_effect"), lever };
  const more = Math.max(0, atOnceShare - quarterlyShares.p5) * accounts;
  return {
    paths: [{ kind: "accounts", accounts: more, margin: inputKeys.margin, hazard: inputKeys.hazard, terms }],
    gaps: [],
    lever,
  };
}

/** What an account is spared when a colleague takes over at once: the wait, and more often a newcomer. */
export function atOnceTerms(
  facts: ReturnFacts["departureHandovers"],
  catalogue: EffectCatalogue,
  horizonMonths: number,
) {
  const wait = Math.max(1, Math.round(facts.waitMonths));
  return [
    ...accountTerms(catalogue, {
      exposure: "vacancy",
      change: -1,
      profile: duringMonths(horizonMonths, 1, wait),
    }),
    ...hazardTerms(catalogue, {
      exposure: "new_hire_handover",
      change: facts.newHireShareAtOnce - facts.newHireShareLater,
      profile: duringMonths(horizonMonths, 1, 12),
    }),
  ].filter((term) => term.change !== 0);
}
