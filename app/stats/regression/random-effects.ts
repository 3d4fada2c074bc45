import { requireSameLength } from "../arguments";
import { choleskyFactor, choleskySolve } from "../linear-algebra/cholesky";
import { zeros } from "../linear-algebra/matrix";
import { type Refusal, refuse } from "../result";
import { classicalCovariance } from "./classical-covariance";
import { type CoefficientEstimate, coefficientTable } from "./coefficient-table";
import { groupMeans } from "./effect-absorption";
import { type FixedEffectsFit, fixedEffects } from "./fixed-effects";
import { countRows, encodeGroups } from "./group-codes";
import type { GroupedRegressionInput } from "./grouped-moments";
import type { CovarianceEstimate } from "./linear-fit";
import { type OrdinaryLeastSquaresFit, ordinaryLeastSquares } from "./ordinary-least-squares";
import { checkRegressionInput } from "./regression-input";

export interface RandomEffectsFit {
  readonly coefficients: readonly CoefficientEstimate[];
  readonly covariance: CovarianceEstimate;
  /** Least squares on the quasi-demeaned columns. */
  readonly fit: OrdinaryLeastSquaresFit;
  readonly idiosyncraticVariance: number;
  readonly groupVariance: number;
  /** θ_g = 1 − √(σ_ν²/(σ_ν² + n_g σ_η²)), in the order of the ascending group identifiers. */
  readonly theta: Float64Array;
  readonly withinFit: FixedEffectsFit;
  readonly warnings: readonly string[];
}

/**
 * Random effects by feasible generalised least squares with Swamy and Arora's variance components, in the form of Baltagi and
 * Chang (1994) for groups of unequal size.
 *
 * σ_ν² = within RSS/(n − G − k_w). With z̄_g the group means (and a 1) and Q_b = Σ n_g ē_g² the residual sum of squares of the
 * between regression over rows: σ_η² = (Q_b − (G − K)σ_ν²)/(n − tr((Σ n_g z̄z̄′)⁻¹ Σ n_g² z̄z̄′)), K with the intercept.
 * A negative σ_η² is set to 0 with a warning. Then least squares on y − θ_g ȳ_g, df = n − K.
 *
 * R: `plm(y ~ x, model = "random")`, `ercomp`. Throws as `fixedEffects`; refuses as it does and "too-few-clusters" when G ≤ K.
 */
export function randomEffects(
  input: GroupedRegressionInput & { readonly level?: number },
): RandomEffectsFit | Refusal {
  const names = checkRegressionInput(input.outcome, input.covariates, input.names);
  requireSameLength(input.group, input.outcome.length, "group");
  const groups = encodeGroups(input.group, "group");
  // Singletons carry between-group information, so they stay.
  const withinFit = fixedEffects({ ...input, effects: [input.group], keepSingletons: true });
  if ("refused" in withinFit) return withinFit;
  const idiosyncraticVariance = withinFit.residualSumOfSquares / withinFit.residualDegreesOfFreedom;
  const rows = countRows(groups);
  const n = input.outcome.length;

  const outcomeMeans = groupMeans(groups, rows, input.outcome);
  const covariateMeans = input.covariates.map((column) => groupMeans(groups, rows, column));
  const between = ordinaryLeastSquares({
    outcome: outcomeMeans,
    covariates: covariateMeans,
    weights: rows,
    names,
  });
  if ("refused" in between) return between;
  const k = between.coefficients.length;
  if (groups.count <= k) return refuse("too-few-clusters", { groups: groups.count, coefficients: k });
  const quadratic = between.residualSumOfSquares;
  const denominator = n - traceOfSquaredSizes(between.design, rows);
  const component = (quadratic - (groups.count - k) * idiosyncraticVariance) / denominator;
  const groupVariance = Math.max(component, 0);
  const theta = rows.map(
    (size) => 1 - Math.sqrt(idiosyncraticVariance / (idiosyncraticVariance + size * groupVariance)),
  );

  const quasiDemean = (column: ArrayLike<number>, means: ArrayLike<number>) =>
    Float64Array.from(groups.codes, (code, i) => column[i]! - theta[code]! * means[code]!);
  const fit = ordinaryLeastSquares({
    outcome: quasiDemean(input.outcome, outcomeMeans),
    covariates: [
      Float64Array.from(groups.codes, (code) => 1 - theta[code]!),
      ...input.covariates.map((column, c) => quasiDemean(column, covariateMeans[c]!)),
    ],
    names: ["(Intercept)", ...names],
    intercept: false,
  });
  if ("refused" in fit) return fit;
  const warnings = component < 0 ? ["the variance between groups is estimated below 0 and set to 0"] : [];
  const covariance = { ...classicalCovariance(fit), method: "random effects (Swamy–Arora)", warnings };
  return {
    // Column 0 of the transformed regression is the intercept.
    coefficients: coefficientTable(fit, covariance, input.level).map((row) => ({
      ...row,
      column: row.column - 1,
    })),
    covariance,
    fit,
    idiosyncraticVariance,
    groupVariance,
    theta,
    withinFit,
    warnings,
  };
}

/** tr((Σ n z̄z̄′)⁻¹ Σ n² z̄z̄′). */
function traceOfSquaredSizes(design: readonly Float64Array[], rows: Float64Array): number {
  const k = design.length;
  const gram = zeros(k, k);
  const squared = zeros(k, k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      for (let g = 0; g < rows.length; g++) {
        const product = rows[g]! * design[a]![g]! * design[b]![g]!;
        gram.values[a + b * k]! += product;
        squared.values[a + b * k]! += rows[g]! * product;
      }
    }
  }
  const factor = choleskyFactor(gram);
  if (factor === null) return Number.NaN;
  let trace = 0;
  for (let b = 0; b < k; b++) trace += choleskySolve(factor, squared.values.subarray(b * k, (b + 1) * k))[b]!;
  return trace;
}
