import { ArgumentError, requireOpenProbability, requireSameLength } from "../arguments";
import { studentTCdf, studentTQuantile } from "../distributions/student-t";
import { choleskyFactor, choleskyInverse } from "../linear-algebra/cholesky";
import { type Matrix, multiply, quadraticForm, transpose, zeros } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";
import { type Minimum, minimise } from "../optimisation/minimise";
import { hessianFromGradient, numericalGradient } from "../optimisation/numerical-derivatives";
import { isRefusal, type Refusal, refuse } from "../result";
import type { CoefficientEstimate } from "./coefficient-table";
import { encodeGroups } from "./group-codes";
import type { GroupedRegressionInput } from "./grouped-moments";
import { ordinaryLeastSquares } from "./ordinary-least-squares";
import type { LikelihoodMethod } from "./random-intercept-criterion";
import {
  randomSlopesState,
  relativeFactor,
  type SlopeMoments,
  type SlopeState,
} from "./random-slopes-criterion";
import { checkRegressionInput } from "./regression-input";

export interface RandomSlopesInput extends GroupedRegressionInput {
  /** Places, among the covariates, of those whose slope varies by group; the intercept always does. */
  readonly slopes: readonly number[];
  readonly method?: LikelihoodMethod;
  readonly level?: number;
}

export interface RandomSlopesFit {
  readonly coefficients: readonly CoefficientEstimate[];
  readonly covariance: Matrix;
  readonly residualVariance: number;
  /** Covariance of a group's intercept and slopes, in that order. */
  readonly groupCovariance: Matrix;
  /** Predicted intercept and slopes of each group, groups ascending. */
  readonly groupEffects: readonly { readonly level: number | string; readonly estimates: Float64Array }[];
  readonly logLikelihood: number;
  /** The group covariance is singular: some combination of intercept and slopes does not vary. */
  readonly atBoundary: boolean;
  readonly n: number;
  readonly groups: number;
  readonly method: LikelihoodMethod;
  readonly warnings: readonly string[];
}

/**
 * Linear model with a random intercept and random slopes by group, correlated: y_ig = x_ig′β + z_ig′b_g + ε, b_g ~ N(0, σ²ΛΛ′).
 * (Restricted) likelihood with β and σ² profiled out, minimised over Λ; t with Satterthwaite df from the numerical Hessian,
 * good to about five digits.
 *
 * R: `lme4::lmer(y ~ x + (1 + x | group))`, `lmerTest` for df.
 * Throws as `randomIntercept`, and when a slope is no place among the covariates.
 * Refuses "rank-deficient" for collinear covariates, "too-few-clusters" when groups are no more than random coefficients,
 * "too-few-observations", "no-variation", "not-converged", "not-identified".
 */
export function randomSlopes(input: RandomSlopesInput): RandomSlopesFit | Refusal {
  const level = input.level ?? 0.95;
  requireOpenProbability(level, "level");
  const method = input.method ?? "REML";
  const names = checkRegressionInput(input.outcome, input.covariates, input.names);
  const n = input.outcome.length;
  requireSameLength(input.group, n, "group");
  for (const slope of input.slopes) {
    if (input.covariates[slope] === undefined)
      throw new ArgumentError("slopes", `no covariate stands at ${slope}`);
  }
  if (new Set(input.slopes).size !== input.slopes.length)
    throw new ArgumentError("slopes", "names a covariate twice");
  const groups = encodeGroups(input.group, "group");
  const q = 1 + input.slopes.length;
  if (groups.count <= q) return refuse("too-few-clusters", { groups: groups.count, randomCoefficients: q });
  const pooled = ordinaryLeastSquares(input);
  if (isRefusal(pooled)) return pooled;
  if (pooled.dropped.length > 0) return refuse("rank-deficient", { dropped: pooled.dropped });
  if (pooled.residualSumOfSquares <= 1e-24 * pooled.totalSumOfSquares || !(pooled.totalSumOfSquares > 0)) {
    return refuse("no-variation", { residual: "variance" });
  }
  const standard = standardise([...input.covariates, input.outcome]);
  const moments = gather(standard, input.slopes, groups.codes, groups.count, n);
  const k = moments.k;
  const df = method === "REML" ? n - k : n;
  const profiled = (theta: Float64Array): number => {
    const state = randomSlopesState(moments, theta, method);
    if (state === null || !(state.quadratic > 0)) return Number.POSITIVE_INFINITY;
    return state.logDeterminant + df * (Math.log((2 * Math.PI * state.quadratic) / df) + 1);
  };
  const minimum = minimiseOverTheta(profiled, q);
  if (isRefusal(minimum)) return minimum;
  const state = randomSlopesState(moments, minimum.point, method)!;
  const residualVariance = state.quadratic / df;

  const unit = standard.scale.at(-1)!;
  const fixedMap = backToUnits(
    standard,
    Array.from({ length: k - 1 }, (_, j) => j),
  );
  const randomMap = backToUnits(standard, input.slopes);
  const lambda = relativeFactor(minimum.point, q);
  const relative = multiply(lambda, transpose(lambda));
  const congruence = (map: Matrix, inner: Matrix, factor: number): Matrix => {
    const product = multiply(multiply(map, inner), transpose(map));
    return { ...product, values: product.values.map((value) => value * factor) };
  };
  const covariance = congruence(fixedMap, state.inverse, residualVariance);
  const estimates = multiply(fixedMap, { rows: k, columns: 1, values: state.coefficients }).values;
  estimates[0]! += standard.centre.at(-1)!;
  const degreesOfFreedom = satterthwaite(moments, method, minimum.point, residualVariance, fixedMap);
  const smallest = symmetricEigen(relative).values[0]!;
  const atBoundary = smallest < 1e-7;
  const warnings = atBoundary ? ["the covariance between groups is singular"] : [];

  return {
    coefficients: ["(Intercept)", ...names].map((name, j): CoefficientEstimate => {
      const standardError = Math.sqrt(covariance.values[j + j * k]!);
      const half = standardError * studentTQuantile((1 - level) / 2, degreesOfFreedom[j]!, { upper: true });
      const estimate = estimates[j]!;
      return {
        name,
        column: j - 1,
        estimate,
        standardError,
        interval: { lower: estimate - half, upper: estimate + half, level },
        degreesOfFreedom: degreesOfFreedom[j]!,
        n,
        method: `random slopes, ${method}`,
        warnings,
        tStatistic: estimate / standardError,
        pValue: 2 * studentTCdf(Math.abs(estimate / standardError), degreesOfFreedom[j]!, { upper: true }),
      };
    }),
    covariance,
    residualVariance: residualVariance * unit ** 2,
    groupCovariance: congruence(randomMap, relative, residualVariance),
    groupEffects: predictGroups(moments, state, lambda, randomMap).map((estimates, g) => ({
      level: groups.levels[g]!,
      estimates,
    })),
    logLikelihood: -(minimum.value + unitsOfDeviance(standard, n, k, method)) / 2,
    atBoundary,
    n,
    groups: groups.count,
    method,
    warnings,
  };
}

interface Standardised {
  readonly columns: readonly Float64Array[];
  readonly centre: readonly number[];
  readonly scale: readonly number[];
}

function standardise(columns: readonly ArrayLike<number>[]): Standardised {
  const centre: number[] = [];
  const scale: number[] = [];
  const standardised = columns.map((column) => {
    let sum = 0;
    for (let i = 0; i < column.length; i++) sum += column[i]!;
    const mean = sum / column.length;
    const values = Float64Array.from(column, (value) => value - mean);
    const spread = Math.sqrt(values.reduce((total, value) => total + value * value, 0) / column.length) || 1;
    centre.push(mean);
    scale.push(spread);
    return values.map((value) => value / spread);
  });
  return { columns: standardised, centre, scale };
}

function gather(
  standard: Standardised,
  slopes: readonly number[],
  codes: Int32Array,
  groupCount: number,
  n: number,
): SlopeMoments {
  const ones = new Float64Array(n).fill(1);
  const random = [ones, ...slopes.map((slope) => standard.columns[slope]!)];
  const columns = [...random, ones, ...standard.columns];
  const width = columns.length;
  const groups = Array.from({ length: groupCount }, () => zeros(width, width));
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      const left = columns[a]!;
      const right = columns[b]!;
      for (let i = 0; i < n; i++) groups[codes[i]!]!.values[a + b * width]! += left[i]! * right[i]!;
    }
  }
  const total = zeros(width, width);
  for (const group of groups)
    for (let at = 0; at < width * width; at++) total.values[at]! += group.values[at]!;
  return { n, q: random.length, k: width - random.length - 1, groups, total };
}

/** Starts spread over ratios of random to residual spread; the best minimum found counts. */
function minimiseOverTheta(objective: (theta: Float64Array) => number, q: number): Minimum | Refusal {
  let best: Minimum | null = null;
  let refusal: Refusal = refuse("not-converged");
  for (const size of [1, 0.3, 3]) {
    const start = new Float64Array((q * (q + 1)) / 2);
    for (let j = 0, at = 0; j < q; at += q - j, j++) start[at] = size;
    const found = minimise(objective, start, { maximumIterations: 300 });
    if (isRefusal(found)) refusal = found;
    else if (best === null || found.value < best.value) best = found;
    // A second start guards against a poor first; two that agree are enough.
    if (best !== null && !isRefusal(found) && size !== 1) break;
  }
  return best ?? refusal;
}

/** Coefficients of (1, standardised columns) to those of (1, columns), the outcome's centre left aside. */
function backToUnits(standard: Standardised, columns: readonly number[]): Matrix {
  const size = columns.length + 1;
  const map = zeros(size, size);
  const unit = standard.scale.at(-1)!;
  map.values[0] = unit;
  columns.forEach((column, j) => {
    const factor = unit / standard.scale[column]!;
    map.values[j + 1 + (j + 1) * size] = factor;
    map.values[(j + 1) * size] = -standard.centre[column]! * factor;
  });
  return map;
}

function unitsOfDeviance(standard: Standardised, n: number, k: number, method: LikelihoodMethod): number {
  const df = method === "REML" ? n - k : n;
  let deviance = 2 * df * Math.log(standard.scale.at(-1)!);
  if (method === "REML") for (const scale of standard.scale.slice(0, -1)) deviance += 2 * Math.log(scale);
  return deviance;
}

/** v²/(g′H⁻¹g) in φ = (θ, log σ²): H the Hessian of −2 logL, g the gradient of each coefficient's variance v. */
function satterthwaite(
  moments: SlopeMoments,
  method: LikelihoodMethod,
  theta: Float64Array,
  residualVariance: number,
  map: Matrix,
): Float64Array {
  const { n, k } = moments;
  const df = method === "REML" ? n - k : n;
  const stateAt = (phi: ArrayLike<number>) =>
    randomSlopesState(moments, Array.from(phi).slice(0, -1), method)!;
  const deviance = (phi: Float64Array) => {
    const state = stateAt(phi);
    const logVariance = phi.at(-1)!;
    return (
      state.logDeterminant +
      df * (Math.log(2 * Math.PI) + logVariance) +
      state.quadratic / Math.exp(logVariance)
    );
  };
  const at = Float64Array.from([...theta, Math.log(residualVariance)]);
  const factor = choleskyFactor(hessianFromGradient((phi) => numericalGradient(deviance, phi), at));
  if (factor === null) return new Float64Array(k).fill(Number.NaN);
  const information = choleskyInverse(factor);
  return Float64Array.from({ length: k }, (_, j) => {
    const row = Float64Array.from({ length: k }, (__, t) => map.values[j + t * k]!);
    const variance = (phi: Float64Array) => Math.exp(phi.at(-1)!) * quadraticForm(stateAt(phi).inverse, row);
    return variance(at) ** 2 / quadraticForm(information, numericalGradient(variance, at));
  });
}

/** b_g = Λ(Λ′Z′ZΛ + I)⁻¹Λ′Z′(y − Xβ). */
function predictGroups(
  moments: SlopeMoments,
  state: SlopeState,
  lambda: Matrix,
  map: Matrix,
): Float64Array[] {
  const { q, k } = moments;
  const width = q + k + 1;
  return moments.groups.map(({ values }) => {
    const scores = new Float64Array(q);
    const gram = zeros(q, q);
    for (let i = 0; i < q; i++) {
      scores[i] = values[i + (width - 1) * width]!;
      for (let j = 0; j < k; j++) scores[i]! -= values[i + (q + j) * width]! * state.coefficients[j]!;
      for (let j = 0; j < q; j++) gram.values[i + j * q] = values[i + j * width]!;
    }
    const inner = multiply(multiply(transpose(lambda), gram), lambda);
    for (let i = 0; i < q; i++) inner.values[i + i * q]! += 1;
    const inverse = choleskyInverse(choleskyFactor(inner)!);
    const spherical = multiply(inverse, multiply(transpose(lambda), { rows: q, columns: 1, values: scores }));
    return multiply(map, multiply(lambda, spherical)).values;
  });
}
