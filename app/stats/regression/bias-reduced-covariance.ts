import { ArgumentError } from "../arguments";
import { columnOf, identity, type Matrix, zeros } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";
import { type Refusal, refuse } from "../result";
import { type ClusterProjections, clusterProjections } from "./cluster-projections";
import { clustersOfFit } from "./fit-clusters";
import type { GroupIds } from "./group-codes";
import type { CovarianceEstimate, LinearFit } from "./linear-fit";
import { sandwich } from "./sandwich-product";

export interface BiasReducedCovariance extends CovarianceEstimate {
  readonly degreesOfFreedom: Float64Array;
  /** The same for the unadjusted CR0, and CR1 whatever its factors: tells how far G − 1 is off. */
  readonly unadjustedDegreesOfFreedom: Float64Array;
  readonly clusters: number;
}

/** Directions with less than this left over are fitted exactly by the cluster and carry no residual. */
const FULL_LEVERAGE = 1e-10;

/**
 * CR2, the cluster-robust covariance that is unbiased under homoskedasticity, with Satterthwaite degrees of freedom for
 * each coefficient. For few (under 40) or unequal clusters.
 *
 * V = B(Σ_g X_g′A_g e_g e_g′A_g′X_g)B with A_g = (I − H_gg)^{+1/2}, H the projection on slopes *and* effects, B = (X′X)⁻¹;
 * df_j = (tr P_j)²/tr(P_j²), P_j the G × G matrix whose quadratic form in iid errors is V_jj.
 * In an orthonormal basis Z of the projection A_g acts through the eigenvectors of Z_g′Z_g alone, so that no cluster's
 * n_g × n_g matrix is formed.
 *
 * Source: Bell and McCaffrey (2002); Pustejovsky and Tipton (2018), with an identity working model.
 * R: `clubSandwich::coef_test(lm(y ~ x + factor(a) + factor(m)), vcov = "CR2", cluster = g, test = "Satterthwaite")`.
 * Throws ArgumentError for a weighted fit, lengths that differ, or when effects that cut across the clusters have too many
 * levels to hold as dummies. Refuses "too-few-clusters" under two.
 */
export function biasReducedCovariance(fit: LinearFit, cluster: GroupIds): BiasReducedCovariance | Refusal {
  if (fit.weights !== null) throw new ArgumentError("fit", "CR2 is for unweighted fits");
  const clusters = clustersOfFit(fit, cluster, "cluster");
  if (clusters.count < 2) return refuse("too-few-clusters", { clusters: clusters.count });
  const projections = clusterProjections(fit, clusters);
  const { meat, degreesOfFreedom } = adjustedScores(fit, projections, inverseRootOfRemainder);
  const unadjusted = adjustedScores(fit, projections, (gram) => identity(gram.rows));
  return {
    matrix: sandwich(fit.rootInverse, meat, 1),
    degreesOfFreedom,
    unadjustedDegreesOfFreedom: unadjusted.degreesOfFreedom,
    method: "CR2 cluster-robust, Satterthwaite degrees of freedom",
    warnings: [],
    clusters: clusters.count,
  };
}

/** Meat Σ s_g s_g′ of the scores adjusted by A_g, in orthonormal coordinates, and the df of each coefficient. */
function adjustedScores(
  fit: LinearFit,
  { width, grams, residualSums }: ClusterProjections,
  adjustmentOf: (gram: Matrix) => Matrix,
): { meat: Float64Array; degreesOfFreedom: Float64Array } {
  const k = fit.coefficients.length;
  const offset = width - k;
  const meat = new Float64Array(k * k);
  const quadratics = Array.from({ length: k }, () => ({
    own: new Float64Array(grams.length),
    shared: new Float64Array(grams.length * width),
  }));
  grams.forEach((gram, g) => {
    const adjustment = adjustmentOf(gram);
    const score = new Float64Array(k);
    for (let j = 0; j < k; j++) {
      score[j] = dot(columnOf(adjustment, offset + j), residualSums.subarray(g * width, (g + 1) * width));
    }
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) meat[a + b * k]! += score[a]! * score[b]!;
    for (let j = 0; j < k; j++) {
      // Coefficient j reads the basis through row j of R⁻¹.
      const direction = new Float64Array(width);
      for (let t = j; t < k; t++) {
        const weight = fit.rootInverse.values[j + t * k]!;
        const column = columnOf(adjustment, offset + t);
        for (let a = 0; a < width; a++) direction[a]! += weight * column[a]!;
      }
      const { own, shared } = quadratics[j]!;
      for (let a = 0; a < width; a++) {
        const image = dot(columnOf(gram, a), direction);
        shared[g * width + a] = image;
        own[g]! += image * direction[a]!;
      }
    }
  });
  return {
    meat,
    degreesOfFreedom: Float64Array.from(quadratics, ({ own, shared }) => satterthwaite(own, shared, width)),
  };
}

/** W f(Λ) W′ of Z_g′Z_g = WΛW′ with f(λ) = (1 − λ)^{−1/2}, or 0 at λ = 1. */
function inverseRootOfRemainder(gram: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(gram);
  const width = gram.rows;
  const result = zeros(width, width);
  for (let e = 0; e < width; e++) {
    const left = 1 - values[e]!;
    if (left < FULL_LEVERAGE) continue;
    const factor = 1 / Math.sqrt(left);
    const w = columnOf(vectors, e);
    for (let b = 0; b < width; b++) {
      const column = columnOf(result, b);
      const scaled = factor * w[b]!;
      for (let a = 0; a < width; a++) column[a]! += scaled * w[a]!;
    }
  }
  return result;
}

/** (tr P)²/tr(P²) for P_gh = δ_gh own_g − shared_g′shared_h. */
function satterthwaite(own: Float64Array, shared: Float64Array, width: number): number {
  const clusters = own.length;
  let trace = 0;
  let squares = 0;
  for (let g = 0; g < clusters; g++) {
    const left = shared.subarray(g * width, (g + 1) * width);
    for (let h = 0; h <= g; h++) {
      let value = -dot(left, shared.subarray(h * width, (h + 1) * width));
      if (g === h) {
        value += own[g]!;
        trace += value;
      }
      squares += (g === h ? 1 : 2) * value * value;
    }
  }
  return (trace * trace) / squares;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
