import { ArgumentError, requireFinite, requirePositive } from "../arguments";

export type EffectMeasure = "risk-ratio" | "odds-ratio" | "hazard-ratio" | "standardised-difference";

export interface EValueArguments {
  readonly measure: EffectMeasure;
  readonly estimate: number;
  /** Limits of the interval on the measure's own scale. */
  readonly lower?: number;
  readonly upper?: number;
  /** For a standardised difference, in place of limits: the approximation's own interval is exp(0.91·d ± 1.78·SE). */
  readonly standardError?: number;
  /** Outcome in 15 % or more by the end of follow-up: odds and hazard ratios are then not close to risk ratios. */
  readonly commonOutcome?: boolean;
}

export interface EValue {
  /** Everything on the risk-ratio scale. */
  readonly riskRatio: number;
  readonly lower: number;
  readonly upper: number;
  /** The strength of confounding, with exposure and outcome alike, that would explain the estimate away. */
  readonly estimate: number;
  /** The same for the limit nearer to 1; 1 if the interval holds 1, NaN without an interval. */
  readonly nearerLimit: number;
}

/**
 * E-value: RR + √(RR·(RR − 1)), a ratio below 1 being inverted first. Odds ratios of a common outcome become √OR, hazard
 * ratios (1 − ½^√HR)/(1 − ½^√(1/HR)), standardised differences exp(0.91·d).
 *
 * Source: VanderWeele and Ding (2017), Annals of Internal Medicine 167, 268. R: `EValue::evalues.RR`, `.OR`, `.HR`, `.MD`.
 * Throws if a ratio is not above 0, a number is not finite, or the limits do not hold the estimate.
 */
export function eValue(given: EValueArguments): EValue {
  const { measure, estimate, standardError } = given;
  const convert = CONVERSIONS[measure]?.(given.commonOutcome ?? false);
  if (!convert) throw new ArgumentError("measure", `unknown: ${measure}`);
  const difference = measure === "standardised-difference";
  const check = difference ? requireFinite : requirePositive;
  check(estimate, "estimate");
  if (given.lower !== undefined) check(given.lower, "lower");
  if (given.upper !== undefined) check(given.upper, "upper");
  if (given.lower !== undefined && given.lower > estimate)
    throw new ArgumentError("lower", "is above the estimate");
  if (given.upper !== undefined && given.upper < estimate)
    throw new ArgumentError("upper", "is below the estimate");
  const riskRatio = convert(estimate);
  let lower = given.lower === undefined ? Number.NaN : convert(given.lower);
  let upper = given.upper === undefined ? Number.NaN : convert(given.upper);
  if (standardError !== undefined) {
    if (!difference) throw new ArgumentError("standardError", "is for a standardised difference only");
    if (standardError !== 0) requirePositive(standardError, "standardError");
    lower = Math.exp(0.91 * estimate - 1.78 * standardError);
    upper = Math.exp(0.91 * estimate + 1.78 * standardError);
  }
  const nearer = riskRatio >= 1 ? lower : upper;
  const holdsOne = riskRatio >= 1 ? nearer <= 1 : nearer >= 1;
  return {
    riskRatio,
    lower,
    upper,
    estimate: confounding(riskRatio),
    nearerLimit: holdsOne ? 1 : confounding(nearer),
  };
}

function confounding(riskRatio: number): number {
  const above = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return above + Math.sqrt(above * (above - 1));
}

const same = (ratio: number) => ratio;
const CONVERSIONS: Record<EffectMeasure, (common: boolean) => (value: number) => number> = {
  "risk-ratio": () => same,
  "odds-ratio": (common) => (common ? Math.sqrt : same),
  "hazard-ratio": (common) =>
    common
      ? (ratio) => Math.expm1(-Math.LN2 * Math.sqrt(ratio)) / Math.expm1(-Math.LN2 * Math.sqrt(1 / ratio))
      : same,
  "standardised-difference": () => (d) => Math.exp(0.91 * d),
};
