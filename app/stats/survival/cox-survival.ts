import { ArgumentError, requireFiniteColumn, requireOpenProbability, requireSameLength } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Interval, type Refusal, refuse } from "../result";
import type { CoxFit } from "./cox-regression";
import { type CoxRows, checkCoxRows, type PreparedCoxRows, prepareCoxRows } from "./cox-rows";
import { hazardIncrements } from "./cox-scores";
import type { Label } from "./level-codes";
import { countUpTo } from "./survival-at";
import { requireIntervalType, type SurvivalIntervalType, survivalLimits } from "./survival-interval";

/** The curve a fitted model expects for one set of covariates; a step function on the stratum's event times. */
export interface ExpectedCurve {
  /** Null without strata. */
  readonly stratum: Label | null;
  readonly times: Float64Array;
  readonly cumulativeHazard: Float64Array;
  readonly survival: Float64Array;
  /** Of S(t), the uncertainty of the coefficients included. */
  readonly standardError: Float64Array;
}

/**
 * Baseline cumulative hazard Λ₀(t) = Σ dΛ at event times ≤ t, one curve a stratum: dΛ = Σw/Σr with Breslow ties, Σₖ w̄/c(k) with
 * Efron's. At all covariates 0 unless `covariates` are given, then Λ₀·exp(xβ).
 * Variance of Λ(t|x) = exp(2xβ)·[Σ w̄/c² + qᵀVq], q = ∫(x̄ − x) dΛ₀ (Tsiatis 1981; Therneau & Grambsch 2000, §10.2).
 *
 * R: `basehaz(fit, centered = FALSE)`, `survfit(fit, newdata =)`.
 *
 * @param rows the rows the fit was made from
 * Refuses `no-events`. Throws ArgumentError on rows that do not fit the model.
 */
export function coxExpectedCurves(
  rows: CoxRows,
  fit: CoxFit,
  covariates?: ArrayLike<number>,
): readonly ExpectedCurve[] | Refusal {
  const p = fit.coefficients.length;
  const checked = checkCoxRows(rows);
  requireSameLength(rows.covariates, p, "rows.covariates");
  if (checked.columns.n !== fit.n)
    throw new ArgumentError("rows", "are not the rows the model was fitted to");
  const x = covariates ?? new Float64Array(p);
  requireSameLength(x, p, "covariates");
  requireFiniteColumn(x, "covariates");
  const prepared = prepareCoxRows(checked);
  if (prepared === null) return refuse("no-events", { n: fit.n });
  return accumulate(prepared, fit, x);
}

function accumulate(prepared: PreparedCoxRows, fit: CoxFit, x: ArrayLike<number>): readonly ExpectedCurve[] {
  const p = prepared.columnCount;
  const { centre, scale, stratumStart, stratumLevels } = prepared;
  const beta = Float64Array.from(fit.coefficients, (c, j) => c.estimate * scale[j]!);
  const increments = hazardIncrements(prepared, beta, fit.ties, false);
  const own = Float64Array.from(x, (value, j) => (value - centre[j]!) / scale[j]!);
  const covariance = fit.covariance.values.map(
    (value, at) => value * scale[at % p]! * scale[Math.floor(at / p)]!,
  );
  let eta = 0;
  for (let j = 0; j < p; j++) eta += own[j]! * beta[j]!;
  const curves: ExpectedCurve[] = [];
  for (let s = 0; s + 1 < stratumStart.length; s++) {
    const start = stratumStart[s]!;
    const times = prepared.eventTimes.slice(start, stratumStart[s + 1]!);
    const cumulativeHazard = new Float64Array(times.length);
    const survival = new Float64Array(times.length);
    const standardError = new Float64Array(times.length);
    const factor = Math.exp(eta - increments.shifts[s]!);
    const q = new Float64Array(p);
    let hazard = 0;
    let variance = 0;
    for (let k = 0; k < times.length; k++) {
      const step = increments.hazard[start + k]!;
      hazard += step;
      variance += increments.variance[start + k]!;
      for (let j = 0; j < p; j++) q[j]! += increments.mean[(start + k) * p + j]! - own[j]! * step;
      let fromBeta = 0;
      for (let a = 0; a < p; a++)
        for (let b = 0; b < p; b++) fromBeta += q[a]! * covariance[a * p + b]! * q[b]!;
      cumulativeHazard[k] = hazard * factor;
      survival[k] = Math.exp(-cumulativeHazard[k]!);
      standardError[k] = survival[k]! * factor * Math.sqrt(variance + fromBeta);
    }
    curves.push({ stratum: stratumLevels[s] ?? null, times, cumulativeHazard, survival, standardError });
  }
  return curves;
}

export interface ExpectedSurvival {
  readonly time: number;
  readonly survival: number;
  readonly cumulativeHazard: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * An expected curve's values at given times, with limits of the type asked for ("log" is R's default for a Cox model).
 * R: `summary(survfit(fit, newdata =), times =)`.
 *
 * @throws ArgumentError on a time that is not finite
 */
export function expectedSurvivalAt(
  curve: ExpectedCurve,
  times: ArrayLike<number>,
  options: { readonly level?: number; readonly interval?: SurvivalIntervalType } = {},
): readonly ExpectedSurvival[] {
  const level = options.level ?? 0.95;
  const type = options.interval ?? "log";
  requireOpenProbability(level, "level");
  requireIntervalType(type);
  requireFiniteColumn(times, "times");
  const z = normalQuantile((1 + level) / 2);
  return Array.from(times, (time) => {
    const k = countUpTo(curve.times, time) - 1;
    if (k < 0) {
      return {
        time,
        survival: 1,
        cumulativeHazard: 0,
        standardError: 0,
        interval: { lower: 1, upper: 1, level },
      };
    }
    const survival = curve.survival[k]!;
    const standardError = curve.standardError[k]!;
    const [lower, upper] = survivalLimits(survival, standardError / survival, z, type);
    return {
      time,
      survival,
      cumulativeHazard: curve.cumulativeHazard[k]!,
      standardError,
      interval: { lower, upper, level },
    };
  });
}
