import { ArgumentError, requireFiniteColumn, requireSameLength } from "../arguments";
import { type Refusal, refuse } from "../result";
import { solveLeastSquares } from "./least-squares";
import type { LinearFit, WeightKind } from "./linear-fit";
import { checkRegressionInput } from "./regression-input";

export interface OrdinaryLeastSquaresInput {
  readonly outcome: ArrayLike<number>;
  /** Columns without the constant. */
  readonly covariates: readonly ArrayLike<number>[];
  readonly names?: readonly string[];
  /** A column of ones first, named "(Intercept)"; true unless said. */
  readonly intercept?: boolean;
  /** At least 0; rows of weight 0 are left out. */
  readonly weights?: ArrayLike<number>;
  /** What a weight means; "frequency" (equal rows) unless said. */
  readonly weightKind?: WeightKind;
}

export interface OrdinaryLeastSquaresFit extends LinearFit {
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** √(RSS/(n − k)). */
  readonly residualStandardError: number;
  readonly logLikelihood: number;
  /** Σ w (y − ȳ)², or Σ w y² without an intercept. */
  readonly totalSumOfSquares: number;
}

/**
 * Ordinary (or weighted) least squares, β = (X′WX)⁻¹X′Wy by Householder QR.
 *
 * Shapes: n rows, k = columns kept (+ 1 with an intercept); df = n − k, n being Σw with frequency weights.
 * R² = 1 − RSS/TSS; adjusted: 1 − (1 − R²)(n − intercept)/(n − k). σ² = RSS/(n − k).
 * logLik = −n/2·(log 2π + log(RSS/n) + 1), plus ½Σlog w with precision weights.
 * Columns that are combinations of those before them are left out and listed in `dropped`.
 *
 * R: `summary(lm(y ~ x1 + x2, weights = w))`, `logLik`; frequency weights: `lm` on the rows repeated.
 * Throws ArgumentError on numbers not finite, lengths that differ, negative weights (frequency ones must be whole).
 * Refuses "too-few-observations" when n ≤ k and "rank-deficient" when no column is left.
 */
export function ordinaryLeastSquares(input: OrdinaryLeastSquaresInput): OrdinaryLeastSquaresFit | Refusal {
  const names = checkRegressionInput(input.outcome, input.covariates, input.names);
  const intercept = input.intercept ?? true;
  const weightKind = input.weightKind ?? "frequency";
  const passed = input.outcome.length;
  const rows = usedRows(input.weights, passed, weightKind);
  const take = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row]!);
  const outcome = take(input.outcome);
  const weights = input.weights === undefined ? null : take(input.weights);
  const design = input.covariates.map(take);
  if (intercept) design.unshift(new Float64Array(rows.length).fill(1));
  const n = weights !== null && weightKind === "frequency" ? sum(weights) : rows.length;
  if (n === 0 || design.length === 0) return refuse("too-few-observations", { n, columns: design.length });

  const solution = solveLeastSquares(design, outcome, weights === null ? null : weights.map(Math.sqrt));
  const { kept, residualSumOfSquares } = solution;
  const offset = intercept ? 1 : 0;
  const dropped = design.flatMap((_, at) =>
    kept.includes(at)
      ? []
      : [{ column: at - offset, name: names[at - offset]!, reason: "collinear" as const }],
  );
  const k = kept.length;
  if (k === 0) return refuse("rank-deficient", { dropped });
  if (n <= k) return refuse("too-few-observations", { n, coefficients: k });

  const totalSumOfSquares = sumOfSquares(outcome, weights, intercept);
  const rSquared = totalSumOfSquares > 0 ? 1 - residualSumOfSquares / totalSumOfSquares : Number.NaN;
  const degreesOfFreedom = n - k;
  const warnings = dropped.map(({ name }) => `collinear column left out: ${name}`);
  if (totalSumOfSquares > 0 && residualSumOfSquares < 1e-24 * totalSumOfSquares) {
    warnings.push("the fit is essentially perfect: standard errors are rounding error");
  }
  if (!(totalSumOfSquares > 0)) warnings.push("the outcome does not vary: R² is undefined");
  return {
    names: kept.map((at) => (at < offset ? "(Intercept)" : names[at - offset]!)),
    columns: kept.map((at) => at - offset),
    coefficients: solution.coefficients,
    design: kept.map((at) => design[at]!),
    residuals: solution.residuals,
    weights,
    weightKind,
    gramInverse: solution.gramInverse,
    rootInverse: solution.rootInverse,
    residualSumOfSquares,
    n,
    rows,
    rowsPassed: passed,
    effects: [],
    absorbedDegreesOfFreedom: 0,
    residualDegreesOfFreedom: degreesOfFreedom,
    dropped,
    warnings,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - offset)) / degreesOfFreedom,
    residualStandardError: Math.sqrt(residualSumOfSquares / degreesOfFreedom),
    logLikelihood: gaussianLogLikelihood(
      residualSumOfSquares,
      n,
      weightKind === "precision" ? weights : null,
    ),
    totalSumOfSquares,
  };
}

function usedRows(weights: ArrayLike<number> | undefined, passed: number, kind: WeightKind): Int32Array {
  if (weights === undefined) return Int32Array.from({ length: passed }, (_, i) => i);
  requireSameLength(weights, passed, "weights");
  requireFiniteColumn(weights, "weights");
  const rows: number[] = [];
  for (let i = 0; i < passed; i++) {
    const w = weights[i]!;
    if (w < 0) throw new ArgumentError("weights", `row ${i} is ${w}, must be at least 0`);
    if (kind === "frequency" && !Number.isInteger(w)) {
      throw new ArgumentError("weights", `row ${i} is ${w}: a frequency is a whole number`);
    }
    if (w > 0) rows.push(i);
  }
  return Int32Array.from(rows);
}

function sum(column: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < column.length; i++) total += column[i]!;
  return total;
}

function sumOfSquares(outcome: Float64Array, weights: Float64Array | null, centred: boolean): number {
  let weightSum = 0;
  let first = 0;
  for (let i = 0; i < outcome.length; i++) {
    const w = weights === null ? 1 : weights[i]!;
    weightSum += w;
    first += w * outcome[i]!;
  }
  const centre = centred ? first / weightSum : 0;
  let squares = 0;
  for (let i = 0; i < outcome.length; i++) {
    squares += (weights === null ? 1 : weights[i]!) * (outcome[i]! - centre) ** 2;
  }
  // A constant column leaves rounding error only.
  return squares <= 1e-28 * weightSum * centre * centre ? 0 : squares;
}

function gaussianLogLikelihood(rss: number, n: number, precisions: Float64Array | null): number {
  let logWeights = 0;
  if (precisions !== null) for (const w of precisions) logWeights += Math.log(w);
  return 0.5 * logWeights - (n / 2) * (Math.log(2 * Math.PI) + Math.log(rss / n) + 1);
}
