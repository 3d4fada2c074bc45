import { ArgumentError, requireCount, requireOpenProbability, requireSameLength } from "../arguments";
import { chiSquareCdf } from "../distributions/chi-square";
import { normalQuantile } from "../distributions/normal";
import { choleskyFactor, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky";
import { type Matrix, multiply } from "../linear-algebra/matrix";
import { type Estimate, type Interval, isRefusal, type Refusal, refuse } from "../result";
import { CoxLikelihood } from "./cox-likelihood";
import { type CoxRows, checkCoxRows, type PreparedCoxRows, prepareCoxRows } from "./cox-rows";
import { scoreCrossProduct } from "./cox-scores";
import { dependentColumns } from "./dependent-columns";
import { encodeLevels, type Label } from "./level-codes";
import { type Maximum, maximiseByNewton } from "./newton";
import type { Ties } from "./tied-event-terms";
import { twoSidedP } from "./two-sided-p";

export interface CoxOptions {
  /** "efron" unless given. */
  readonly ties?: Ties;
  /** Labels of the units (accounts) whose rows are not independent: sandwich covariance. */
  readonly cluster?: ArrayLike<Label>;
  /** Sandwich by row without a cluster. As in R the default is true where a weight is not a whole number. */
  readonly robust?: boolean;
  readonly level?: number;
  /** 50 unless given; ordinary fits take five or six. */
  readonly maximumIterations?: number;
}

export interface CoxCoefficient extends Estimate {
  readonly name: string;
  /** From the inverse information, whatever covariance `standardError` is from. */
  readonly modelStandardError: number;
  readonly hazardRatio: number;
  readonly hazardRatioInterval: Interval;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

export interface ChiSquareTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

export interface CoxFit {
  readonly method: string;
  readonly ties: Ties;
  /** Rows given, those at risk at no event time included. */
  readonly n: number;
  readonly events: number;
  readonly strata: number;
  /** Null without clusters. */
  readonly clusters: number | null;
  readonly coefficients: readonly CoxCoefficient[];
  /** Of the coefficients: the sandwich where asked for, else the inverse information. */
  readonly covariance: Matrix;
  readonly modelCovariance: Matrix;
  readonly logLikelihood: number;
  /** At β = 0. */
  readonly logLikelihoodNull: number;
  readonly likelihoodRatioTest: ChiSquareTest;
  /** From the information at β = 0. Without ties and with one 0/1 covariate it is the log-rank test. */
  readonly scoreTest: ChiSquareTest;
  /** With `covariance`; null where a sandwich from few clusters has no inverse. */
  readonly waldTest: ChiSquareTest | null;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * Cox's proportional hazards regression on rows at risk over (entry, exit], by the partial likelihood with Efron's or
 * Breslow's treatment of ties, baseline hazards by stratum, case weights, and a covariance clustered by unit:
 *   V = I⁻¹, robust V·(Σ over clusters of s·sᵀ)·V with s the sums of weighted score residuals, no small-sample factor.
 *
 * n is the rows given; normal limits (degrees of freedom infinite).
 * Sources: Cox (1972, 1975); Efron (1977); Lin & Wei (1989); Therneau & Grambsch (2000).
 * R: `coxph(Surv(entry, exit, event) ~ x + strata(s), weights =, cluster =, ties =, timefix = FALSE)`.
 *
 * Refuses `too-few-observations` (no row), `no-events`, `rank-deficient` and `separated` (`detail.columns`, `detail.names`),
 * `too-few-clusters` (one cluster), `not-converged`. Throws ArgumentError on faulty rows, an empty `(t, t]` among them.
 */
export function coxRegression(rows: CoxRows, options: CoxOptions = {}): CoxFit | Refusal {
  const ties = options.ties ?? "efron";
  if (ties !== "efron" && ties !== "breslow") {
    throw new ArgumentError("ties", `must be "efron" or "breslow", got ${String(ties)}`);
  }
  const level = options.level ?? 0.95;
  requireOpenProbability(level, "level");
  const maximumIterations = options.maximumIterations ?? 50;
  requireCount(maximumIterations, "maximumIterations");
  const checked = checkCoxRows(rows);
  const { n } = checked.columns;
  if (options.cluster !== undefined) requireSameLength(options.cluster, n, "cluster");
  if (n === 0) return refuse("too-few-observations", { n });
  const clusters = options.cluster === undefined ? null : encodeLevels(options.cluster, "cluster");
  if (clusters !== null && clusters.levels.length < 2) return refuse("too-few-clusters", { clusters: 1 });
  const prepared = prepareCoxRows(checked);
  if (prepared === null) return refuse("no-events", { n });
  const found = maximise(prepared, ties, maximumIterations);
  if (isRefusal(found)) return found;
  const fractional = checked.columns.weights?.some((weight) => weight !== Math.floor(weight)) ?? false;
  const robust = clusters !== null || (options.robust ?? fractional);
  const clusterCodes = clusters === null ? null : { codes: clusters.codes, count: clusters.levels.length };
  const product = robust ? scoreCrossProduct(prepared, found.beta, ties, clusterCodes) : null;
  return describe(prepared, found, ties, level, product, clusterCodes?.count ?? null);
}

function maximise(prepared: PreparedCoxRows, ties: Ties, maximumIterations: number): Maximum | Refusal {
  const p = prepared.columnCount;
  const likelihood = new CoxLikelihood(prepared, ties);
  const zero = new Float64Array(p);
  const atZero = likelihood.at(zero);
  // On standardised columns each event brings information of the order of 1; far less than that is rounding.
  let eventWeight = 0;
  for (let t = 0; t < prepared.eventTimes.length; t++) {
    for (let i = prepared.bucketStart[t]!; i < prepared.bucketCensored[t]!; i++) {
      eventWeight += prepared.weights === null ? 1 : prepared.weights[i]!;
    }
  }
  const columns = dependentColumns(atZero.information, p, () => 1e-11 * eventWeight);
  if (columns.length > 0) {
    return refuse("rank-deficient", { columns, names: columns.map((j) => prepared.names[j]) });
  }
  let first = true;
  return maximiseByNewton({
    start: zero,
    at: (beta) => {
      if (!first) return likelihood.at(beta);
      first = false;
      return atZero;
    },
    range: prepared.range,
    names: prepared.names,
    maximumIterations,
  });
}

function describe(
  prepared: PreparedCoxRows,
  found: Maximum,
  ties: Ties,
  level: number,
  product: Float64Array | null,
  clusters: number | null,
): CoxFit | Refusal {
  const p = prepared.columnCount;
  const { scale, names } = prepared;
  const factor = choleskyFactor(square(found.point.information, p));
  if (factor === null) return refuse("not-converged", { iterations: found.iterations });
  const inverse = choleskyInverse(factor);
  const modelCovariance = unscale(inverse, scale);
  const covariance =
    product === null
      ? modelCovariance
      : unscale(symmetrise(multiply(multiply(inverse, square(product, p)), inverse)), scale);
  const beta = found.beta.map((value, j) => value / scale[j]!);
  const z = normalQuantile((1 + level) / 2);
  const method = `Cox partial likelihood, ${ties} ties${product === null ? "" : clusters === null ? ", robust sandwich" : ", cluster-robust sandwich"}`;
  const coefficients = Array.from(beta, (estimate, j): CoxCoefficient => {
    const standardError = Math.sqrt(Math.max(0, covariance.values[j * p + j]!));
    const lower = estimate - z * standardError;
    const upper = estimate + z * standardError;
    const statistic = estimate / standardError;
    return {
      name: names[j]!,
      estimate,
      standardError,
      modelStandardError: Math.sqrt(modelCovariance.values[j * p + j]!),
      interval: { lower, upper, level },
      hazardRatio: Math.exp(estimate),
      hazardRatioInterval: { lower: Math.exp(lower), upper: Math.exp(upper), level },
      z: statistic,
      p: twoSidedP(statistic),
      degreesOfFreedom: Infinity,
      n: prepared.n,
      method,
      warnings: [],
    };
  });
  const wald = quadraticInInverse(covariance, beta);
  const start = found.start;
  const score = choleskySolve(choleskyFactor(square(start.information, p))!, start.gradient);
  const warnings: string[] = [];
  if (wald === null) warnings.push("covariance-singular");
  if (clusters !== null && clusters < 40) warnings.push("few-clusters");
  return {
    method,
    ties,
    n: prepared.n,
    events: prepared.events,
    strata: Math.max(1, prepared.stratumLevels.length),
    clusters,
    coefficients,
    covariance,
    modelCovariance,
    logLikelihood: found.point.logLikelihood,
    logLikelihoodNull: start.logLikelihood,
    likelihoodRatioTest: chiSquareTest(2 * (found.point.logLikelihood - start.logLikelihood), p),
    scoreTest: chiSquareTest(dot(score, start.gradient), p),
    waldTest: wald === null ? null : chiSquareTest(wald, p),
    iterations: found.iterations,
    warnings,
  };
}

export function chiSquareTest(statistic: number, degreesOfFreedom: number): ChiSquareTest {
  const atLeastZero = Math.max(0, statistic);
  return {
    statistic: atLeastZero,
    degreesOfFreedom,
    p: chiSquareCdf(atLeastZero, degreesOfFreedom, { upper: true }),
  };
}

/** bᵀ·V⁻¹·b, or null where V has no inverse. */
function quadraticInInverse(v: Matrix, b: Float64Array): number | null {
  // Correlations rather than covariances: whether V is singular must not depend on the units of the covariates.
  const p = b.length;
  const deviation = Float64Array.from(b, (_, j) => Math.sqrt(v.values[j * p + j]!));
  const correlation = v.values.map(
    (value, at) => value / (deviation[at % p]! * deviation[Math.floor(at / p)]!),
  );
  if (dependentColumns(correlation, p, () => 1e-11).length > 0) return null;
  const factor = choleskyFactor(square(correlation, p));
  if (factor === null) return null;
  const scaled = b.map((value, j) => value / deviation[j]!);
  return dot(choleskySolve(factor, scaled), scaled);
}

function square(values: Float64Array, p: number): Matrix {
  return { rows: p, columns: p, values };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

function unscale(matrix: Matrix, scale: Float64Array): Matrix {
  const p = matrix.rows;
  return square(
    matrix.values.map((value, at) => value / (scale[at % p]! * scale[Math.floor(at / p)]!)),
    p,
  );
}

function symmetrise(matrix: Matrix): Matrix {
  const p = matrix.rows;
  return square(
    matrix.values.map((value, at) => (value + matrix.values[(at % p) * p + Math.floor(at / p)]!) / 2),
    p,
  );
}
