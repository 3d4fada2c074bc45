import { ArgumentError } from "../arguments";
import { createGenerator } from "../random/generator";
import { biasReducedCovariance } from "../regression/bias-reduced-covariance";
import { type ClusteredCovarianceOptions, clusteredCovariance } from "../regression/clustered-covariance";
import { type CoefficientEstimate, coefficientTable } from "../regression/coefficient-table";
import { type FixedEffectsFit, type FixedEffectsInput, fixedEffects } from "../regression/fixed-effects";
import type { GroupIds } from "../regression/group-codes";
import { type WildClusterBootstrap, wildClusterBootstrap } from "../regression/wild-cluster-bootstrap";
import { isRefusal, type Refusal } from "../result";

export interface FixedEffectsTask extends FixedEffectsInput {
  /** One or two classifications whose rows belong together. */
  readonly clusters: readonly GroupIds[];
  /** "clustered" CR1, one way or two (the default); "bias-reduced" CR2 with Satterthwaite df, one way, for few clusters. */
  readonly errors?: "clustered" | "bias-reduced";
  /** Of the clustered errors. */
  readonly covariance?: ClusteredCovarianceOptions;
  /** Wild cluster bootstrap of every coefficient as well, by the first classification. */
  readonly wild?: { readonly seed: number | string; readonly draws?: number };
  readonly level?: number;
}

/** What is left of a fixed-effects fit when its million residuals and projected columns stay in the worker. */
export interface FixedEffectsAnswer
  extends Pick<
    FixedEffectsFit,
    | "n"
    | "levels"
    | "dropped"
    | "singletonsDropped"
    | "absorbedDegreesOfFreedom"
    | "absorbedDegreesOfFreedomExact"
    | "residualDegreesOfFreedom"
    | "withinRSquared"
    | "adjustedWithinRSquared"
    | "overallRSquared"
    | "residualStandardError"
  > {
  readonly coefficients: readonly CoefficientEstimate[];
  readonly covariance: readonly number[];
  readonly errors: string;
  /** In the order of the coefficients; empty unless asked for. */
  readonly wild: ReadonlyArray<WildClusterBootstrap | Refusal>;
  readonly warnings: readonly string[];
}

/**
 * Slopes with one to three fixed effects and errors for rows that belong together, as one answer; see `fixedEffects`,
 * `clusteredCovariance`, `biasReducedCovariance`, `wildClusterBootstrap` for what is computed, thrown and refused.
 */
export function fixedEffectsAnswer(task: FixedEffectsTask): FixedEffectsAnswer | Refusal {
  const [cluster] = task.clusters;
  if (!cluster) throw new ArgumentError("clusters", "needs at least one classification");
  if (task.errors === "bias-reduced" && task.clusters.length > 1) {
    throw new ArgumentError("clusters", "bias-reduced errors take one classification");
  }
  const fit = fixedEffects(task);
  if (isRefusal(fit)) return fit;
  const covariance =
    task.errors === "bias-reduced"
      ? biasReducedCovariance(fit, cluster)
      : clusteredCovariance(fit, task.clusters, task.covariance);
  if (isRefusal(covariance)) return covariance;
  const { wild, level } = task;
  const generator = wild && createGenerator(wild.seed);
  return {
    n: fit.n,
    levels: fit.levels,
    dropped: fit.dropped,
    singletonsDropped: fit.singletonsDropped,
    absorbedDegreesOfFreedom: fit.absorbedDegreesOfFreedom,
    absorbedDegreesOfFreedomExact: fit.absorbedDegreesOfFreedomExact,
    residualDegreesOfFreedom: fit.residualDegreesOfFreedom,
    withinRSquared: fit.withinRSquared,
    adjustedWithinRSquared: fit.adjustedWithinRSquared,
    overallRSquared: fit.overallRSquared,
    residualStandardError: fit.residualStandardError,
    coefficients: coefficientTable(fit, covariance, task.level),
    covariance: [...covariance.matrix.values],
    errors: covariance.method,
    wild: generator
      ? fit.names.map((name, coefficient) =>
          wildClusterBootstrap({
            fit,
            cluster,
            coefficient,
            generator: generator.split(name),
            draws: wild.draws,
            level,
          }),
        )
      : [],
    warnings: [...fit.warnings, ...covariance.warnings],
  };
}
