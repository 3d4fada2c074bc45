import { drawLogNormal, drawNormal } from "../../app/stats/random/draws";
import type { Generator } from "../../app/stats/random/generator";
import { effectAfter, type PlantedEffects, plantedEffects as truth } from "./planted-effects";

export type LeaveReason = "voluntary" | "involuntary" | "retirement" | "end_of_contract";

/** What is true of a person and drives everything else; nobody in the company knows most of it. */
export interface Person {
  readonly quality: number;
  readonly values: number;
  readonly trait: number;
  readonly serviceOrientation: number;
  /** Annual, in the reporting currency, before the region's level of pay. */
  readonly salary: number;
  /** Month index; negative before the simulation. */
  readonly hiredAt: number;
  /** First month index in which the person is gone. */
  leftAt: number;
  leaveReason: LeaveReason | null;
  /** By month index. */
  readonly engagement: Float64Array;
  readonly trainingHours: Float64Array;
}

export function drawPerson(random: Generator, hiredAt: number, monthCount: number): Person {
  const quality = drawNormal(random);
  const r = truth.valuesQualityCorrelation;
  return {
    quality,
    values: r * quality + Math.sqrt(1 - r * r) * drawNormal(random),
    trait: truth.engagement.traitSd * drawNormal(random),
    serviceOrientation: Math.min(100, Math.max(0, 62 + 7 * quality + 12 * drawNormal(random))),
    salary: drawLogNormal(random, Math.log(truth.salary.median), truth.salary.sdLog),
    hiredAt,
    leftAt: monthCount + 1,
    leaveReason: null,
    engagement: new Float64Array(monthCount),
    trainingHours: new Float64Array(monthCount),
  };
}

/** Carries engagement into the month and books the month's training. */
export function advancePerson(
  random: Generator,
  person: Person,
  month: number,
  isInProgramme: boolean,
): void {
  const { stateSd, autocorrelation } = truth.engagement;
  const isFirstMonth = month === 0 || month === person.hiredAt;
  const before = isFirstMonth ? 0 : person.engagement[month - 1]! - person.trait;
  const state = isFirstMonth
    ? stateSd * drawNormal(random)
    : autocorrelation * before + stateSd * Math.sqrt(1 - autocorrelation ** 2) * drawNormal(random);
  person.engagement[month] = person.trait + state;

  const hours = truth.trainingHoursPerMonth;
  person.trainingHours[month] =
    hours.base * (0.6 + 0.8 * random.uniform()) +
    (month - person.hiredAt < hours.onboardingMonths ? hours.onboarding : 0) +
    (isInProgramme ? hours.programme : 0) +
    (person.quality < hours.remedialBelowQuality ? hours.remedial : 0);
}

/** Hours in the twelve months before this one; what lies before the simulation counts as ordinary months. */
export function trainingHours12m(person: Person, month: number): number {
  let hours = 0;
  for (let earlier = month - 12; earlier < month; earlier++) {
    if (earlier < person.hiredAt) continue;
    hours += earlier < 0 ? truth.trainingHoursPerMonth.base : person.trainingHours[earlier]!;
  }
  return hours;
}

/** What the person adds to the satisfaction of an account they own, handovers aside. */
export function satisfactionFrom(
  { csat }: PlantedEffects,
  person: Person,
  month: number,
  workloadZ: number,
): number {
  return (
    csat.perQuality * person.quality +
    csat.perLogTenure * Math.log((1 + Math.max(0, month - person.hiredAt)) / (1 + csat.tenureMonthsBase)) +
    csat.perTrainingHour * (trainingHours12m(person, month) - csat.trainingHours12mBase) +
    csat.perEngagement * person.engagement[month]! +
    csat.perValues * person.values +
    csat.perWorkload * workloadZ
  );
}

/** Draws whether the person leaves at the end of the month, and why. */
export function drawLeaving(
  { leavingPerMonth: rates }: PlantedEffects,
  random: Generator,
  person: Person,
  month: number,
  workloadZ: number,
): LeaveReason | null {
  const tenure = month - person.hiredAt;
  const [from, to] = rates.restlessMonths;
  const isRestless = tenure >= from && tenure <= to;
  const voluntary =
    rates.voluntary *
    Math.exp(
      rates.perEngagement * person.engagement[month]! +
        rates.perValues * person.values +
        rates.perWorkload * workloadZ +
        (isRestless ? rates.whileRestless : 0) +
        rates.perQuality * person.quality,
    );
  const involuntary = rates.involuntary * Math.exp(rates.involuntaryPerQuality * person.quality);
  const draw = random.uniform();
  if (draw < voluntary) return "voluntary";
  return draw < voluntary + involuntary ? "involuntary" : null;
}

/** The dip after a handover, `months` after it. */
export function dipAfterHandover(effects: PlantedEffects, months: number, isNewHire: boolean): number {
  const dip = effectAfter(effects.csatAfterHandover, months);
  return dip === 0 ? 0 : dip + (isNewHire ? effects.csatNewHire : 0);
}

/** What log revenue loses after a handover that a departure caused. */
export function revenueDipAfterDeparture(
  effects: PlantedEffects,
  months: number,
  isNewHire: boolean,
): number {
  const dip = effectAfter(effects.revenueAfterDeparture, months);
  return dip === 0 ? 0 : dip + (isNewHire && months < 12 ? effects.revenueNewHire : 0);
}
