import {
  ArgumentError,
  requireFinite,
  requireFiniteColumn,
  requirePositive,
  requireSameLength,
} from "../arguments";

import { type Refusal, refuse } from "../result";

/**
 * Reliability of the mean of n answers, τ²/(τ² + σ²/n), from the variance between subjects and within them.
 * With σ² the complement of a single answer's reliability this is Spearman and Brown's formula (1910).
 * R: `tau2 / (tau2 + sigma2 / n)`. Throws if a variance is below 0, both are 0, or n is not above 0.
 */
export function reliabilityOfMean(betweenVariance: number, withinVariance: number, n: number): number {
  requireVariance(betweenVariance, "betweenVariance");
  requireVariance(withinVariance, "withinVariance");
  requirePositive(n, "n");
  if (betweenVariance + withinVariance === 0)
    throw new ArgumentError("betweenVariance", "and withinVariance are both 0");
  return betweenVariance / (betweenVariance + withinVariance / n);
}

function requireVariance(value: number, argument: string): void {
  if (!(value >= 0 && Number.isFinite(value)))
    throw new ArgumentError(argument, `must be at least 0, got ${value}`);
}

export interface ShrunkenMeans {
  /** Best linear predictions of the subjects' true levels. */
  readonly means: Float64Array;
  readonly reliabilities: Float64Array;
  /** Root of each prediction's error variance, τ²·(1 − reliability). */
  readonly standardErrors: Float64Array;
  /** Where everything is drawn towards: the mean weighted by 1/(τ² + σ²/n) unless one was given. */
  readonly centre: number;
}

/**
 * Means drawn towards their centre by as much as they are unreliable: centre + λ_j·(mean_j − centre), λ_j the reliability of a
 * mean of n_j answers. A subject without answers gets the centre.
 * Source: Robinson (1991). R: `coef(lme4::lmer(y ~ 1 + (1 | g)))` at the same variances.
 * Throws if the columns differ in length, a size is below 0 or a mean with answers is not finite.
 * Refuses: no-base if nobody answered and no centre was given.
 */
export function shrunkenMeans(
  means: ArrayLike<number>,
  sizes: ArrayLike<number>,
  variances: { readonly between: number; readonly within: number; readonly centre?: number },
): ShrunkenMeans | Refusal {
  const { between, within } = variances;
  requireVariance(between, "variances.between");
  requirePositive(within, "variances.within");
  if (variances.centre !== undefined) requireFinite(variances.centre, "variances.centre");
  requireSameLength(sizes, means.length, "sizes");
  requireFiniteColumn(sizes, "sizes");
  let weight = 0;
  let sum = 0;
  for (let j = 0; j < means.length; j++) {
    const size = sizes[j]!;
    if (size < 0) throw new ArgumentError("sizes", `row ${j} is ${size}`);
    if (size === 0) continue;
    requireFinite(means[j]!, "means");
    const share = 1 / (between + within / size);
    weight += share;
    sum += share * means[j]!;
  }
  if (variances.centre !== undefined) requireFinite(variances.centre, "variances.centre");
  else if (weight === 0) return refuse("no-base", { subjects: means.length });
  const centre = variances.centre ?? sum / weight;
  const reliabilities = Float64Array.from(sizes, (size) => between / (between + within / size));
  return {
    means: reliabilities.map((share, j) => (sizes[j] === 0 ? centre : centre + share * (means[j]! - centre))),
    reliabilities,
    standardErrors: reliabilities.map((share) => Math.sqrt(between * (1 - share))),
    centre,
  };
}
