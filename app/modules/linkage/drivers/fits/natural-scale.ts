/** From a model's coefficient to the unit people say the outcome in. */
import type { DriverEffect, IntervalEstimate, Scale } from "../result";

type ModelScale = DriverEffect["model"]["scale"];

export interface NaturalScale {
  readonly scale: Scale;
  readonly modelScale: ModelScale;
  /** A change of the model's linear predictor, in the natural scale. Rising. */
  readonly convert: (change: number) => number;
}

export const pointsScale: NaturalScale = {
  scale: "points",
  modelScale: "identity",
  convert: (change) => change,
};

/** Per cent of the account's monthly revenue. */
export const percentScale: NaturalScale = {
  scale: "percent",
  modelScale: "log",
  convert: (change) => 100 * Math.expm1(change),
};

/** Lost per hundred and year beyond what is lost now, at the observed hazard a month. */
export function perHundredScale(hazardPerMonth: number): NaturalScale {
  const lost = (hazard: number) => -100 * Math.expm1(-12 * hazard);
  return {
    scale: "per_hundred_a_year",
    modelScale: "log_hazard",
    convert: (change) => lost(hazardPerMonth * Math.exp(change)) - lost(hazardPerMonth),
  };
}

/** A difference of monthly hazards itself, a year's worth of it per hundred. */
export const hazardDifferenceScale: NaturalScale = {
  scale: "per_hundred_a_year",
  modelScale: "identity",
  convert: (change) => 1200 * change,
};

export function inNaturalScale(
  { convert }: NaturalScale,
  model: IntervalEstimate,
  per: number,
): IntervalEstimate {
  return {
    estimate: convert(model.estimate * per),
    lower: convert(model.lower * per),
    upper: convert(model.upper * per),
  };
}
