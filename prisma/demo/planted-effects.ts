import { normalDensity } from "../../app/stats/distributions/normal";

/**
 * The truth of the generated company. Driver estimates on it are compared with these numbers, so nothing here is tuned to
 * look good: change one and the recovery tests say so.
 */
export const plantedEffects = {
  salary: { median: 62_000, sdLog: 0.25 },
  valuesQualityCorrelation: 0.2,
  engagement: { traitSd: 0.7, stateSd: 0.71, autocorrelation: 0.9 },
  leavingPerMonth: {
    voluntary: 0.0115,
    perEngagement: -0.3,
    perValues: -0.15,
    perWorkload: 0.1,
    restlessMonths: [3, 18],
    whileRestless: 0.5,
    perQuality: -0.1,
    involuntary: 0.004,
    involuntaryPerQuality: -0.5,
  },
  /** A post stays vacant for 1 + ⌊Exp(rate)⌋ months. */
  vacancyRate: 1.4,
  trainingHoursPerMonth: {
    base: 2.5,
    onboarding: 6,
    onboardingMonths: 3,
    programme: 4,
    remedial: 2,
    remedialBelowQuality: -0.5,
  },
  revenue: { medianPerMonth: 2_000, sdLog: 1.3, autocorrelation: 0.5, sd: 0.15 },
  /** Added to log revenue after a handover that a departure caused, by months since. */
  revenueAfterDeparture: [
    { untilMonth: 3, effect: -0.08 },
    { untilMonth: 12, effect: -0.16 },
    { untilMonth: 18, effect: -0.08 },
  ],
  revenueNewHire: -0.04,
  csat: {
    level: 4,
    accountSd: 0.35,
    perQuality: 0.12,
    /** Times ln(1 + months since hiring), beyond that of `tenureMonthsBase`. */
    perLogTenure: 0.06,
    tenureMonthsBase: 24,
    /** Per hour of training in the twelve months before, beyond `trainingHours12mBase`. */
    perTrainingHour: 0.004,
    trainingHours12mBase: 30,
    perEngagement: 0.05,
    perValues: 0.04,
    perWorkload: -0.05,
    answerSd: 0.7,
    answerRate: 0.35,
    whileVacant: -0.1,
  },
  /** Added to satisfaction after any handover, by months since. */
  csatAfterHandover: [
    { untilMonth: 3, effect: -0.25 },
    { untilMonth: 6, effect: -0.18 },
    { untilMonth: 12, effect: -0.1 },
  ],
  /** Added on top for as long as the dip lasts, where the successor has just been hired. */
  csatNewHire: -0.1,
  churnPerMonth: { base: 0.0095, perCsat: -0.45, afterHandover: 0.3, afterHandoverMonths: 6, perSize: -0.1 },
  /** What makes naive estimates fail: who gets which account is no accident. */
  traps: {
    /** Better managers get larger accounts. */
    qualityTimesSize: 0.6,
    perAccountOfLoad: -0.2,
    /** After an unhappy answer an account may ask for somebody else. */
    reassignedAfterLowAnswer: 0.2,
    lowAnswer: 2,
    plannedHandoverPerMonth: 0.004,
    /** On a departure this share of the accounts goes to colleagues at once; the rest waits for the successor. */
    takenOverAtOnce: 0.35,
  },
} as const;

/** Any numbers in the shape of those planted. */
export type PlantedEffects = Numbers<typeof plantedEffects>;
type Numbers<Part> = Part extends number
  ? number
  : Part extends readonly { readonly untilMonth: number }[]
    ? readonly { readonly untilMonth: number; readonly effect: number }[]
    : { readonly [Key in keyof Part]: Numbers<Part[Key]> };

/** A company in which nothing that people are or do moves anything: whoever finds a driver in it is mistaken. */
export const noEffects: PlantedEffects = {
  ...plantedEffects,
  leavingPerMonth: {
    ...plantedEffects.leavingPerMonth,
    perEngagement: 0,
    perValues: 0,
    perWorkload: 0,
    whileRestless: 0,
    perQuality: 0,
    involuntaryPerQuality: 0,
  },
  revenueAfterDeparture: [],
  revenueNewHire: 0,
  csat: {
    ...plantedEffects.csat,
    perQuality: 0,
    perLogTenure: 0,
    perTrainingHour: 0,
    perEngagement: 0,
    perValues: 0,
    perWorkload: 0,
    whileVacant: 0,
  },
  csatAfterHandover: [],
  csatNewHire: 0,
  churnPerMonth: { ...plantedEffects.churnPerMonth, perCsat: 0, afterHandover: 0, perSize: 0 },
};

/**
 * By how much the expected answer rises per unit of true satisfaction: answers are whole numbers from 1 to 5, so close to
 * the top an effect shows only in part. Estimates from answers are to be compared with planted effects times the mean of this.
 */
export function answerSensitivity(satisfaction: number): number {
  const sd = plantedEffects.csat.answerSd;
  return [1.5, 2.5, 3.5, 4.5].reduce((sum, step) => sum + normalDensity((step - satisfaction) / sd) / sd, 0);
}

export function effectAfter(
  steps: readonly { readonly untilMonth: number; readonly effect: number }[],
  months: number,
): number {
  if (months < 0) return 0;
  for (const step of steps) if (months < step.untilMonth) return step.effect;
  return 0;
}
