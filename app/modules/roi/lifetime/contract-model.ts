import type { CalendarDate } from "~/kernel/calendar";
import type { LogParameterFit } from "~/stats/lifetime/log-parameter-fit";
import {
  fitShiftedBetaGeometricAtRisk,
  type SbgParameters,
  sbgRetention,
} from "~/stats/lifetime/shifted-beta-geometric";
import { quadraticForm } from "~/stats/linear-algebra/matrix";
import { numericalGradient } from "~/stats/optimisation/numerical-derivatives";
import { isRefusal, type Refusal } from "~/stats/result";
import { kaplanMeier } from "~/stats/survival/kaplan-meier";
import { type AccountHistory, ageInMonths, renewalOfLoss } from "./account-history";

/** How many contracts stood before each monthly renewal and were lost at it; index 0 is the first renewal. */
export interface RenewalCounts {
  readonly atRisk: Float64Array;
  readonly lost: Float64Array;
  readonly contracts: number;
}

/**
 * Contracts are seen from `observedFrom` on: those won earlier come in at the age they had then (delayed entry), since of the
 * ones lost before it nothing is known. `until` is the first day no longer seen.
 */
export function countRenewals(
  histories: readonly AccountHistory[],
  observedFrom: CalendarDate,
  until: CalendarDate,
): RenewalCounts {
  const steps: { entry: number; last: number; isLost: boolean }[] = [];
  let longest = 0;
  for (const { acquiredOn, churnedOn } of histories) {
    if (acquiredOn >= until || (churnedOn !== null && churnedOn <= observedFrom)) continue;
    const isLost = churnedOn !== null && churnedOn < until;
    const last = isLost ? renewalOfLoss(acquiredOn, churnedOn) : ageInMonths(acquiredOn, until);
    const entry = acquiredOn < observedFrom ? ageInMonths(acquiredOn, observedFrom) : 0;
    if (last <= entry) continue;
    steps.push({ entry, last, isLost });
    longest = Math.max(longest, last);
  }
  const change = new Float64Array(longest + 1);
  const lost = new Float64Array(longest);
  for (const { entry, last, isLost } of steps) {
    change[entry]! += 1;
    change[last]! -= 1;
    if (isLost) lost[last - 1]! += 1;
  }
  const atRisk = new Float64Array(longest);
  let standing = 0;
  for (let t = 0; t < longest; t++) {
    standing += change[t]!;
    atRisk[t] = standing;
  }
  return { atRisk, lost, contracts: steps.length };
}

/** Discounted months of life still to come of an account of an age, with the error of the fitted curve. */
export interface RemainingLife {
  readonly months: number;
  readonly standardError: number;
  /** Of being kept for another twelve months. */
  readonly kept12m: number;
  /** Share of the value that falls beyond the horizon and is left out. */
  readonly tailShare: number;
}

export interface RetentionCurve {
  readonly method: "sbg" | "constant" | "kaplan_meier";
  remaining(ageMonths: number): RemainingLife;
  /** Share of new contracts kept after so many months. */
  survival(months: number): number;
}

export interface Horizon {
  readonly months: number;
  /** A month's. */
  readonly discount: number;
}

export type SbgFit = LogParameterFit<"alpha" | "beta">;

export function fitSbg(counts: RenewalCounts): SbgFit | Refusal {
  return fitShiftedBetaGeometricAtRisk(counts.lost, counts.atRisk, counts.contracts);
}

/**
 * Σ_{t=1..horizon} S(age+t)/S(age)·(1+d)^−t: the margin of a month falls due at its end, if the account is kept. The tail is
 * what the next 50 years would add.
 */
export function sbgCurve(fit: SbgFit, horizon: Horizon): RetentionCurve {
  const byAge = new Map<number, RemainingLife>();
  const monthsFrom = (parameters: SbgParameters, age: number, from: number, to: number) =>
    discountedMonths((t) => sbgRetention(parameters, age + t), horizon.discount, from, to);
  return {
    method: "sbg",
    survival: (months) => product(1, months, (t) => sbgRetention(fit.parameters, t)),
    remaining(age) {
      let life = byAge.get(age);
      if (life) return life;
      const months = monthsFrom(fit.parameters, age, 1, horizon.months);
      const whole = monthsFrom(fit.parameters, age, 1, horizon.months + 600);
      const gradient = numericalGradient(
        (logs) => monthsFrom({ alpha: Math.exp(logs[0]!), beta: Math.exp(logs[1]!) }, age, 1, horizon.months),
        Float64Array.of(Math.log(fit.parameters.alpha), Math.log(fit.parameters.beta)),
      );
      life = {
        months,
        standardError: Math.sqrt(Math.max(0, quadraticForm(fit.logCovariance, gradient))),
        kept12m: product(1, 12, (t) => sbgRetention(fit.parameters, age + t)),
        tailShare: 1 - months / whole,
      };
      byAge.set(age, life);
      return life;
    },
  };
}

/**
 * Where contracts do not differ, the shifted beta-geometric runs to its limit: one retention rate at every renewal, losses over
 * renewals seen, with the binomial's error.
 */
export function constantCurve(counts: RenewalCounts, horizon: Horizon): RetentionCurve | null {
  const renewals = sum(counts.atRisk);
  const hazard = sum(counts.lost) / renewals;
  if (!(hazard > 0 && hazard < 1)) return null;
  const monthsAt = (rate: number) => discountedMonths(() => rate, horizon.discount, 1, horizon.months);
  const step = 1e-6;
  const slope = (monthsAt(1 - hazard + step) - monthsAt(1 - hazard - step)) / (2 * step);
  const months = monthsAt(1 - hazard);
  const whole = discountedMonths(() => 1 - hazard, horizon.discount, 1, horizon.months + 600);
  const life: RemainingLife = {
    months,
    standardError: Math.abs(slope) * Math.sqrt((hazard * (1 - hazard)) / renewals),
    kept12m: (1 - hazard) ** 12,
    tailShare: 1 - months / whole,
  };
  return { method: "constant", survival: (t) => (1 - hazard) ** t, remaining: () => life };
}

/** The plain alternative: no model, the observed curve with delayed entry; beyond the longest age its last year's rate goes on. */
export function kaplanMeierCurve(counts: RenewalCounts, horizon: Horizon): RetentionCurve | null {
  const { atRisk, lost } = counts;
  const entry: number[] = [];
  const exit: number[] = [];
  const event: number[] = [];
  const weights: number[] = [];
  for (let t = 0; t < atRisk.length; t++) {
    for (const [flag, weight] of [
      [1, lost[t]!],
      [0, atRisk[t]! - lost[t]!],
    ] as const) {
      if (weight === 0) continue;
      entry.push(t);
      exit.push(t + 1);
      event.push(flag);
      weights.push(weight);
    }
  }
  const curve = kaplanMeier({ entry, exit, event, weights });
  if (isRefusal(curve) || curve.eventTotal === 0) return null;
  const hazards = Float64Array.from(atRisk, (n, t) => (n > 0 ? lost[t]! / n : Number.NaN));
  const lately = Math.max(0, atRisk.length - 12);
  let events = 0;
  let exposure = 0;
  for (let t = lately; t < atRisk.length; t++) {
    events += lost[t]!;
    exposure += atRisk[t]!;
  }
  const later = exposure > 0 ? events / exposure : curve.eventTotal / sum(atRisk);
  const retention = (t: number) => 1 - (Number.isNaN(hazards[t - 1] ?? Number.NaN) ? later : hazards[t - 1]!);
  const byAge = new Map<number, RemainingLife>();
  return {
    method: "kaplan_meier",
    survival: (months) => product(1, months, retention),
    remaining(age) {
      let life = byAge.get(age);
      if (life) return life;
      const months = discountedMonths((t) => retention(age + t), horizon.discount, 1, horizon.months);
      const whole = discountedMonths((t) => retention(age + t), horizon.discount, 1, horizon.months + 600);
      life = {
        months,
        standardError: greenwoodError(counts, retention, age, horizon),
        kept12m: product(1, 12, (t) => retention(age + t)),
        tailShare: whole > 0 ? 1 - months / whole : 0,
      };
      byAge.set(age, life);
      return life;
    },
  };
}

/** Error of the discounted area under S(age+t)/S(age): every hazard moves all months after it (delta method, Greenwood's terms). */
function greenwoodError(
  { atRisk, lost }: RenewalCounts,
  retention: (t: number) => number,
  age: number,
  horizon: Horizon,
): number {
  const parts: number[] = [];
  let kept = 1;
  for (let t = 1; t <= horizon.months; t++) {
    kept *= retention(age + t);
    parts.push(kept / (1 + horizon.discount) ** t);
  }
  let variance = 0;
  let after = 0;
  for (let t = horizon.months; t >= 1; t--) {
    after += parts[t - 1]!;
    const n = atRisk[age + t - 1] ?? 0;
    const d = lost[age + t - 1] ?? 0;
    if (n > d) variance += (after * after * d) / (n * (n - d));
  }
  return Math.sqrt(variance);
}

function discountedMonths(
  retention: (t: number) => number,
  discount: number,
  from: number,
  to: number,
): number {
  let kept = 1;
  let total = 0;
  for (let t = 1; t <= to; t++) {
    kept *= retention(t);
    if (t >= from) total += kept / (1 + discount) ** t;
    if (kept < 1e-9) break;
  }
  return total;
}

function product(from: number, to: number, factor: (t: number) => number): number {
  let result = 1;
  for (let t = from; t <= to; t++) result *= factor(t);
  return result;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
