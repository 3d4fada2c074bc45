import {
  ArgumentError,
  requireCount,
  requireFinite,
  requireFiniteColumn,
  requireOpenProbability,
  requirePositive,
} from "../arguments";
import type { Generator } from "../random/generator";
import { type Estimate, type Interval, type Refusal, refuse } from "../result";

export interface BandInput {
  /** Effects whose influence columns are below; those with no error (a reference) take no part. */
  readonly effects: ReadonlyArray<Pick<Estimate, "estimate" | "standardError">>;
  /** Clusters × effects, column-major, as groupTimeEffects and aggregateEffects return it. */
  readonly influence: Float64Array;
  readonly clusters: number;
  readonly generator: Generator;
  /** Default 999. */
  readonly replicates?: number;
  /** Default 0.95. */
  readonly level?: number;
  readonly onProgress?: (done: number) => void;
}

export interface SimultaneousBand {
  /** Instead of the normal quantile: intervals this many standard errors wide hold all effects at once. */
  readonly criticalValue: number;
  /** In the order of the effects. */
  readonly intervals: readonly Interval[];
  readonly replicates: number;
  readonly method: string;
  readonly warnings: readonly string[];
}

const golden = Math.sqrt(5);
const low = (1 - golden) / 2;
const high = (1 + golden) / 2;
const probabilityOfLow = high / golden;

/**
 * Simultaneous confidence band of a set of effects by the multiplier bootstrap: each cluster's influence is multiplied
 * by a draw of mean 0 and variance 1 (Mammen's two points), and the critical value is the quantile of the largest |t|.
 *
 * c = inf{x : share of samples with max_k |Σ_c v_c ψ_ck| / SE_k ≤ x is at least level}, SE_k analytic. (R's did
 * divides by the interquartile range of the samples instead, an estimate of the same number.) G clusters, no df.
 * Source: Callaway & Sant'Anna (2021), algorithm 1; Mammen (1993). R: `did::aggte(..., bstrap = TRUE, cband = TRUE)`.
 *
 * Throws ArgumentError for effects or influences not finite, an influence of another length, replicates below 19, level outside (0, 1).
 * Refuses `too-few-clusters` below 2, `no-variation` when no effect has an error.
 */
export function simultaneousBand(input: BandInput): SimultaneousBand | Refusal {
  const { effects, influence, clusters, generator, replicates = 999, level = 0.95 } = input;
  requireOpenProbability(level, "level");
  if (!Number.isInteger(replicates) || replicates < 19) {
    throw new ArgumentError("replicates", `must be a whole number of at least 19, got ${replicates}`);
  }
  requirePositive(clusters, "clusters");
  requireCount(clusters, "clusters");
  effects.forEach(({ estimate, standardError }, k) => {
    requireFinite(estimate, `effects[${k}].estimate`);
    requireFinite(standardError, `effects[${k}].standardError`);
    if (standardError < 0)
      throw new ArgumentError(`effects[${k}].standardError`, `is below 0: ${standardError}`);
  });
  requireFiniteColumn(influence, "influence");
  if (influence.length !== clusters * effects.length) {
    throw new ArgumentError(
      "influence",
      `must hold ${clusters} × ${effects.length} values, has ${influence.length}`,
    );
  }
  if (clusters < 2) return refuse("too-few-clusters", { clusters, needed: 2 });
  // Row by row, each effect in units of its standard error, so that a sample reads memory in order.
  const active = effects.map((_, k) => k).filter((k) => effects[k]!.standardError > 0);
  if (active.length === 0) return refuse("no-variation", { effects: effects.length });
  const width = active.length;
  const scaled = new Float64Array(clusters * width);
  const sum = new Float64Array(width);
  active.forEach((k, a) => {
    for (let c = 0; c < clusters; c++) {
      const value = influence[k * clusters + c]! / effects[k]!.standardError;
      scaled[c * width + a] = value;
      sum[a]! += value;
    }
  });
  const largest = new Float64Array(replicates);
  const total = new Float64Array(width);
  for (let replicate = 0; replicate < replicates; replicate++) {
    // Two points only: every cluster starts at the likelier low one, and only those at the high one are visited.
    for (let a = 0; a < width; a++) total[a] = low * sum[a]!;
    for (let c = 0; c < clusters; c++) {
      if (generator.uniform() < probabilityOfLow) continue;
      const from = c * width;
      for (let a = 0; a < width; a++) total[a]! += (high - low) * scaled[from + a]!;
    }
    let most = 0;
    for (let a = 0; a < width; a++) most = Math.max(most, Math.abs(total[a]!));
    largest[replicate] = most;
    if (input.onProgress && replicate % 20 === 19) input.onProgress((replicate + 1) / replicates);
  }
  largest.sort();
  const criticalValue = largest[Math.min(replicates - 1, Math.ceil(replicates * level) - 1)]!;
  return {
    criticalValue,
    intervals: effects.map(({ estimate, standardError }) => ({
      lower: estimate - criticalValue * standardError,
      upper: estimate + criticalValue * standardError,
      level,
    })),
    replicates,
    method: "multiplier bootstrap, Mammen weights by cluster, largest |t|",
    warnings: clusters < 40 ? ["few-clusters"] : [],
  };
}
