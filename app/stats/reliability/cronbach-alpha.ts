import { requireFiniteColumn, requireOpenProbability, requireSameLength } from "../arguments";
import { fQuantile } from "../distributions/f";
import { moments } from "../proportions/moments";
import { type Interval, type Refusal, refuse } from "../result";

export interface CronbachAlpha {
  readonly alpha: number;
  /** Feldt's exact interval for normal items with equal covariances. */
  readonly interval: Interval;
  /** Alpha without each item in turn; NaN with two items. */
  readonly withoutItem: Float64Array;
  readonly items: number;
  readonly n: number;
}

/**
 * Cronbach's alpha, k/(k − 1)·(1 − Σ var(item)/var(sum)), `items` holding one column an item, one row a person.
 * Source: Cronbach (1951); interval Feldt (1965): 1 − (1 − α)·F. R: `psych::alpha(items)$total$raw_alpha`.
 * Throws if the columns differ in length or an answer is not finite. Refuses: no-comparison-group below two items,
 * too-few-observations below two rows, no-variation if the sums are constant.
 */
export function cronbachAlpha(
  items: readonly ArrayLike<number>[],
  options: { readonly level?: number } = {},
): CronbachAlpha | Refusal {
  const { level = 0.95 } = options;
  requireOpenProbability(level, "level");
  const k = items.length;
  const n = items[0]?.length ?? 0;
  items.forEach((item, j) => {
    requireSameLength(item, n, `items[${j}]`);
    requireFiniteColumn(item, `items[${j}]`);
  });
  if (k < 2) return refuse("no-comparison-group", { items: k });
  if (n < 2) return refuse("too-few-observations", { n, needed: 2 });
  const total = new Float64Array(n);
  for (const item of items) for (let i = 0; i < n; i++) total[i] = total[i]! + item[i]!;
  const variances = items.map((item) => moments(item).variance);
  const totalVariance = moments(total).variance;
  if (totalVariance === 0) return refuse("no-variation", { n });
  const itemVariance = variances.reduce((sum, variance) => sum + variance, 0);
  const alpha = (k / (k - 1)) * (1 - itemVariance / totalVariance);
  const withoutItem = Float64Array.from(items, (item, j) => {
    if (k < 3) return Number.NaN;
    const rest = moments(total.map((sum, i) => sum - item[i]!)).variance;
    return ((k - 1) / (k - 2)) * (1 - (itemVariance - variances[j]!) / rest);
  });
  const df = n - 1;
  const tail = (1 - level) / 2;
  const interval = {
    lower: 1 - (1 - alpha) * fQuantile(tail, df, df * (k - 1), { upper: true }),
    upper: 1 - (1 - alpha) * fQuantile(tail, df, df * (k - 1)),
    level,
  };
  return { alpha, interval, withoutItem, items: k, n };
}
