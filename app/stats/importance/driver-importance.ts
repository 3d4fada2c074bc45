import { ArgumentError, requireFiniteColumn, requireOpenProbability, requireSameLength } from "../arguments";
import type { Generator } from "../random/generator";
import { quantileOfSorted } from "../resampling/sample-quantile";
import { type Estimate, isRefusal, type Refusal, refuse } from "../result";
import {
  addRow,
  crossProducts,
  type DriverData,
  packedLength,
  type StandardisedColumns,
  standardise,
} from "./cross-products";
import { mostShapleyPredictors, sharesOfProducts, type VarianceShares } from "./variance-shares";

export interface DriverImportanceInput extends DriverData {
  /** Who belongs together (an account number, say); rows of one cluster are drawn together. Default: each row alone. */
  readonly cluster?: ArrayLike<number>;
  readonly generator: Generator;
  /** Bootstrap samples; default 999. */
  readonly replicates?: number;
  /** Default 0.95. */
  readonly level?: number;
  /** Told the share of the samples done, from time to time. */
  readonly onProgress?: (done: number) => void;
}

export interface DriverImportance extends VarianceShares {
  readonly clusters: number;
  /** Per predictor, with the standard deviation over the samples and their percentile interval. */
  readonly importanceEstimate: readonly Estimate[];
  readonly shareEstimate: readonly Estimate[];
  readonly rSquaredEstimate: Estimate;
  /** Samples that could be used; the others had a constant or collinear column. */
  readonly replicatesUsed: number;
}

/**
 * What matters most, with how sure that is: LMG shares up to 15 predictors, Johnson's relative weights above, and a
 * cluster bootstrap of either (G clusters drawn with replacement, percentile interval with R's quantile type 7).
 *
 * Columns as in `shapleyImportance`; `cluster` of length n. degreesOfFreedom is Infinity: no reference distribution
 * is used. The shares describe association, and say so.
 * Source: Grömping (2006); Davison & Hinkley (1997) for resampling whole clusters.
 * R: `relaimpo::boot.relimp` for rows; for clusters `boot::boot` over `split(d, d$cluster)`.
 *
 * Throws ArgumentError as `shapleyImportance`, and for `cluster` of another length, `replicates` below 19 and
 * `level` outside (0, 1). Refuses as `shapleyImportance`, and `too-few-clusters` below two clusters,
 * `not-identified` where more than half of the samples are degenerate.
 */
export function driverImportance(input: DriverImportanceInput): DriverImportance | Refusal {
  const { cluster, generator, replicates = 999, level = 0.95, onProgress } = input;
  requireOpenProbability(level, "level");
  if (!Number.isInteger(replicates) || replicates < 19) {
    throw new ArgumentError("replicates", `must be a whole number of at least 19, got ${replicates}`);
  }
  if (cluster) {
    requireSameLength(cluster, input.outcome.length, "cluster");
    requireFiniteColumn(cluster, "cluster");
  }
  const standardised = standardise(input);
  if (isRefusal(standardised)) return standardised;
  const k = standardised.columns.length;
  const method = k - 1 <= mostShapleyPredictors ? "LMG (Shapley)" : "Johnson relative weights";
  const all = sharesOfProducts(crossProducts(standardised), k, method);
  if (isRefusal(all)) return all;

  const sample = clusterSampler(standardised, cluster);
  if (sample.clusters < 2) return refuse("too-few-clusters", { clusters: sample.clusters, needed: 2 });
  const p = k - 1;
  const drawn = Array.from({ length: 2 * p + 1 }, () => [] as number[]);
  const times = new Int32Array(sample.clusters);
  for (let replicate = 0; replicate < replicates; replicate++) {
    times.fill(0);
    for (let c = 0; c < sample.clusters; c++) times[generator.int(sample.clusters)]!++;
    const shares = sharesOfProducts(sample.products(times), k, method);
    if (onProgress && replicate % 10 === 9) onProgress((replicate + 1) / replicates);
    if (isRefusal(shares)) continue;
    for (let j = 0; j < p; j++) {
      drawn[j]!.push(shares.importance[j]!);
      drawn[p + j]!.push(shares.share[j]!);
    }
    drawn[2 * p]!.push(shares.rSquared);
  }
  const used = drawn[2 * p]!.length;
  if (used < replicates / 2) return refuse("not-identified", { replicates, used });

  const warnings = [...all.warnings];
  if (used < 0.95 * replicates) warnings.push("degenerate-replicates");
  if (sample.clusters < 40) warnings.push("few-clusters");
  const estimate = (value: number, draws: number[]): Estimate => ({
    estimate: value,
    ...spread(draws, level),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    n: all.n,
    method: `${method}, cluster bootstrap percentile interval`,
    warnings,
  });
  return {
    ...all,
    warnings,
    clusters: sample.clusters,
    importanceEstimate: all.importance.map((value, j) => estimate(value, drawn[j]!)),
    shareEstimate: all.share.map((value, j) => estimate(value, drawn[p + j]!)),
    rSquaredEstimate: estimate(all.rSquared, drawn[2 * p]!),
    replicatesUsed: used,
  };
}

function spread(draws: number[], level: number) {
  let mean = 0;
  for (const draw of draws) mean += draw / draws.length;
  let squares = 0;
  for (const draw of draws) squares += (draw - mean) ** 2;
  const sorted = Float64Array.from(draws).sort();
  return {
    standardError: Math.sqrt(squares / (draws.length - 1)),
    interval: {
      lower: quantileOfSorted(sorted, (1 - level) / 2),
      upper: quantileOfSorted(sorted, (1 + level) / 2),
      level,
    },
  };
}

/** Below this many numbers the products of every cluster are kept, so that a sample costs clusters and not rows. */
const mostKeptNumbers = 16_000_000;

function clusterSampler(standardised: StandardisedColumns, cluster: ArrayLike<number> | undefined) {
  const { columns, weights } = standardised;
  const rows = columns[0]!.length;
  const k = columns.length;
  const codeOf = new Map<number, number>();
  const code = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    if (!cluster) {
      code[i] = i;
      continue;
    }
    let c = codeOf.get(cluster[i]!);
    if (c === undefined) {
      c = codeOf.size;
      codeOf.set(cluster[i]!, c);
    }
    code[i] = c;
  }
  const clusters = cluster ? codeOf.size : rows;
  const length = packedLength(k);
  const total = new Float64Array(length);
  const kept = clusters * length <= mostKeptNumbers ? new Float64Array(clusters * length) : null;
  if (kept) {
    for (let i = 0; i < rows; i++) addRow(kept, code[i]! * length, columns, i, weights ? weights[i]! : 1);
  }
  const products = (times: Int32Array): Float64Array => {
    total.fill(0);
    if (kept) {
      for (let c = 0; c < clusters; c++) {
        const m = times[c]!;
        if (m === 0) continue;
        const from = c * length;
        for (let a = 0; a < length; a++) total[a]! += m * kept[from + a]!;
      }
      return total;
    }
    for (let i = 0; i < rows; i++) {
      const m = times[code[i]!]!;
      if (m > 0) addRow(total, 0, columns, i, m * (weights ? weights[i]! : 1));
    }
    return total;
  };
  return { clusters, products };
}
