import { ArgumentError, requireSameLength } from "../arguments";
import { type Refusal, refuse } from "../result";
import { createAbsorber, type EffectAbsorber } from "./effect-absorption";
import { encodeGroups, type GroupIds } from "./group-codes";
import { solveLeastSquares } from "./least-squares";
import type { DroppedColumn, LinearFit } from "./linear-fit";
import { checkRegressionInput } from "./regression-input";
import { pruneSingletons } from "./singletons";

export interface FixedEffectsInput {
  readonly outcome: ArrayLike<number>;
  readonly covariates: readonly ArrayLike<number>[];
  readonly names?: readonly string[];
  /** One to three classifications, for example account, month and employee of each row. */
  readonly effects: readonly GroupIds[];
  /** Keeps rows that are alone in a level; false unless said. */
  readonly keepSingletons?: boolean;
}

export interface FixedEffectsFit extends LinearFit {
  /** Rows left out because they were alone in a level of an effect, counted to the end of the chain. */
  readonly singletonsDropped: number;
  /** Levels of each effect among the rows used. */
  readonly levels: readonly number[];
  /** False where `absorbedDegreesOfFreedom` of three effects is the usual upper bound. */
  readonly absorbedDegreesOfFreedomExact: boolean;
  /** 1 − RSS/TSS of what the effects leave of the outcome. */
  readonly withinRSquared: number;
  readonly adjustedWithinRSquared: number;
  /** 1 − RSS/TSS of the outcome itself. */
  readonly overallRSquared: number;
  readonly residualStandardError: number;
  /** Iterations of the conjugate gradients; 0 where the effects were solved directly. */
  readonly iterations: number;
  readonly absorber: EffectAbsorber;
  /** Outcome less its fitted slopes, effects still in it: what the level effects are estimated from. */
  outcomeLessSlopes(): Float64Array;
}

/** A column shorter than this share of its former length after the effects are out is theirs. */
const ABSORBED_SHARE = 1e-7;

/**
 * Slopes with one, two or three fixed effects: y_i = x_i′β + α_{a(i)} + γ_{m(i)} + δ_{e(i)} + ε_i, panels unbalanced or not.
 *
 * Singletons are dropped repeatedly (and counted), outcome and covariates are projected off the effects, β is least
 * squares on what is left (Frisch–Waugh–Lovell). df = n − k − absorbed, absorbed as `createAbsorber` says.
 * Pass the fit to `clusteredCovariance`, `biasReducedCovariance` or `wildClusterBootstrap`, then `coefficientTable`.
 *
 * R: `fixest::feols(y ~ x | account + month + employee)`; `plm(effect = "twoways", model = "within")`; `lm` with factors.
 * Throws ArgumentError on numbers not finite, lengths that differ, no effect or more than three, identifiers missing.
 * Refuses "rank-deficient" when every covariate is absorbed or collinear, "too-few-observations" when no degree of freedom
 * is left, "no-variation" when the effects fit the outcome fully, "not-converged".
 */
export function fixedEffects(input: FixedEffectsInput): FixedEffectsFit | Refusal {
  const names = checkRegressionInput(input.outcome, input.covariates, input.names);
  if (input.effects.length < 1 || input.effects.length > 3) {
    throw new ArgumentError("effects", `must be one to three, are ${input.effects.length}`);
  }
  const passed = input.outcome.length;
  const encoded = input.effects.map((ids, e) => {
    requireSameLength(ids, passed, `effects[${e}]`);
    return encodeGroups(ids, `effects[${e}]`);
  });
  if (input.covariates.length === 0) throw new ArgumentError("covariates", "must hold at least one column");
  const {
    rows,
    groups,
    dropped: singletonsDropped,
  } = input.keepSingletons
    ? { rows: Int32Array.from({ length: passed }, (_, i) => i), groups: encoded, dropped: 0 }
    : pruneSingletons(encoded, passed);
  const n = rows.length;
  if (n === 0) return refuse("too-few-observations", { rows: passed, singletonsDropped });

  const absorber = createAbsorber(groups);
  const outcome = centredCopy(input.outcome, rows);
  const covariates = input.covariates.map((column) => centredCopy(column, rows));
  const lengthsBefore = [outcome, ...covariates].map((column) => column.lengths);
  const demeaned = [outcome, ...covariates].map((column) => column.values);
  const { iterations, converged } = absorber.residualise(demeaned);
  if (!converged) return refuse("not-converged", { iterations });
  const lengthsAfter = demeaned.map(euclideanLength);
  const isAbsorbed = (c: number): boolean =>
    lengthsAfter[c]! <= ABSORBED_SHARE * lengthsBefore[c]!.centred ||
    lengthsAfter[c]! <= 1e-12 * lengthsBefore[c]!.raw;
  if (isAbsorbed(0)) return refuse("no-variation", { column: "outcome" });

  const candidates = input.covariates.map((_, c) => c).filter((c) => !isAbsorbed(c + 1));
  const solution = solveLeastSquares(
    candidates.map((c) => demeaned[c + 1]!),
    demeaned[0]!,
  );
  const columns = solution.kept.map((at) => candidates[at]!);
  const dropped: DroppedColumn[] = input.covariates.flatMap((_, column) =>
    columns.includes(column)
      ? []
      : [{ column, name: names[column]!, reason: isAbsorbed(column + 1) ? "absorbed" : "collinear" }],
  );
  const k = columns.length;
  if (k === 0) return refuse("rank-deficient", { dropped });
  const residualDegreesOfFreedom = n - k - absorber.degreesOfFreedom;
  if (residualDegreesOfFreedom <= 0) {
    return refuse("too-few-observations", { n, coefficients: k, absorbed: absorber.degreesOfFreedom });
  }
  const { coefficients, residualSumOfSquares } = solution;
  const withinTotal = lengthsAfter[0]! ** 2;
  const withinRSquared = 1 - residualSumOfSquares / withinTotal;
  const warnings = dropped.map(({ name, reason }) => `${reason} column left out: ${name}`);
  if (singletonsDropped > 0) warnings.push(`singletons left out: ${singletonsDropped}`);
  if (!absorber.exact) warnings.push("degrees of freedom of the three effects are an upper bound");
  return {
    names: columns.map((column) => names[column]!),
    columns,
    coefficients,
    design: columns.map((column) => demeaned[column + 1]!),
    residuals: solution.residuals,
    weights: null,
    weightKind: "frequency",
    gramInverse: solution.gramInverse,
    rootInverse: solution.rootInverse,
    residualSumOfSquares,
    n,
    rows,
    rowsPassed: passed,
    effects: groups,
    absorbedDegreesOfFreedom: absorber.degreesOfFreedom,
    residualDegreesOfFreedom,
    dropped,
    warnings,
    singletonsDropped,
    levels: groups.map((group) => group.count),
    absorbedDegreesOfFreedomExact: absorber.exact,
    withinRSquared,
    adjustedWithinRSquared:
      1 - ((1 - withinRSquared) * (n - absorber.degreesOfFreedom)) / residualDegreesOfFreedom,
    overallRSquared: 1 - residualSumOfSquares / lengthsBefore[0]!.centred ** 2,
    residualStandardError: Math.sqrt(residualSumOfSquares / residualDegreesOfFreedom),
    iterations,
    absorber,
    outcomeLessSlopes: () => {
      const rest = Float64Array.from(rows, (row) => input.outcome[row]!);
      columns.forEach((column, j) => {
        const x = input.covariates[column]!;
        for (let i = 0; i < n; i++) rest[i]! -= coefficients[j]! * x[rows[i]!]!;
      });
      return rest;
    },
  };
}

/** The rows used, less their mean, so that demeaning loses no digits to a large constant. */
function centredCopy(
  column: ArrayLike<number>,
  rows: Int32Array,
): { values: Float64Array; lengths: { raw: number; centred: number } } {
  const n = rows.length;
  const values = new Float64Array(n);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = column[rows[i]!]!;
    values[i] = value;
    sum += value;
    squares += value * value;
  }
  const mean = sum / n;
  for (let i = 0; i < n; i++) values[i]! -= mean;
  return { values, lengths: { raw: Math.sqrt(squares), centred: euclideanLength(values) } };
}

function euclideanLength(column: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < column.length; i++) squares += column[i]! * column[i]!;
  return Math.sqrt(squares);
}
