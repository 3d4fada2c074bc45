import { requireFiniteColumn, requireOpenProbability, requireSameLength } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { studentTCdf } from "../distributions/student-t";
import { type Estimate, type Refusal, refuse } from "../result";
import { moments } from "./moments";
import { averageRanks } from "./ranks";

export interface Correlation extends Estimate {
  readonly t: number;
  /** Two-sided, from t with n − 2 degrees of freedom. */
  readonly p: number;
}

/**
 * Pearson's correlation; interval by Fisher's z, tanh(atanh r ± z/√(n−3)) (NaN limits at n = 3), test by
 * t = r·√((n−2)/(1−r²)). The standard error is √((1−r²)/(n−2)). R: `cor.test(x, y)`.
 * Throws if the columns differ in length or a value is not finite. Refuses: too-few-observations below 3 rows,
 * no-variation for a constant column.
 */
export function pearsonCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly level?: number } = {},
): Correlation | Refusal {
  return correlate(x, y, options.level ?? 0.95, "pearson");
}

/**
 * Spearman's rank correlation: Pearson's on average ranks, its p-value from the t approximation.
 * R: `cor.test(x, y, method = "spearman", exact = FALSE)` (its default wherever there are ties). The interval is Fisher's with
 * the variance (1 + r²/2)/(n − 3) of Bonett and Wright (2000). Throws and refuses like `pearsonCorrelation`.
 */
export function spearmanCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly level?: number } = {},
): Correlation | Refusal {
  requireFiniteColumn(x, "x");
  requireFiniteColumn(y, "y");
  return correlate(averageRanks(x).ranks, averageRanks(y).ranks, options.level ?? 0.95, "spearman");
}

function correlate(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  level: number,
  method: "pearson" | "spearman",
): Correlation | Refusal {
  requireOpenProbability(level, "level");
  const a = moments(x, "x");
  const b = moments(y, "y");
  requireSameLength(y, x.length, "y");
  if (a.n < 3) return refuse("too-few-observations", { n: a.n, needed: 3 });
  if (a.sumOfSquares === 0 || b.sumOfSquares === 0) {
    return refuse("no-variation", { column: a.sumOfSquares === 0 ? "x" : "y" });
  }
  let cross = 0;
  for (let i = 0; i < a.n; i++) cross += (x[i]! - a.mean) * (y[i]! - b.mean);
  const r = Math.max(-1, Math.min(1, cross / (Math.sqrt(a.sumOfSquares) * Math.sqrt(b.sumOfSquares))));
  const degreesOfFreedom = a.n - 2;
  const standardError = Math.sqrt((1 - r * r) / degreesOfFreedom);
  const t = r / standardError;
  const variance = (method === "spearman" ? 1 + (r * r) / 2 : 1) / (a.n - 3);
  const reach = normalQuantile((1 - level) / 2, { upper: true }) * Math.sqrt(variance);
  const limit = (z: number) => (a.n > 3 ? Math.tanh(z) : Number.NaN);
  return {
    estimate: r,
    standardError,
    interval: { lower: limit(Math.atanh(r) - reach), upper: limit(Math.atanh(r) + reach), level },
    degreesOfFreedom,
    n: a.n,
    method,
    warnings: [],
    t,
    p: 2 * studentTCdf(-Math.abs(t), degreesOfFreedom),
  };
}
