import { requireLabels, requireSameLength } from "../arguments";
import { waldEstimate } from "../inference/wald";
import { type Estimate, type Refusal, refuse } from "../result";
import { moments } from "./moments";

interface Level {
  readonly level?: number;
}

/**
 * A mean with its t interval: s/√n, n − 1 degrees of freedom. R: `t.test(values)`.
 * Throws if a value is not finite. Refuses: no-base without rows, too-few-observations with one.
 */
export function mean(values: ArrayLike<number>, options: Level = {}): Estimate | Refusal {
  const { n, mean: estimate, variance } = moments(values);
  if (n === 0) return refuse("no-base", { n });
  if (n === 1) return refuse("too-few-observations", { n, needed: 2 });
  return waldEstimate({
    estimate,
    standardError: Math.sqrt(variance / n),
    degreesOfFreedom: n - 1,
    n,
    method: "student-t",
    level: options.level,
  });
}

export interface ClusteredMean extends Estimate {
  readonly clusters: number;
  /** Variance over the variance that independent answers would have had. */
  readonly designEffect: number;
}

/**
 * A mean whose answers come in clusters (accounts): √(G/(G−1)·Σ_g(Σ_{i∈g}(x_i − mean))²)/n, G − 1 degrees of freedom.
 *
 * Source: Liang and Zeger (1986), CR1. R: `sandwich::vcovCL(lm(values ~ 1), cluster, type = "HC1")`.
 * `clusters` holds one label a row, of any type. Throws if the columns differ in length or a value is not finite.
 * Refuses: no-base without rows, too-few-clusters with one.
 */
export function clusteredMean(
  values: ArrayLike<number>,
  clusters: ArrayLike<unknown>,
  options: Level = {},
): ClusteredMean | Refusal {
  requireSameLength(clusters, values.length, "clusters");
  requireLabels(clusters, "clusters");
  const { n, mean: estimate, variance } = moments(values);
  if (n === 0) return refuse("no-base", { n });
  const sums = new Map<unknown, number>();
  for (let i = 0; i < n; i++) sums.set(clusters[i], (sums.get(clusters[i]) ?? 0) + (values[i]! - estimate));
  const g = sums.size;
  if (g < 2) return refuse("too-few-clusters", { clusters: g, needed: 2 });
  let meat = 0;
  for (const sum of sums.values()) meat += sum * sum;
  const standardError = Math.sqrt((g / (g - 1)) * meat) / n;
  const estimated = waldEstimate({
    estimate,
    standardError,
    degreesOfFreedom: g - 1,
    n,
    method: "CR1 cluster-robust",
    level: options.level,
  });
  return { ...estimated, clusters: g, designEffect: standardError ** 2 / (variance / n) };
}
