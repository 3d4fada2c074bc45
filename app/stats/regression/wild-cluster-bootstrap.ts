import { ArgumentError, requireFinite, requireOpenProbability } from "../arguments";
import type { Generator } from "../random/generator";
import { type Interval, type Refusal, refuse } from "../result";
import { createAbsorber } from "./effect-absorption";
import { clustersOfFit } from "./fit-clusters";
import type { GroupCodes, GroupIds } from "./group-codes";
import type { LinearFit } from "./linear-fit";
import { orthonormalRows } from "./orthonormal-rows";
import { type BootstrapMoments, drawBootstrapMoments, type WildWeights } from "./wild-bootstrap-draws";

export interface WildClusterBootstrapInput {
  readonly fit: LinearFit;
  readonly cluster: GroupIds;
  /** Position of the coefficient in `fit.names`. */
  readonly coefficient: number;
  readonly generator: Generator;
  /** Draws when not all sign patterns are gone through; 9999 unless said. */
  readonly draws?: number;
  /** "webb" with fewer than 8 clusters, else "rademacher", unless said. */
  readonly weights?: WildWeights;
  /** Value of the coefficient under the null hypothesis; 0 unless said. */
  readonly nullValue?: number;
  readonly level?: number;
}

export interface WildClusterBootstrap {
  readonly estimate: number;
  readonly nullValue: number;
  /** (β̂ − β₀) over the cluster-robust standard error without small-sample factors (CR0). */
  readonly tStatistic: number;
  /** Share of |t*| at or above |t|; where all patterns are gone through it counts the data's own. */
  readonly pValue: number;
  readonly asExtreme: number;
  readonly draws: number;
  readonly enumerated: boolean;
  readonly weights: WildWeights;
  readonly clusters: number;
  /** The nulls the same draws do not reject; infinite on a side where none is rejected. */
  readonly interval: Interval;
  readonly n: number;
  readonly method: string;
  readonly warnings: readonly string[];
}

/** With fewer clusters two-point weights give too few distinct patterns (2^7 = 128) for a p value. */
const WEBB_BELOW_CLUSTERS = 8;
/** Relative slack in |t*| ≥ |t|, so that the data's own pattern counts in spite of rounding. */
const TIE = 1e-9;

/**
 * Wild cluster restricted bootstrap of one coefficient's t statistic: residuals under the null, multiplied by one random
 * sign (Rademacher) or six-point (Webb) weight a cluster, effects re-estimated in every draw.
 *
 * β* and its cluster-robust variance are linear and quadratic in the weights through G × G numbers, computed once; the
 * null value enters as a polynomial, so that the interval (by inverting the test) costs no further draw.
 * All 2^G sign patterns are gone through when they are no more than `draws`.
 *
 * Source: Cameron, Gelbach and Miller (2008); Webb (2023); MacKinnon, Nielsen and Webb (2023).
 * R: `fwildclusterboot::boottest(fit, clustid, param, B, type = "rademacher", impose_null = TRUE)`.
 * Throws ArgumentError for a weighted fit, an unknown coefficient, draws below 99, a level outside (0, 1).
 * Refuses "too-few-clusters" under three.
 */
export function wildClusterBootstrap(input: WildClusterBootstrapInput): WildClusterBootstrap | Refusal {
  const { fit, coefficient, generator } = input;
  const draws = input.draws ?? 9999;
  const nullValue = input.nullValue ?? 0;
  const level = input.level ?? 0.95;
  requireOpenProbability(level, "level");
  requireFinite(nullValue, "nullValue");
  if (fit.weights !== null) throw new ArgumentError("fit", "the wild bootstrap is for unweighted fits");
  if (!(Number.isInteger(draws) && draws >= 99))
    throw new ArgumentError("draws", `must be at least 99, got ${draws}`);
  if (fit.coefficients[coefficient] === undefined) {
    throw new ArgumentError("coefficient", `must be 0 to ${fit.coefficients.length - 1}, got ${coefficient}`);
  }
  const clusters = clustersOfFit(fit, input.cluster, "cluster");
  if (clusters.count < 3) return refuse("too-few-clusters", { clusters: clusters.count });
  const weights = input.weights ?? (clusters.count < WEBB_BELOW_CLUSTERS ? "webb" : "rademacher");
  const enumerated = weights === "rademacher" && 2 ** clusters.count <= draws;

  const { moments, variance } = prepareMoments(
    fit,
    clusters,
    coefficient,
    weights,
    enumerated ? null : draws,
    generator,
  );
  const estimate = fit.coefficients[coefficient]!;
  const countExtreme = (distance: number): number => {
    const bound = (Math.abs(distance) / Math.sqrt(variance)) * (1 - TIE);
    let count = 0;
    for (let b = 0; b < moments.draws; b++) if (moments.absoluteT(b, distance) >= bound) count += 1;
    return count;
  };
  const asExtreme = countExtreme(estimate - nullValue);
  const interval = invert(
    estimate,
    Math.sqrt(variance),
    level,
    (at) => countExtreme(estimate - at) / moments.draws,
  );
  const warnings: string[] = [];
  if (!Number.isFinite(interval.lower) || !Number.isFinite(interval.upper)) {
    warnings.push("no null value is rejected on some side: too few weight patterns for this level");
  }
  return {
    estimate,
    nullValue,
    tStatistic: (estimate - nullValue) / Math.sqrt(variance),
    pValue: asExtreme / moments.draws,
    asExtreme,
    draws: moments.draws,
    enumerated,
    weights,
    clusters: clusters.count,
    interval,
    n: fit.n,
    method: `wild cluster restricted bootstrap, ${weights}${enumerated ? ", all patterns" : ""}`,
    warnings,
  };
}

/**
 * With d = X(X′X)⁻¹c, β̂ = d′y for any outcome, and the cluster scores of the variance are d_g′(Mu)_g. Restricted residuals
 * at β₀ are ê + (β̂ − β₀)·d/(d′d): two parts, each cut by cluster and projected off slopes and effects once.
 */
function prepareMoments(
  fit: LinearFit,
  clusters: GroupCodes,
  coefficient: number,
  weights: WildWeights,
  draws: number | null,
  generator: Generator,
): { moments: BootstrapMoments; variance: number } {
  const k = fit.coefficients.length;
  const n = fit.residuals.length;
  const g = clusters.count;
  const orthonormal = orthonormalRows(fit);
  const d = new Float64Array(n);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let t = coefficient; t < k; t++) {
      sum += orthonormal[i * k + t]! * fit.rootInverse.values[coefficient + t * k]!;
    }
    d[i] = sum;
    squares += sum * sum;
  }
  const absorber = fit.effects.length > 0 ? createAbsorber(fit.effects) : null;
  const part = (residuals: Float64Array, scale: number) => {
    const sums = new Float64Array(g);
    const projected = new Float64Array(g * g);
    for (let h = 0; h < g; h++) {
      const cut = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        if (clusters.codes[i] !== h) continue;
        cut[i] = scale * residuals[i]!;
        sums[h]! += d[i]! * cut[i]!;
      }
      projectOff(cut, orthonormal, k);
      absorber?.residualise([cut]);
      for (let i = 0; i < n; i++) projected[clusters.codes[i]! * g + h]! += d[i]! * cut[i]!;
    }
    return { sums, projected };
  };
  const fromResiduals = part(fit.residuals, 1);
  const fromNull = part(d, 1 / squares);
  let variance = 0;
  for (const sum of fromResiduals.sums) variance += sum * sum;
  return {
    moments: drawBootstrapMoments({ fromResiduals, fromNull, clusters: g, weights, draws, generator }),
    variance,
  };
}

/** Takes the slopes out of a column; they are orthogonal to the effects, so the order does not matter. */
function projectOff(column: Float64Array, orthonormal: Float64Array, k: number): void {
  const coefficients = new Float64Array(k);
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (value !== 0) for (let j = 0; j < k; j++) coefficients[j]! += orthonormal[i * k + j]! * value;
  }
  for (let i = 0; i < column.length; i++) {
    for (let j = 0; j < k; j++) column[i]! -= orthonormal[i * k + j]! * coefficients[j]!;
  }
}

/** Walks outwards from the estimate, where p = 1, until the null is rejected, then halves the step in between. */
function invert(
  estimate: number,
  standardError: number,
  level: number,
  pValueAt: (at: number) => number,
): Interval {
  const limit = (side: number): number => {
    let inside = 0;
    let outside = 2 * standardError;
    for (let doublings = 0; pValueAt(estimate + side * outside) > 1 - level; doublings++) {
      if (doublings === 30) return side * Number.POSITIVE_INFINITY;
      inside = outside;
      outside *= 2;
    }
    for (let halvings = 0; halvings < 50; halvings++) {
      const middle = (inside + outside) / 2;
      if (pValueAt(estimate + side * middle) > 1 - level) inside = middle;
      else outside = middle;
    }
    return estimate + side * inside;
  };
  return { lower: limit(-1), upper: limit(1), level };
}
