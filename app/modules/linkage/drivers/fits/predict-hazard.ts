/** From a fitted monthly hazard to the chance within a year, with its interval and what drives it. */
import { normalQuantile } from "~/stats/distributions/normal";
import type { GlmFit } from "~/stats/hazard/generalised-linear-model";

export interface RiskFactor {
  readonly exposure: string;
  readonly value: number;
  /** Hazard here over that at the mean of the exposure. */
  readonly hazardRatio: number;
}

const z = normalQuantile(0.975);
const yearMonths = 12;
/** A factor that raises the hazard by less than this is not worth a word. */
const leastRatio = 1.03;

/** `values` are of the fit's columns after the constant; `isNamed` says which of them may be named as factors. */
export function predictHazard(
  fit: GlmFit,
  values: readonly number[],
  means: readonly number[],
  isNamed: readonly boolean[],
) {
  const x = [1, ...values];
  const k = fit.coefficients.length;
  let predictor = 0;
  let variance = 0;
  for (let i = 0; i < k; i++) {
    predictor += fit.coefficients[i]!.estimate * x[i]!;
    for (let j = 0; j < k; j++) variance += x[i]! * x[j]! * fit.covariance.values[i + j * k]!;
  }
  const spread = z * Math.sqrt(Math.max(0, variance));
  const withinAYear = (at: number) => -Math.expm1(-yearMonths * Math.exp(at));
  const factors = values.flatMap((value, at): RiskFactor[] => {
    const { name, estimate } = fit.coefficients[at + 1]!;
    const hazardRatio = Math.exp(estimate * (value - means[at]!));
    return isNamed[at] && hazardRatio >= leastRatio ? [{ exposure: name, value, hazardRatio }] : [];
  });
  return {
    monthlyHazard: -Math.expm1(-Math.exp(predictor)),
    lossProbability12m: withinAYear(predictor),
    lossProbabilityLower: withinAYear(predictor - spread),
    lossProbabilityUpper: withinAYear(predictor + spread),
    factors: factors.sort((a, b) => b.hazardRatio - a.hazardRatio),
  };
}
