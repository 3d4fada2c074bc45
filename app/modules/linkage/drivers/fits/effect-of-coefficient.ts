/** From a coefficient to a row of the forest: natural unit, grade, what could have been found, what could explain it away. */
import { eValue } from "~/stats/inference/e-value";
import { minimumDetectableEffect } from "~/stats/inference/power";
import { type ExposureName, exposures } from "../exposures";
import type { Check, DriverEffect, Outcome, Sample } from "../result";
import type { DriverSpec } from "../specs";
import { rangeOf } from "./exposure-matrix";
import { type Design, gradeOf, verdictOf, weakeningsOf } from "./grade-effect";
import { inNaturalScale, type NaturalScale } from "./natural-scale";
import { keyOf } from "./spec-result";

export interface Coefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  /** Infinity for the normal. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export interface EffectParts {
  readonly spec: Pick<DriverSpec, "name" | "family">;
  readonly outcome: Outcome;
  readonly exposure: ExposureName;
  readonly scale: NaturalScale;
  readonly coefficient: Coefficient;
  readonly design: Design;
  readonly sample: Sample & { readonly months: number };
  readonly clusters: number;
  /** What the exposure varies over: people for staff factors, accounts for handovers. */
  readonly units: number;
  /** Of the outcome on the model's scale, for the E-value; null where the scale is a hazard. */
  readonly outcomeSd: number | null;
  /** The exposure over the rows used; null where it is a design and no column. */
  readonly column: Float64Array | null;
  readonly checks: readonly Check[];
  /** The design cannot show months before: whoever is lost before a handover is never handed over. */
  readonly isBlindToTrend?: boolean;
}

/** q and the verdict that rests on it are set once the whole family is known (adjust-families). */
export function effectOf(parts: EffectParts): DriverEffect {
  const { spec, exposure, scale, coefficient, sample, checks } = parts;
  const { per, unit, lagMonths } = exposures[exposure];
  const model = {
    estimate: coefficient.estimate,
    lower: coefficient.interval.lower,
    upper: coefficient.interval.upper,
    standardError: coefficient.standardError,
    scale: scale.modelScale,
  };
  const natural = inNaturalScale(scale, model, per);
  const weakened = weakeningsOf(parts.units, parts.clusters, checks);
  if (parts.isBlindToTrend) weakened.push("pre_trend_could_not_be_seen");
  const grade = gradeOf(parts.design, weakened);
  const df = coefficient.degreesOfFreedom;
  const detectable = minimumDetectableEffect(coefficient.standardError * per, df);
  const effect = {
    key: keyOf(spec, exposure),
    spec: spec.name,
    outcome: parts.outcome,
    exposure,
    per,
    unit,
    scale: scale.scale,
    ...natural,
    standardError:
      (natural.upper - natural.lower) /
      ((coefficient.interval.upper - coefficient.interval.lower) / coefficient.standardError),
    level: coefficient.interval.level,
    model,
    degreesOfFreedom: Number.isFinite(df) ? df : null,
    p: coefficient.pValue,
    q: null,
    n: sample.rows,
    accounts: sample.accounts,
    employees: sample.employees,
    months: sample.months,
    clusters: parts.clusters,
    lagMonths,
    grade,
    minimumDetectable: Math.abs(scale.convert(detectable)),
    eValue: confoundingNeeded(parts, per),
    checks,
    weakened,
    exposureRange: parts.column ? rangeOf(parts.column) : null,
  } satisfies Omit<DriverEffect, "verdict">;
  return { ...effect, verdict: verdictOf(effect) };
}

/** How strong a hidden cause would have to be, with the exposure and the outcome alike, to explain the effect away. */
function confoundingNeeded(
  { coefficient, scale, outcomeSd }: EffectParts,
  per: number,
): DriverEffect["eValue"] {
  const { estimate, interval, standardError } = coefficient;
  const found =
    scale.modelScale === "log_hazard"
      ? eValue({
          measure: "hazard-ratio",
          estimate: Math.exp(estimate * per),
          lower: Math.exp(Math.min(interval.lower * per, interval.upper * per)),
          upper: Math.exp(Math.max(interval.lower * per, interval.upper * per)),
        })
      : outcomeSd && outcomeSd > 0
        ? eValue({
            measure: "standardised-difference",
            estimate: (estimate * per) / outcomeSd,
            standardError: (standardError * per) / outcomeSd,
          })
        : null;
  return found ? { estimate: found.estimate, limit: found.nearerLimit } : null;
}
