import { ArgumentError, requireCount, requireLabels, requireOpenProbability } from "../arguments";
import { moments } from "../proportions/moments";
import type { Generator } from "../random/generator";
import { type Estimate, type Refusal, refuse } from "../result";
import { quantileOfSorted } from "./sample-quantile";

/** A statistic of some rows, by their numbers; a row drawn twice comes twice. NaN where those rows have no answer. */
export type RowStatistic = (rows: Int32Array) => number;

export interface BootstrapOptions {
  readonly generator: Generator;
  /** 1,999 unless said. */
  readonly replicates?: number;
  readonly level?: number;
}

export interface BootstrapEstimate extends Estimate {
  /** Of the replicates that had an answer, in the order drawn. */
  readonly replicates: Float64Array;
  /** Replicates without an answer. */
  readonly failed: number;
}

/**
 * Bootstrap over rows: percentile interval and standard deviation of the statistic over samples of n rows drawn with
 * replacement. Source: Efron and Tibshirani (1993). R: `boot::boot(data, statistic, R)`, `boot.ci(type = "perc")`.
 * Throws if n is no count. Refuses: no-base at n = 0, too-few-observations at n = 1, no-variation where fewer than half of
 * the replicates have an answer.
 */
export function bootstrap(
  n: number,
  statistic: RowStatistic,
  options: BootstrapOptions,
): BootstrapEstimate | Refusal {
  requireCount(n, "n");
  if (n === 0) return refuse("no-base", { n });
  if (n === 1) return refuse("too-few-observations", { n, needed: 2 });
  const rows = new Int32Array(n);
  const draw = () => {
    for (let i = 0; i < n; i++) rows[i] = options.generator.int(n);
    return rows;
  };
  return summarise(n, statistic, draw, options, "bootstrap percentile");
}

/**
 * Bootstrap over whole clusters: as many clusters as there are, drawn with replacement, all rows of each. `clusters` holds
 * one label a row. Source: Cameron, Gelbach and Miller (2008), pairs cluster bootstrap. R: `boot` over cluster labels.
 * Throws if a label is missing. Refuses: no-base without rows, too-few-clusters below two.
 */
export function clusterBootstrap(
  clusters: ArrayLike<unknown>,
  statistic: RowStatistic,
  options: BootstrapOptions,
): BootstrapEstimate | Refusal {
  const n = clusters.length;
  requireLabels(clusters, "clusters");
  if (n === 0) return refuse("no-base", { n });
  const members = [...rowsByLabel(clusters).values()];
  if (members.length < 2) return refuse("too-few-clusters", { clusters: members.length, needed: 2 });
  const draw = () => {
    const drawn = members.map(() => members[options.generator.int(members.length)]!);
    const rows = new Int32Array(drawn.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of drawn) {
      rows.set(part, at);
      at += part.length;
    }
    return rows;
  };
  return summarise(n, statistic, draw, options, "cluster bootstrap percentile");
}

/** Row numbers by label, labels in the order they first appear. */
export function rowsByLabel(labels: ArrayLike<unknown>): Map<unknown, number[]> {
  const members = new Map<unknown, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const known = members.get(labels[i]);
    if (known) known.push(i);
    else members.set(labels[i], [i]);
  }
  return members;
}

function summarise(
  n: number,
  statistic: RowStatistic,
  draw: () => Int32Array,
  { replicates = 1999, level = 0.95 }: BootstrapOptions,
  method: string,
): BootstrapEstimate | Refusal {
  requireOpenProbability(level, "level");
  if (!(Number.isInteger(replicates) && replicates >= 2)) {
    throw new ArgumentError("replicates", `must be a whole number of at least 2, got ${replicates}`);
  }
  const estimate = statistic(Int32Array.from({ length: n }, (_, i) => i));
  const values: number[] = [];
  for (let b = 0; b < replicates; b++) {
    const value = statistic(draw());
    if (Number.isFinite(value)) values.push(value);
  }
  const failed = replicates - values.length;
  if (!Number.isFinite(estimate) || values.length < Math.max(2, replicates / 2)) {
    return refuse("no-variation", { failed, replicates });
  }
  const kept = Float64Array.from(values);
  const sorted = Float64Array.from(kept).sort();
  const tail = (1 - level) / 2;
  return {
    estimate,
    standardError: Math.sqrt(moments(kept).variance),
    interval: { lower: quantileOfSorted(sorted, tail), upper: quantileOfSorted(sorted, 1 - tail), level },
    degreesOfFreedom: Infinity,
    n,
    method,
    warnings: failed > 0 ? ["failed-replicates"] : [],
    replicates: kept,
    failed,
  };
}
