import { ArgumentError, requireFiniteColumn, requireSameLength } from "../arguments";
import { moments } from "../proportions/moments";
import { type Refusal, refuse } from "../result";

export interface WithinGroupAgreement {
  /** Clipped to 0 where the raters spread more than chance would. */
  readonly agreement: number;
  readonly unclipped: number;
  /** Variance (mean variance over items) of the raters. */
  readonly variance: number;
  /** Variance if every scale point were as likely: (A² − 1)/12 unless another was given. */
  readonly expectedVariance: number;
  readonly raters: number;
}

interface ScaleOptions {
  /** Variance under no agreement, for another null distribution than the uniform one. */
  readonly expectedVariance?: number;
}

function nullVariance(scalePoints: number, options: ScaleOptions): number {
  if (!(Number.isInteger(scalePoints) && scalePoints >= 2)) {
    throw new ArgumentError("scalePoints", `must be a whole number of at least 2, got ${scalePoints}`);
  }
  const given = options.expectedVariance;
  if (given !== undefined && !(given > 0 && Number.isFinite(given))) {
    throw new ArgumentError("expectedVariance", `must be above 0, got ${given}`);
  }
  return given ?? (scalePoints ** 2 - 1) / 12;
}

/**
 * rwg: 1 − s²/σ², the agreement of one group's raters on one item of a scale with A points.
 * Source: James, Demaree and Wolf (1984). R: `multilevel::rwg(x, grpid, ranvar = (A^2 - 1) / 12)`.
 * Throws if an answer is not finite or A is no whole number of at least 2. Refuses: too-few-observations below two raters.
 */
export function withinGroupAgreement(
  answers: ArrayLike<number>,
  scalePoints: number,
  options: ScaleOptions = {},
): WithinGroupAgreement | Refusal {
  const expectedVariance = nullVariance(scalePoints, options);
  const { n, variance } = moments(answers, "answers");
  if (n < 2) return refuse("too-few-observations", { raters: n, needed: 2 });
  const unclipped = 1 - variance / expectedVariance;
  return { agreement: Math.max(0, unclipped), unclipped, variance, expectedVariance, raters: n };
}

/**
 * rwg(j): J·(1 − s̄²/σ²)/(J·(1 − s̄²/σ²) + s̄²/σ²) over J parallel items, s̄² being the mean of their variances; 0 where
 * s̄² exceeds σ². `items` holds one column an item, one row a rater.
 * Source: James, Demaree and Wolf (1984). R: `multilevel::rwg.j(items, grpid, ranvar)`.
 * Throws if the columns differ in length or an answer is not finite. Refuses: no-base without items, too-few-observations
 * below two raters.
 */
export function withinGroupAgreementOverItems(
  items: readonly ArrayLike<number>[],
  scalePoints: number,
  options: ScaleOptions = {},
): WithinGroupAgreement | Refusal {
  const expectedVariance = nullVariance(scalePoints, options);
  const raters = items[0]?.length ?? 0;
  items.forEach((item, j) => {
    requireSameLength(item, raters, `items[${j}]`);
    requireFiniteColumn(item, `items[${j}]`);
  });
  if (items.length === 0) return refuse("no-base", { items: 0 });
  if (raters < 2) return refuse("too-few-observations", { raters, needed: 2 });
  let variance = 0;
  for (const item of items) variance += moments(item).variance / items.length;
  const ratio = variance / expectedVariance;
  const shared = items.length * (1 - ratio);
  const unclipped = shared / (shared + ratio);
  return { agreement: ratio >= 1 ? 0 : unclipped, unclipped, variance, expectedVariance, raters };
}
