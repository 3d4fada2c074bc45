import { type ClusteredCovarianceOptions, clusteredCovariance } from "../regression/clustered-covariance";
import { type CoefficientEstimate, coefficientTable } from "../regression/coefficient-table";
import { type FixedEffectsFit, type FixedEffectsInput, fixedEffects } from "../regression/fixed-effects";
import type { GroupIds } from "../regression/group-codes";
import { isRefusal, type Refusal } from "../result";

export interface FixedEffectsTask extends FixedEffectsInput {
  /** One or two classifications whose rows belong together. */
  readonly clusters: readonly GroupIds[];
  readonly covariance?: ClusteredCovarianceOptions;
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
  readonly clusters: readonly number[];
  readonly warnings: readonly string[];
}

/** Slopes with one to three fixed effects and clustered errors, as one answer; see `fixedEffects`, `clusteredCovariance`. */
export function fixedEffectsAnswer(task: FixedEffectsTask): FixedEffectsAnswer | Refusal {
  const fit = fixedEffects(task);
  if (isRefusal(fit)) return fit;
  const covariance = clusteredCovariance(fit, task.clusters, task.covariance);
  if (isRefusal(covariance)) return covariance;
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
    clusters: covariance.clusters,
    warnings: [...fit.warnings, ...covariance.warnings],
  };
}
