import { type AssumptionValues, assumptionsAt } from "./turnover-assumptions";

/** What the formula takes from the ledger, in minor units of the reporting currency. */
export interface TurnoverInputs {
  /** Paid in a year for the hours of the contract. */
  readonly annualPayMinor: bigint;
  readonly fte: number;
  /** The company's own; null where too few hires have recorded costs. */
  readonly costPerHireMinor: bigint | null;
  /** What an hour of training cost the company; null where none is recorded. */
  readonly trainingHourMinor: bigint | null;
}

export const turnoverParts = [
  "separation",
  "vacancy",
  "paySaved",
  "cover",
  "recruiting",
  "onboarding",
  "training",
  "ramp",
] as const;
export type TurnoverPart = (typeof turnoverParts)[number];

/** Rates the parts are made of, so that a page can show them. */
export interface TurnoverRates {
  readonly dailyPayMinor: bigint;
  readonly workingDayPayMinor: bigint;
  readonly hourlyPayMinor: bigint;
  readonly dailyContributionMinor: bigint;
  readonly monthlyContributionMinor: bigint;
  readonly trainingHourMinor: bigint;
}

export interface TurnoverCost {
  readonly parts: Readonly<Record<TurnoverPart, bigint>>;
  readonly totalMinor: bigint;
  readonly rates: TurnoverRates;
}

const daysOfYear = 365;
/** Productive hours of a full-time year at eight hours a day. */
const hoursOfYear = 1_720;
const hoursOfDay = 8;

/**
 * Separation + vacancy (days × daily contribution − pay saved + cover) + replacement (cost per hire + onboarding +
 * training) + ramp loss (1 − r₀)·τ × monthly contribution, where r(t) = 1 − (1 − r₀)·exp(−t/τ) reaches 90 % after
 * τ·ln((1 − r₀)/0.1). The effect on accounts is no part of it. Source: Cascio and Boudreau; docs/metrics.md.
 */
export function turnoverCost(inputs: TurnoverInputs, assumed: AssumptionValues): TurnoverCost {
  const annual = Number(inputs.annualPayMinor);
  const daily = annual / daysOfYear;
  const hourly = annual / (hoursOfYear * inputs.fte);
  const workingDay = hourly * hoursOfDay;
  const contribution = daily * assumed.contributionPerPay;
  const monthlyContribution = (contribution * daysOfYear) / 12;
  const trainingHour =
    inputs.trainingHourMinor === null ? hourly * assumed.trainingFeePerPay : Number(inputs.trainingHourMinor);
  const parts = {
    separation: assumed.administrationHours * hourly + assumed.leaveDays * workingDay,
    vacancy: assumed.vacancyDays * contribution,
    paySaved: -assumed.vacancyDays * daily,
    cover: assumed.vacancyDays * daily * assumed.coverShare,
    recruiting:
      inputs.costPerHireMinor === null ? annual * assumed.costPerHireShare : Number(inputs.costPerHireMinor),
    onboarding: assumed.onboardingHours * hourly,
    training: assumed.trainingHours * trainingHour,
    ramp: rampLossMonths(assumed.rampMonths, assumed.rampStart) * monthlyContribution,
  };
  const rounded = Object.fromEntries(turnoverParts.map((part) => [part, toMinor(parts[part])])) as Record<
    TurnoverPart,
    bigint
  >;
  return {
    parts: rounded,
    // The sum of what is shown, so that the column adds up.
    totalMinor: turnoverParts.reduce((sum, part) => sum + rounded[part], 0n),
    rates: {
      dailyPayMinor: toMinor(daily),
      workingDayPayMinor: toMinor(workingDay),
      hourlyPayMinor: toMinor(hourly),
      dailyContributionMinor: toMinor(contribution),
      monthlyContributionMinor: toMinor(monthlyContribution),
      trainingHourMinor: toMinor(trainingHour),
    },
  };
}

/** Months of full contribution missed until the ramp is over: (1 − r₀)·τ with τ = T90 / ln((1 − r₀)/0.1). */
export function rampLossMonths(monthsTo90: number, start: number): number {
  return ((1 - start) * monthsTo90) / Math.log((1 - start) / 0.1);
}

export interface TurnoverEstimate extends TurnoverCost {
  /** Every assumption at the end that makes it cheaper, and at the one that makes it dearer. */
  readonly lowMinor: bigint;
  readonly highMinor: bigint;
}

export function estimateTurnoverCost(inputs: TurnoverInputs): TurnoverEstimate {
  return {
    ...turnoverCost(inputs, assumptionsAt("base")),
    lowMinor: turnoverCost(inputs, assumptionsAt("low")).totalMinor,
    highMinor: turnoverCost(inputs, assumptionsAt("high")).totalMinor,
  };
}

function toMinor(value: number): bigint {
  return BigInt(Math.round(value));
}
