import { requireOpenProbability } from "../arguments";
import { fQuantile } from "../distributions/f";
import { oneWayAnova } from "../inference/one-way-anova";
import { type Interval, isRefusal, type Refusal } from "../result";

export interface IntraclassCorrelation {
  /** ICC(1): the share of one answer's variance that lies between groups; negative where groups differ less than by chance. */
  readonly single: number;
  /** ICC(2): the reliability of a group's mean at the typical size. */
  readonly groupMean: number;
  /** ICC(1) with the plain mean group size in place of the effective one, as Bliese's R package has it. */
  readonly singleAtMeanSize: number;
  readonly singleInterval: Interval;
  readonly groupMeanInterval: Interval;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  /** (N − Σn²/N)/(G − 1); the common size where all are equal. */
  readonly effectiveSize: number;
  readonly f: number;
  readonly p: number;
  readonly n: number;
  readonly groups: number;
  readonly betweenDegreesOfFreedom: number;
  readonly withinDegreesOfFreedom: number;
  readonly warnings: readonly string[];
}

/**
 * ICC(1) = (MSB − MSW)/(MSB + (k − 1)·MSW) and ICC(2) = (MSB − MSW)/MSB from a one-way analysis of variance, `groups` holding
 * one label a row. Intervals from F, exact for equal sizes and normal values.
 *
 * Source: Shrout and Fleiss (1979); Bliese (2000). R: `multilevel::ICC1(aov(v ~ g))`, `ICC2`, `ICC::ICCest`.
 * Throws if the columns differ in length or a value is not finite. Refuses like `oneWayAnova`: no-comparison-group,
 * too-few-observations, no-variation.
 */
export function intraclassCorrelation(
  values: ArrayLike<number>,
  groups: ArrayLike<unknown>,
  options: { readonly level?: number } = {},
): IntraclassCorrelation | Refusal {
  const { level = 0.95 } = options;
  requireOpenProbability(level, "level");
  const anova = oneWayAnova(values, groups);
  if (isRefusal(anova)) return anova;
  const { n, f, sizes, meanSquareBetween: between, meanSquareWithin: within } = anova;
  const df1 = anova.betweenDegreesOfFreedom;
  const df2 = anova.withinDegreesOfFreedom;
  let squares = 0;
  for (const size of sizes) squares += size * size;
  const effectiveSize = (n - squares / n) / df1;
  const single = (size: number) => (between - within) / (between + (size - 1) * within);
  const tail = (1 - level) / 2;
  const low = f / fQuantile(tail, df1, df2, { upper: true });
  const high = f * fQuantile(tail, df2, df1, { upper: true });
  const limit = (ratio: number) => (ratio === Infinity ? 1 : (ratio - 1) / (ratio + effectiveSize - 1));
  const balanced = sizes.every((size) => size === sizes[0]);
  return {
    single: single(effectiveSize),
    groupMean: (between - within) / between,
    singleAtMeanSize: single(n / anova.groups),
    singleInterval: { lower: limit(low), upper: limit(high), level },
    groupMeanInterval: { lower: 1 - 1 / low, upper: 1 - 1 / high, level },
    meanSquareBetween: between,
    meanSquareWithin: within,
    effectiveSize,
    f,
    p: anova.p,
    n,
    groups: anova.groups,
    betweenDegreesOfFreedom: df1,
    withinDegreesOfFreedom: df2,
    warnings: balanced ? [] : ["unequal-group-sizes"],
  };
}
