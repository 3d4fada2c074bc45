import {
  ArgumentError,
  requireFinite,
  requireOpenProbability,
  requirePositive,
  requireProbability,
} from "../arguments";
import { noncentralTCdf } from "../distributions/noncentral-t";
import { normalCdf, normalQuantile } from "../distributions/normal";
import { studentTQuantile } from "../distributions/student-t";
import { increasingRoot } from "../optimisation/root";
import { type Refusal, refuse } from "../result";

export interface PowerOptions {
  /** Two-sided error of the first kind, 0.05 unless said. */
  readonly significance?: number;
  /** 1 − error of the second kind, 0.8 unless said. */
  readonly power?: number;
}

function checked(options: PowerOptions): { significance: number; power: number } {
  const { significance = 0.05, power = 0.8 } = options;
  requireOpenProbability(significance, "significance");
  requireOpenProbability(power, "power");
  return { significance, power };
}

/**
 * The true effect a two-sided test would find with the given power: (t_{1−α/2, df} + t_{power, df})·standardError.
 * df is G − 1 for clustered errors, Infinity for the normal. Source: Bloom (1995).
 * R: `(qt(.975, df) + qt(.8, df)) * se`. Throws if the error or df is not above 0.
 */
export function minimumDetectableEffect(
  standardError: number,
  degreesOfFreedom = Infinity,
  options: PowerOptions = {},
): number {
  const { significance, power } = checked(options);
  requirePositive(standardError, "standardError");
  if (degreesOfFreedom !== Infinity) requirePositive(degreesOfFreedom, "degreesOfFreedom");
  const t = studentTQuantile(significance / 2, degreesOfFreedom, { upper: true });
  return (t + studentTQuantile(power, degreesOfFreedom)) * standardError;
}

/** How much clusters of m inflate a variance: 1 + (m − 1)·ICC. Source: Kish (1965). R: `1 + (m - 1) * icc`. */
export function designEffect(clusterSize: number, intraclassCorrelation: number): number {
  requirePositive(clusterSize, "clusterSize");
  if (!(intraclassCorrelation >= -1 && intraclassCorrelation <= 1)) {
    throw new ArgumentError("intraclassCorrelation", `must lie in [-1, 1], got ${intraclassCorrelation}`);
  }
  return 1 + (clusterSize - 1) * intraclassCorrelation;
}

/**
 * Power to tell shares p1 and p2 apart with n in each group. R: `power.prop.test(n, p1, p2)$power`. Throws if a share is
 * outside [0, 1] or n is not above 0.
 */
export function twoProportionPower(n: number, p1: number, p2: number, options: PowerOptions = {}): number {
  const { significance } = checked(options);
  requirePositive(n, "n");
  requireProbability(p1, "p1");
  requireProbability(p2, "p2");
  const pooled = (p1 + p2) * (1 - (p1 + p2) / 2);
  const separate = p1 * (1 - p1) + p2 * (1 - p2);
  const z = normalQuantile(significance / 2, { upper: true });
  if (separate === 0) return p1 === p2 ? significance / 2 : 1;
  return normalCdf((Math.sqrt(n) * Math.abs(p1 - p2) - z * Math.sqrt(pooled)) / Math.sqrt(separate));
}

/**
 * n in each group to tell p1 from p2, not rounded up: [(z_{1−α/2}·√(2p̄q̄) + z_power·√(p1q1 + p2q2))/(p1 − p2)]².
 * Source: Fleiss (1981). R: `power.prop.test(p1 =, p2 =, power = .8)$n`. Throws as above. Refuses: no-variation if p1 = p2.
 */
export function twoProportionSampleSize(
  p1: number,
  p2: number,
  options: PowerOptions = {},
): number | Refusal {
  const { significance, power } = checked(options);
  requireProbability(p1, "p1");
  requireProbability(p2, "p2");
  if (p1 === p2) return refuse("no-variation", { p1, p2 });
  const z = normalQuantile(significance / 2, { upper: true });
  const pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
  const separate = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return ((z * pooled + normalQuantile(power) * separate) / (p1 - p2)) ** 2;
}

/**
 * The smallest p2 above p1 that n in each group would tell from it. R: `power.prop.test(n =, p1 =, power = .8)$p2`.
 * Throws as above. Refuses: not-identified if even p2 = 1 would be missed.
 */
export function twoProportionDetectableShare(
  n: number,
  p1: number,
  options: PowerOptions = {},
): number | Refusal {
  const { power } = checked(options);
  const at = (p2: number) => twoProportionPower(n, p1, p2, options) - power;
  if (p1 >= 1 || at(1) < 0) return refuse("not-identified", { n, p1 });
  return increasingRoot(at, p1, 1);
}

/**
 * Power of the two-sample t test with n in each group for a difference of `delta`, the chance of the far side left out:
 * P(T > t_{1−α/2, 2n−2}) with noncentrality √(n/2)·delta/sd. R: `power.t.test(n, delta, sd)$power`.
 * Throws if n is not above 1 or sd not above 0.
 */
export function twoSampleTPower(n: number, delta: number, sd = 1, options: PowerOptions = {}): number {
  const { significance } = checked(options);
  if (!(n > 1 && Number.isFinite(n))) throw new ArgumentError("n", `must be above 1, got ${n}`);
  requireFinite(delta, "delta");
  requirePositive(sd, "sd");
  const df = 2 * n - 2;
  const t = studentTQuantile(significance / 2, df, { upper: true });
  return noncentralTCdf(t, df, (Math.sqrt(n / 2) * Math.abs(delta)) / sd, { upper: true });
}

/**
 * n in each group for the two-sample t test, not rounded up. R: `power.t.test(delta =, sd =, power = .8, tol = 1e-12)$n`.
 * Throws if sd is not above 0. Refuses: no-variation at delta 0.
 */
export function twoSampleTSampleSize(delta: number, sd = 1, options: PowerOptions = {}): number | Refusal {
  const { significance, power } = checked(options);
  requireFinite(delta, "delta");
  requirePositive(sd, "sd");
  if (delta === 0) return refuse("no-variation", { delta });
  const z = normalQuantile(significance / 2, { upper: true }) + normalQuantile(power);
  const guess = Math.max(2, 2 * ((z * sd) / delta) ** 2);
  const at = (n: number) => twoSampleTPower(n, delta, sd, options) - power;
  // Fewer than two a group is a question for no test at all.
  if (at(2) >= 0) return 2;
  return increasingRoot(at, 2, 2 * guess + 30);
}

/**
 * The difference n in each group would find. R: `power.t.test(n =, sd =, power = .8, tol = 1e-12)$delta`. Throws as above.
 */
export function twoSampleTDetectableDifference(n: number, sd = 1, options: PowerOptions = {}): number {
  const { significance, power } = checked(options);
  requirePositive(sd, "sd");
  if (power <= significance / 2) throw new ArgumentError("power", "must exceed half the significance");
  const at = (delta: number) => twoSampleTPower(n, delta, sd, options) - power;
  let high = sd;
  while (at(high) < 0) high *= 2;
  return increasingRoot(at, 0, high);
}

/**
 * Events a Cox model or log-rank test needs for a hazard ratio, a share p of the subjects being in one of two groups:
 * (z_{1−α/2} + z_power)²/(p(1−p)·log²HR). Source: Schoenfeld (1983). R: `powerSurvEpi::numDEpi`, or the formula.
 * Throws if the ratio is not above 0 or the share outside (0, 1). Refuses: no-variation at a ratio of 1.
 */
export function schoenfeldEvents(
  hazardRatio: number,
  groupShare = 0.5,
  options: PowerOptions = {},
): number | Refusal {
  const { significance, power } = checked(options);
  requirePositive(hazardRatio, "hazardRatio");
  requireOpenProbability(groupShare, "groupShare");
  if (hazardRatio === 1) return refuse("no-variation", { hazardRatio });
  const z = normalQuantile(significance / 2, { upper: true }) + normalQuantile(power);
  return z ** 2 / (groupShare * (1 - groupShare) * Math.log(hazardRatio) ** 2);
}

/** The hazard ratio above 1 that so many events would find: exp((z + z)/√(events·p(1−p))). Its inverse below 1 too. */
export function schoenfeldDetectableHazardRatio(
  events: number,
  groupShare = 0.5,
  options: PowerOptions = {},
): number {
  const { significance, power } = checked(options);
  requirePositive(events, "events");
  requireOpenProbability(groupShare, "groupShare");
  const z = normalQuantile(significance / 2, { upper: true }) + normalQuantile(power);
  return Math.exp(z / Math.sqrt(events * groupShare * (1 - groupShare)));
}
