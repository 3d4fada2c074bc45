import { requireOpenProbability } from "../arguments";
import { studentTCdf, studentTQuantile } from "../distributions/student-t";
import type { Matrix } from "../linear-algebra/matrix";
import { type Refusal, refuse } from "../result";
import type { CoefficientEstimate } from "./coefficient-table";
import {
  type GroupedMoments,
  type GroupedRegressionInput,
  gatherMoments,
  inOriginalUnits,
} from "./grouped-moments";
import type { LikelihoodMethod, RandomInterceptState } from "./random-intercept-criterion";
import { searchVarianceRatio } from "./variance-ratio-search";

export interface RandomInterceptInput extends GroupedRegressionInput {
  /** "REML" unless said. */
  readonly method?: LikelihoodMethod;
  readonly level?: number;
}

export interface GroupEffect {
  readonly level: number | string;
  readonly rows: number;
  /** Best linear unbiased prediction: the group's mean residual, shrunken towards 0 by τ²/(τ² + σ²/n). */
  readonly estimate: number;
  /** Var(b | y, β) = τ²σ²/(σ² + nτ²); the uncertainty of β comes on top. */
  readonly conditionalVariance: number;
}

export interface RandomInterceptFit {
  readonly coefficients: readonly CoefficientEstimate[];
  /** Of the coefficients, in their order. */
  readonly covariance: Matrix;
  /** σ², with its large-sample standard error. */
  readonly residualVariance: number;
  readonly residualVarianceStandardError: number;
  /** τ² of the group intercepts; exactly 0 at the boundary, where its standard error is NaN. */
  readonly groupVariance: number;
  readonly groupVarianceStandardError: number;
  readonly atBoundary: boolean;
  /** τ²/(τ² + σ²). */
  readonly intraclassCorrelation: number;
  /** τ/σ, lme4's theta. */
  readonly relativeStandardDeviation: number;
  /** Restricted under REML. */
  readonly logLikelihood: number;
  readonly groupEffects: readonly GroupEffect[];
  readonly n: number;
  readonly groups: number;
  readonly method: LikelihoodMethod;
  readonly warnings: readonly string[];
  readonly moments: GroupedMoments;
}

/**
 * Linear model with a random intercept for each group: y_ig = x_ig′β + b_g + ε_ig, b ~ N(0, τ²), ε ~ N(0, σ²), fitted by
 * (restricted) maximum likelihood with β and σ² profiled out, leaving one dimension, λ = τ²/σ².
 *
 * Coefficient covariance σ̂²(X′V_λ⁻¹X)⁻¹; t with Satterthwaite df from the observed information of (σ², λ).
 * A τ² of 0 is an answer (`atBoundary`, with a warning), not an error.
 * Source: Bates, Mächler, Bolker and Walker (2015); Kuznetsova, Brockhoff and Christensen (2017) for df.
 * R: `lme4::lmer(y ~ x + (1 | group), REML = TRUE)`, `lmerTest` for df, `ranef(fit, condVar = TRUE)`.
 * Throws ArgumentError on numbers not finite, lengths that differ, no rows, a level outside (0, 1).
 * Refuses "too-few-clusters" under two groups, "too-few-observations" when n ≤ k, "not-identified" when every group has one
 * row, "no-variation" when nothing is left for the residual variance.
 */
export function randomIntercept(input: RandomInterceptInput): RandomInterceptFit | Refusal {
  const level = input.level ?? 0.95;
  requireOpenProbability(level, "level");
  const method = input.method ?? "REML";
  const moments = gatherMoments(input);
  const { n, k, groups } = moments;
  if (n <= k + 1) return refuse("too-few-observations", { n, coefficients: k });
  if (groups.count < 2) return refuse("too-few-clusters", { groups: groups.count });
  if (groups.count === n) return refuse("not-identified", { groups: groups.count, n });
  const state = searchVarianceRatio(moments, method);
  if (state === null || state.residualVariance < 1e-24)
    return refuse("no-variation", { residual: "variance" });

  const outcomeScale = moments.scale[k]!;
  const residualVariance = state.residualVariance * outcomeScale ** 2;
  const groupVariance = residualVariance * state.ratio;
  const { coefficients, covariance } = inOriginalUnits(moments, state.coefficients, {
    ...state.inverse,
    values: state.inverse.values.map((value) => value * state.residualVariance),
  });
  const slope = inOriginalUnits(moments, new Float64Array(k), state.inverseSlope).covariance;
  const information = variancesOfVariances(state, outcomeScale ** 2);
  const warnings = moments.collinear.map(({ name }) => `collinear column left out: ${name}`);
  if (state.ratio === 0) warnings.push("the variance between groups is estimated as 0");

  return {
    coefficients: moments.names.map((name, j): CoefficientEstimate => {
      const variance = covariance.values[j + j * k]!;
      const df = satterthwaite(state, variance, slope.values[j + j * k]! * state.residualVariance);
      const standardError = Math.sqrt(variance);
      const half = standardError * studentTQuantile((1 - level) / 2, df, { upper: true });
      const estimate = coefficients[j]!;
      const tStatistic = estimate / standardError;
      return {
        name,
        column: moments.columns[j]!,
        estimate,
        standardError,
        interval: { lower: estimate - half, upper: estimate + half, level },
        degreesOfFreedom: df,
        n,
        method: `random intercept, ${method}`,
        warnings,
        tStatistic,
        pValue: 2 * studentTCdf(Math.abs(tStatistic), df, { upper: true }),
      };
    }),
    covariance,
    residualVariance,
    residualVarianceStandardError: information.residual,
    groupVariance,
    groupVarianceStandardError: information.group,
    atBoundary: state.ratio === 0,
    intraclassCorrelation: state.ratio / (1 + state.ratio),
    relativeStandardDeviation: Math.sqrt(state.ratio),
    logLikelihood: logLikelihoodInUnits(moments, state, method),
    groupEffects: predictGroups(moments, state),
    n,
    groups: groups.count,
    method,
    warnings,
    moments,
  };
}

/** −½ deviance of the standardised data, put back: y by its scale, and under REML the determinant by those of x. */
function logLikelihoodInUnits(
  moments: GroupedMoments,
  state: RandomInterceptState,
  method: LikelihoodMethod,
): number {
  const { n, k, scale } = moments;
  let deviance = state.deviance + 2 * (method === "REML" ? n - k : n) * Math.log(scale[k]!);
  if (method === "REML") for (let j = 0; j < k; j++) deviance += 2 * Math.log(scale[j]!);
  return -deviance / 2;
}

/** 2v²/Var(v̂), v = σ²a_jj(λ), by the delta method; the variances of (σ̂², λ̂) are twice the inverse Hessian of −2 logL. */
function satterthwaite(state: RandomInterceptState, variance: number, ratioSlope: number): number {
  const { hessian, residualVariance } = state;
  const gradient = variance / residualVariance;
  if (state.ratio === 0) return (2 * variance ** 2) / ((2 * gradient ** 2) / hessian.variance);
  const determinant = hessian.variance * hessian.ratio - hessian.cross ** 2;
  const spread =
    (gradient ** 2 * hessian.ratio -
      2 * gradient * ratioSlope * hessian.cross +
      ratioSlope ** 2 * hessian.variance) /
    determinant;
  return variance ** 2 / spread;
}

function variancesOfVariances(
  state: RandomInterceptState,
  unit: number,
): { residual: number; group: number } {
  const { hessian, residualVariance, ratio } = state;
  if (ratio === 0) return { residual: unit * Math.sqrt(2 / hessian.variance), group: Number.NaN };
  const determinant = hessian.variance * hessian.ratio - hessian.cross ** 2;
  const varResidual = (2 * hessian.ratio) / determinant;
  const varRatio = (2 * hessian.variance) / determinant;
  const covariance = (-2 * hessian.cross) / determinant;
  // τ² = λσ².
  const group =
    ratio ** 2 * varResidual + residualVariance ** 2 * varRatio + 2 * ratio * residualVariance * covariance;
  return { residual: unit * Math.sqrt(varResidual), group: unit * Math.sqrt(group) };
}

function predictGroups(moments: GroupedMoments, state: RandomInterceptState): GroupEffect[] {
  const { k, means, groupRows, groups, scale } = moments;
  const unit = scale[k]!;
  return groups.levels.map((level, g) => {
    const rows = groupRows[g]!;
    let residual = means[k]![g]!;
    for (let j = 0; j < k; j++) residual -= state.coefficients[j]! * means[j]![g]!;
    const load = 1 + rows * state.ratio;
    return {
      level,
      rows,
      estimate: unit * residual * ((rows * state.ratio) / load),
      conditionalVariance: (unit ** 2 * state.residualVariance * state.ratio) / load,
    };
  });
}
