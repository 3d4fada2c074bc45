import { ArgumentError, requireFiniteColumn, requirePositive, requireSameLength } from "../arguments";
import { pearsonCorrelation } from "../proportions/correlation";
import { isRefusal, type Refusal, refuse } from "../result";
import { digamma } from "../special/digamma";
import { logGamma, logGammaRatio } from "../special/log-gamma";
import { fitLogParameters, type LogParameterFit, type Parameters } from "./log-parameter-fit";

/**
 * Gamma-Gamma: a customer's purchases have values Gamma(p, ν), ν Gamma(q, v) over customers, whatever their number.
 * Source: Fader and Hardie (2013), "The Gamma-Gamma model of monetary value".
 */
export type GammaGammaParameters = Parameters<"p" | "q" | "v">;

export interface GammaGammaFit extends LogParameterFit<"p" | "q" | "v"> {
  /** Between number and mean value of purchases; NaN where one is constant. The model takes it to be 0. */
  readonly correlation: number;
}

/**
 * Maximum likelihood from the number of (repeat) purchases of each customer and their mean value; customers without one are
 * left out. Warns "frequency-value-correlation" where the two correlate above 0.3 in size: the model is then not fit to use.
 *
 * R: `BTYD::spend.EstimateParameters(m.x, x)`. Throws if the columns differ in length, a count is no whole number or a value
 * with purchases is not above 0. Refuses: no-base without buyers, not-identified, not-converged.
 */
export function fitGammaGamma(
  frequency: ArrayLike<number>,
  meanValue: ArrayLike<number>,
): GammaGammaFit | Refusal {
  requireSameLength(meanValue, frequency.length, "meanValue");
  requireFiniteColumn(frequency, "frequency");
  const counts: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i]!;
    if (!Number.isInteger(x) || x < 0) throw new ArgumentError("frequency", `row ${i} is ${x}, not a count`);
    if (x === 0) continue;
    const z = meanValue[i]!;
    if (!(z > 0 && Number.isFinite(z))) throw new ArgumentError("meanValue", `row ${i} is ${z}, not above 0`);
    counts.push(x);
    values.push(z);
  }
  const n = counts.length;
  if (n === 0) return refuse("no-base", { buyers: 0 });
  const related = pearsonCorrelation(counts, values);
  const correlation = isRefusal(related) ? Number.NaN : related.estimate;
  const warnings = Math.abs(correlation) > 0.3 ? ["frequency-value-correlation"] : [];

  // Σ over customers of what is free of the parameters or depends on the count only.
  const histogram = new Map<number, number>();
  let logZ = 0;
  let xLogXZ = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const x = counts[i]!;
    histogram.set(x, (histogram.get(x) ?? 0) + 1);
    logZ += Math.log(values[i]!);
    xLogXZ += x * Math.log(x * values[i]!);
    total += values[i]!;
  }
  const negativeLogLikelihood = ([p = 0, q = 0, v = 0]: Float64Array) => {
    let sum = n * q * Math.log(v) - n * logGamma(q) - logZ + p * xLogXZ;
    // log Γ(px+q) − log Γ(px), paired so that the large parts cancel before they are rounded.
    for (const [x, count] of histogram) sum += count * logGammaRatio(p * x, q);
    for (let i = 0; i < n; i++) sum -= (p * counts[i]! + q) * Math.log(v + counts[i]! * values[i]!);
    return -sum;
  };
  const gradient = ([p = 0, q = 0, v = 0]: Float64Array) => {
    let dp = xLogXZ;
    let dq = n * Math.log(v) - n * digamma(q);
    let dv = (n * q) / v;
    for (const [x, count] of histogram) {
      const top = digamma(p * x + q);
      dp += count * x * (top - digamma(p * x));
      dq += count * top;
    }
    for (let i = 0; i < n; i++) {
      const x = counts[i]!;
      const rate = v + x * values[i]!;
      dp -= x * Math.log(rate);
      dq -= Math.log(rate);
      dv -= (p * x + q) / rate;
    }
    return Float64Array.of(-dp, -dq, -dv);
  };
  const centre = total / n;
  const fit = fitLogParameters({
    names: ["p", "q", "v"] as const,
    starts: [
      { p: 4, q: 4, v: (3 * centre) / 4 },
      { p: 1, q: 2, v: centre },
      { p: 20, q: 10, v: centre / 2 },
    ],
    negativeLogLikelihood,
    gradient,
    n,
    method: "Gamma-Gamma",
    warnings,
  });
  return isRefusal(fit) ? fit : { ...fit, correlation };
}

function check(parameters: GammaGammaParameters): void {
  requirePositive(parameters.p, "parameters.p");
  requirePositive(parameters.q, "parameters.q");
  requirePositive(parameters.v, "parameters.v");
}

/** Mean value of a purchase over customers, p·v/(q − 1). Refuses: not-identified at q ≤ 1, where the mean is infinite. */
export function gammaGammaPopulationMean(parameters: GammaGammaParameters): number | Refusal {
  return gammaGammaConditionalMean(parameters, 0, 0);
}

/**
 * Expected value of a customer's purchases given x of them with mean z: p·(v + x·z)/(p·x + q − 1), the population's mean at
 * x = 0. R: `BTYD::spend.expected.value`. Throws if x is no count or z below 0. Refuses: not-identified where p·x + q ≤ 1.
 */
export function gammaGammaConditionalMean(
  parameters: GammaGammaParameters,
  frequency: number,
  meanValue: number,
): number | Refusal {
  check(parameters);
  const { p, q, v } = parameters;
  if (!Number.isInteger(frequency) || frequency < 0)
    throw new ArgumentError("frequency", `must be a count, got ${frequency}`);
  if (frequency > 0 && !(meanValue >= 0 && Number.isFinite(meanValue))) {
    throw new ArgumentError("meanValue", `must be at least 0, got ${meanValue}`);
  }
  const weight = p * frequency + q - 1;
  if (weight <= 0) return refuse("not-identified", { q, frequency });
  return (p * (v + (frequency > 0 ? frequency * meanValue : 0))) / weight;
}
