import {
  ArgumentError,
  requireCount,
  requireFiniteColumn,
  requireOpenProbability,
  requirePositive,
  requireSameLength,
} from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { choleskyFactor, choleskyInverse } from "../linear-algebra/cholesky";
import { type Matrix, multiply } from "../linear-algebra/matrix";
import { type Estimate, isRefusal, type Refusal, refuse } from "../result";
import { encodeLevels, type Label } from "../survival/level-codes";
import { maximiseByNewton } from "../survival/newton";
import { twoSidedP } from "../survival/two-sided-p";
import { IrlsLikelihood } from "./irls-likelihood";
import { type FamilyName, type ResponseFamily, responseFamilies } from "./response-family";

export interface GlmRows {
  /** 0 or 1 for logit and cloglog; counts (0 or more) for poisson. */
  readonly response: ArrayLike<number>;
  /** The design, an intercept included where one is wanted. */
  readonly columns: readonly ArrayLike<number>[];
  readonly names?: readonly string[];
  /** Case weights above 0: a row of weight 2 stands for two rows. */
  readonly weights?: ArrayLike<number>;
  /** Added to the linear predictor, for example log exposure. */
  readonly offset?: ArrayLike<number>;
}

export interface GlmOptions {
  readonly family: FamilyName;
  readonly cluster?: ArrayLike<Label>;
  /**
   * Small-sample factor of the clustered covariance. "groups" G/(G − 1), R's `vcovCL` for a glm; "groups and parameters"
   * G/(G − 1)·(n − 1)/(n − k), Stata's; "none".
   */
  readonly adjustment?: "groups" | "groups and parameters" | "none";
  readonly level?: number;
  readonly maximumIterations?: number;
}

export interface GlmCoefficient extends Estimate {
  readonly name: string;
  /** From the inverse expected information. */
  readonly modelStandardError: number;
  readonly z: number;
  readonly p: number;
}

export interface GlmFit {
  readonly method: string;
  readonly family: FamilyName;
  readonly n: number;
  /** Null without clusters. */
  readonly clusters: number | null;
  readonly coefficients: readonly GlmCoefficient[];
  readonly covariance: Matrix;
  readonly modelCovariance: Matrix;
  readonly logLikelihood: number;
  readonly deviance: number;
  /** n − number of columns. */
  readonly residualDegreesOfFreedom: number;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * Generalised linear model by iteratively reweighted least squares (Fisher scoring with step halving): binomial with logit
 * or complementary log-log link, Poisson with log link; dispersion 1. Covariance (XᵀWX)⁻¹, or clustered
 *   (XᵀWX)⁻¹·(Σ over clusters of s·sᵀ)·(XᵀWX)⁻¹ × factor, s the cluster's summed score.
 *
 * n rows; normal limits (degrees of freedom infinite). Source: McCullagh & Nelder (1989); Liang & Zeger (1986).
 * R: `glm(y ~ 0 + X, family = binomial("cloglog"), weights =, offset =)`, `sandwich::vcovCL(fit, cluster)`.
 *
 * Refuses `too-few-observations` (fewer rows than columns), `no-events`, `no-variation` (every response 1), `rank-deficient`
 * and `separated` (`detail.columns`, `detail.names`), `too-few-clusters` (one), `not-converged`. Throws ArgumentError on faulty rows.
 */
export function generalisedLinearModel(rows: GlmRows, options: GlmOptions): GlmFit | Refusal {
  const family = responseFamilies[options.family];
  if (family === undefined) throw new ArgumentError("family", `unknown: ${String(options.family)}`);
  const names = checkRows(rows, family);
  const level = options.level ?? 0.95;
  requireOpenProbability(level, "level");
  const maximumIterations = options.maximumIterations ?? 50;
  requireCount(maximumIterations, "maximumIterations");
  const n = rows.response.length;
  if (options.cluster !== undefined) requireSameLength(options.cluster, n, "cluster");
  if (n === 0 || n < names.length) return refuse("too-few-observations", { n, columns: names.length });
  const clusters = options.cluster === undefined ? null : encodeLevels(options.cluster, "cluster");
  if (clusters !== null && clusters.levels.length < 2) return refuse("too-few-clusters", { clusters: 1 });
  const first = rows.response[0]!;
  let constant = true;
  for (let i = 1; constant && i < n; i++) constant = rows.response[i] === first;
  if (constant && first === 0) return refuse("no-events", { n });
  if (constant && family.largest === 1) return refuse("no-variation", { n });

  const fit = new IrlsLikelihood(rows, family);
  const dependent = fit.dependentColumns();
  if (dependent.length > 0) {
    return refuse("rank-deficient", { columns: dependent, names: dependent.map((j) => names[j]) });
  }
  const { design } = fit;
  const found = maximiseByNewton({
    start: fit.start(),
    at: (beta) => fit.at(beta),
    range: design.range,
    names,
    maximumIterations,
  });
  if (isRefusal(found))
    return found.refused === "separated" ? withoutConstant(found, design.constant, names) : found;
  const p = names.length;
  const factor = choleskyFactor({ rows: p, columns: p, values: found.point.information });
  if (factor === null) return refuse("not-converged", { iterations: found.iterations });
  const inverse = choleskyInverse(factor);
  const modelCovariance = { rows: p, columns: p, values: design.covariance(inverse.values) };
  let covariance: Matrix = modelCovariance;
  if (clusters !== null) {
    const count = clusters.levels.length;
    const product = fit.scoreCrossProduct(found.beta, clusters.codes, count);
    const rescale = factorOf(options.adjustment ?? "groups", count, n, p);
    const sandwich = multiply(multiply(inverse, { rows: p, columns: p, values: product }), inverse);
    covariance = { rows: p, columns: p, values: design.covariance(sandwich.values.map((v) => v * rescale)) };
  }
  const method = `${family.method}${clusters === null ? "" : ", cluster-robust sandwich"}`;
  const z = normalQuantile((1 + level) / 2);
  const coefficients = Array.from(design.coefficients(found.beta), (estimate, j): GlmCoefficient => {
    const standardError = Math.sqrt(Math.max(0, covariance.values[j * p + j]!));
    const statistic = estimate / standardError;
    return {
      name: names[j]!,
      estimate,
      standardError,
      modelStandardError: Math.sqrt(modelCovariance.values[j * p + j]!),
      interval: { lower: estimate - z * standardError, upper: estimate + z * standardError, level },
      z: statistic,
      p: twoSidedP(statistic),
      degreesOfFreedom: Infinity,
      n,
      method,
      warnings: [],
    };
  });
  return {
    method,
    family: family.name,
    n,
    clusters: clusters?.levels.length ?? null,
    coefficients,
    covariance,
    modelCovariance,
    logLikelihood: found.point.logLikelihood,
    deviance: 2 * (fit.saturatedLogLikelihood() - found.point.logLikelihood),
    residualDegreesOfFreedom: n - p,
    iterations: found.iterations,
    warnings: clusters !== null && clusters.levels.length < 40 ? ["few-clusters"] : [],
  };
}

/** In centred coordinates the constant follows whichever column separates; it is no part of the reason. */
function withoutConstant(refusal: Refusal, constant: number, names: readonly string[]): Refusal {
  const columns = (refusal.detail.columns as number[]).filter((j) => j !== constant);
  return columns.length === 0
    ? refusal
    : refuse("separated", { columns, names: columns.map((j) => names[j]) });
}

function factorOf(
  adjustment: NonNullable<GlmOptions["adjustment"]>,
  groups: number,
  n: number,
  k: number,
): number {
  if (adjustment === "none") return 1;
  if (adjustment === "groups") return groups / (groups - 1);
  if (adjustment === "groups and parameters") return ((groups / (groups - 1)) * (n - 1)) / (n - k);
  throw new ArgumentError("adjustment", `unknown: ${String(adjustment)}`);
}

function checkRows(rows: GlmRows, family: ResponseFamily): readonly string[] {
  const { response, columns } = rows;
  const n = response.length;
  if (columns.length === 0) throw new ArgumentError("columns", "must have at least one column");
  const names = rows.names ?? columns.map((_, j) => String(j + 1));
  requireSameLength(names, columns.length, "names");
  requireFiniteColumn(response, "response");
  for (let i = 0; i < n; i++) {
    const y = response[i]!;
    if (y < 0 || y > family.largest || (family.largest === 1 && y !== 0 && y !== 1)) {
      const expected = family.largest === 1 ? "0 or 1" : "0 or more";
      throw new ArgumentError("response", `row ${i} is ${y}; ${family.name} expects ${expected}`);
    }
  }
  columns.forEach((column, j) => {
    requireSameLength(column, n, `columns[${j}]`);
    requireFiniteColumn(column, `columns[${j}]`);
  });
  if (rows.offset !== undefined) {
    requireSameLength(rows.offset, n, "offset");
    requireFiniteColumn(rows.offset, "offset");
  }
  if (rows.weights !== undefined) {
    requireSameLength(rows.weights, n, "weights");
    for (let i = 0; i < n; i++) requirePositive(rows.weights[i]!, "weights");
  }
  return names;
}
