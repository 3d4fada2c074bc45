import { ArgumentError } from "../arguments";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";
import { type Refusal, refuse } from "../result";
import { countConnectedComponents } from "./connected-components";
import { clusterScores, clustersOfFit } from "./fit-clusters";
import { crossGroups, type GroupCodes, type GroupIds, isNested } from "./group-codes";
import type { CovarianceEstimate, LinearFit } from "./linear-fit";
import { orthonormalScores, sandwich } from "./sandwich-product";

export interface ClusteredCovarianceOptions {
  /**
   * K of the factor (n − 1)/(n − K).
   * "nested" (the default): slopes and effects not nested in the clusters, one for the constant (fixest, Stata's xtreg).
   * "all": slopes and every absorbed degree of freedom (R's lm with dummies, Stata's areg).
   * "slopes": slopes alone (plm's "sss").  "none": the factor is 1 (clubSandwich's CR1).
   */
  readonly parametersCounted?: "nested" | "all" | "slopes" | "none";
  /** G/(G − 1): of the smaller classification for all terms ("minimum", the default), each term's own, or left out (CR0). */
  readonly groupFactor?: "minimum" | "each" | "none";
}

export interface ClusteredCovariance extends CovarianceEstimate {
  readonly degreesOfFreedom: number;
  /** Clusters in each classification. */
  readonly clusters: readonly number[];
  /** K as counted; NaN where the factor is left out. */
  readonly parameters: number;
}

/**
 * Cluster-robust covariance, one way or two ways.
 *
 * One way, CR1: B(Σ_g s_g s_g′)B · G/(G−1) · (n−1)/(n−K), s_g = X_g′e_g, B = (X′X)⁻¹.
 * Two ways (Cameron, Gelbach and Miller 2011): V₁ + V₂ − V₁₂, each with its factor. Where that is not positive
 * semi-definite the negative eigenvalues are set to 0 and a warning says so.
 * t with G − 1, of the smaller classification when there are two.
 *
 * R: `fixest::feols(y ~ x | a + m, cluster = ~a)` (default `ssc`); `sandwich::vcovCL(lm, cluster = ~a)` is "all" (for a
 * fit without effects "nested" is the same); two ways `vcovCL(lm, ~a + m)` is "all" with "each".
 * Throws ArgumentError on no or more than two classifications and lengths that differ.
 * Refuses "too-few-clusters" when a classification has fewer than two.
 */
export function clusteredCovariance(
  fit: LinearFit,
  clusters: readonly GroupIds[],
  options: ClusteredCovarianceOptions = {},
): ClusteredCovariance | Refusal {
  if (clusters.length < 1 || clusters.length > 2) {
    throw new ArgumentError("clusters", `must be one or two classifications, are ${clusters.length}`);
  }
  const groups = clusters.map((ids, c) => clustersOfFit(fit, ids, `clusters[${c}]`));
  const counts = groups.map((group) => group.count);
  const fewest = Math.min(...counts);
  if (fewest < 2) return refuse("too-few-clusters", { clusters: counts });

  const groupFactor = options.groupFactor ?? "minimum";
  const factorOf = (count: number): number => {
    if (groupFactor === "none") return 1;
    const g = groupFactor === "each" ? count : fewest;
    return g / (g - 1);
  };
  const counted = options.parametersCounted ?? "nested";
  const parameters = counted === "none" ? Number.NaN : countParameters(fit, groups, counted);
  if (parameters >= fit.n) return refuse("too-few-observations", { n: fit.n, parameters });
  const sizeFactor = counted === "none" ? 1 : (fit.n - 1) / (fit.n - parameters);

  const k = fit.coefficients.length;
  const meat = new Float64Array(k * k);
  for (const group of groups) addMeat(meat, fit, group, factorOf(group.count));
  if (groups.length === 2) {
    const cells = crossGroups(groups[0]!, groups[1]!);
    addMeat(meat, fit, cells, -factorOf(cells.count));
  }
  const matrix = sandwich(fit.rootInverse, meat, sizeFactor);
  const repaired = groups.length === 2 && removeNegativeEigenvalues(matrix.values, k);
  const name = groupFactor === "none" && counted === "none" ? "CR0" : "CR1";
  return {
    matrix,
    degreesOfFreedom: fewest - 1,
    method: groups.length === 1 ? `${name} cluster-robust` : `${name} two-way cluster-robust`,
    warnings: repaired
      ? ["two-way covariance was not positive semi-definite: negative eigenvalues set to 0"]
      : [],
    clusters: counts,
    parameters,
  };
}

function countParameters(
  fit: LinearFit,
  clusters: readonly GroupCodes[],
  counted: "nested" | "all" | "slopes",
): number {
  const k = fit.coefficients.length;
  if (counted === "slopes" || fit.effects.length === 0) return k;
  if (counted === "all") return k + fit.absorbedDegreesOfFreedom;
  const nested = fit.effects.filter((effect) => clusters.some((cluster) => isNested(effect, cluster)));
  if (nested.length === 0) return k + fit.absorbedDegreesOfFreedom;
  // The nested effects' dimensions go, the constant among them stays.
  let nestedDimensions = fit.absorbedDegreesOfFreedom;
  if (nested.length < fit.effects.length) {
    const [first, second] = nested;
    nestedDimensions = first!.count;
    if (second !== undefined) nestedDimensions += second.count - countConnectedComponents(first!, second);
  }
  return k + fit.absorbedDegreesOfFreedom - nestedDimensions + 1;
}

function addMeat(meat: Float64Array, fit: LinearFit, clusters: GroupCodes, factor: number): void {
  const k = fit.coefficients.length;
  const scores = orthonormalScores(clusterScores(fit, clusters, fit.residuals), fit.rootInverse);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let at = 0; at < scores.length; at += k) sum += scores[at + a]! * scores[at + b]!;
      meat[a + b * k]! += factor * sum;
      if (a !== b) meat[b + a * k]! += factor * sum;
    }
  }
}

/** Rebuilds a symmetric k × k matrix without its negative eigenvalues, in place; false if it had none. */
function removeNegativeEigenvalues(values: Float64Array, k: number): boolean {
  // Judged on the correlation scale, so that the units of the covariates do not decide what rounding error is.
  const root = Float64Array.from({ length: k }, (_, j) => Math.sqrt(Math.abs(values[j + j * k]!)) || 1);
  const scaled = values.map((value, at) => value / (root[at % k]! * root[Math.floor(at / k)]!));
  if (symmetricEigen({ rows: k, columns: k, values: scaled }).values[0]! >= -1e-12) return false;
  const { values: eigenvalues, vectors } = symmetricEigen({ rows: k, columns: k, values });
  values.fill(0);
  for (let e = 0; e < k; e++) {
    if (!(eigenvalues[e]! > 0)) continue;
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        values[a + b * k]! += eigenvalues[e]! * vectors.values[a + e * k]! * vectors.values[b + e * k]!;
      }
    }
  }
  return true;
}
