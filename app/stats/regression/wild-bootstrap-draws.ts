import type { Generator } from "../random/generator";

export type WildWeights = "rademacher" | "webb";

/** d_h′u_h by cluster, and d_g′(M u_h)_g as `projected[g * G + h]`, for one part of the restricted residuals. */
export interface ClusterContributions {
  readonly sums: Float64Array;
  readonly projected: Float64Array;
}

export interface BootstrapMoments {
  readonly draws: number;
  /** |t*| of a draw when the estimate lies `distance` from the null. */
  absoluteT(draw: number, distance: number): number;
}

export interface BootstrapPlan {
  readonly fromResiduals: ClusterContributions;
  readonly fromNull: ClusterContributions;
  readonly clusters: number;
  readonly weights: WildWeights;
  /** null: every pattern of signs. */
  readonly draws: number | null;
  readonly generator: Generator;
}

/** ±√(1/2), ±1, ±√(3/2): mean 0, variance 1, third moment 0. */
const WEBB = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)] as const;

/** Of each draw five numbers are kept: β* − β₀ is linear and its variance quadratic in the distance from the null. */
export function drawBootstrapMoments(plan: BootstrapPlan): BootstrapMoments {
  const { fromResiduals, fromNull, clusters, weights, generator } = plan;
  const draws = plan.draws ?? 2 ** clusters;
  const moments = new Float64Array(draws * 5);
  const v = new Float64Array(clusters);
  for (let b = 0; b < draws; b++) {
    for (let h = 0; h < clusters; h++) {
      if (plan.draws === null) v[h] = Math.floor(b / 2 ** h) % 2 === 0 ? 1 : -1;
      else if (weights === "webb") v[h] = WEBB[generator.int(6)]!;
      else v[h] = generator.int(2) === 0 ? 1 : -1;
    }
    const at = b * 5;
    for (let g = 0; g < clusters; g++) {
      moments[at]! += v[g]! * fromResiduals.sums[g]!;
      moments[at + 1]! += v[g]! * fromNull.sums[g]!;
      let residual = 0;
      let atNull = 0;
      for (let h = 0; h < clusters; h++) {
        residual += v[h]! * fromResiduals.projected[g * clusters + h]!;
        atNull += v[h]! * fromNull.projected[g * clusters + h]!;
      }
      moments[at + 2]! += residual * residual;
      moments[at + 3]! += 2 * residual * atNull;
      moments[at + 4]! += atNull * atNull;
    }
  }
  return {
    draws,
    absoluteT(draw, distance) {
      const at = draw * 5;
      const shift = moments[at]! + distance * moments[at + 1]!;
      const variance = moments[at + 2]! + distance * (moments[at + 3]! + distance * moments[at + 4]!);
      return variance > 0 ? Math.abs(shift) / Math.sqrt(variance) : Number.POSITIVE_INFINITY;
    },
  };
}
