import { studentTCdf } from "../distributions/student-t";
import { waldEstimate } from "../inference/wald";
import { type Estimate, type Refusal, refuse } from "../result";
import { moments } from "./moments";

export interface MeanDifference extends Estimate {
  readonly t: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Difference of two independent means, first − second, without assuming equal variances: error √(s₁²/n₁ + s₂²/n₂),
 * Satterthwaite's degrees of freedom. Source: Welch (1947). R: `t.test(first, second)`.
 * Throws if a value is not finite. Refuses: too-few-observations below two rows in a group, no-variation if both are constant.
 */
export function meanDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: { readonly level?: number } = {},
): MeanDifference | Refusal {
  const one = moments(first, "first");
  const two = moments(second, "second");
  if (one.n < 2 || two.n < 2) return refuse("too-few-observations", { n1: one.n, n2: two.n, needed: 2 });
  const part1 = one.variance / one.n;
  const part2 = two.variance / two.n;
  const standardError = Math.sqrt(part1 + part2);
  const scale = Math.max(Math.abs(one.mean), Math.abs(two.mean));
  // R's own test for "data are essentially constant".
  if (!(standardError > 10 * 2.220446049250313e-16 * scale)) return refuse("no-variation", { standardError });
  const degreesOfFreedom = (part1 + part2) ** 2 / (part1 ** 2 / (one.n - 1) + part2 ** 2 / (two.n - 1));
  const estimate = one.mean - two.mean;
  const t = estimate / standardError;
  const base = waldEstimate({
    estimate,
    standardError,
    degreesOfFreedom,
    n: one.n + two.n,
    method: "welch",
    level: options.level,
  });
  return { ...base, t, p: 2 * studentTCdf(-Math.abs(t), degreesOfFreedom) };
}
