import { ArgumentError, requireSameLength } from "../arguments";
import {
  columnOf,
  type Matrix,
  multiply,
  transpose,
  transposeMultiply,
  zeros,
} from "../linear-algebra/matrix";
import { householderQr } from "../linear-algebra/qr";
import { groupMeans } from "./effect-absorption";
import { countRows, encodeGroups, type GroupCodes, type GroupIds } from "./group-codes";
import { checkRegressionInput } from "./regression-input";
import { triangularReduction } from "./triangular-reduction";

export interface GroupedRegressionInput {
  readonly outcome: ArrayLike<number>;
  /** Columns without the constant. */
  readonly covariates: readonly ArrayLike<number>[];
  readonly names?: readonly string[];
  readonly group: GroupIds;
}

/**
 * Everything a random-intercept model needs of its rows, gathered once: cross-products within groups, and of the group
 * means by group size. Columns are 1, x₁ … x_k₋₁, y; covariates and outcome are centred and scaled to unit variance.
 */
export interface GroupedMoments {
  readonly n: number;
  readonly groups: GroupCodes;
  readonly groupRows: Float64Array;
  /** Names of the columns kept, the intercept first. */
  readonly names: readonly string[];
  /** Place among the covariates passed; −1 the intercept. */
  readonly columns: readonly number[];
  readonly collinear: readonly { readonly column: number; readonly name: string }[];
  /** Fixed coefficients, p − 1. */
  readonly k: number;
  /** p × p: Σ within-group cross-products, outcome last. */
  readonly within: Matrix;
  /** For each distinct group size: how many groups, and Σ of the outer products of their means. */
  readonly sizes: readonly { readonly rows: number; readonly groups: number; readonly means: Matrix }[];
  /** Group means of the p columns. */
  readonly means: readonly Float64Array[];
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/** Gathers the moments; throws ArgumentError as `ordinaryLeastSquares` does, and for identifiers that are missing. */
export function gatherMoments(input: GroupedRegressionInput): GroupedMoments {
  const names = checkRegressionInput(input.outcome, input.covariates, input.names);
  const n = input.outcome.length;
  requireSameLength(input.group, n, "group");
  if (n === 0) throw new ArgumentError("outcome", "must hold at least one row");
  const groups = encodeGroups(input.group, "group");
  const groupRows = countRows(groups);

  const raw = [...input.covariates, input.outcome];
  const centre = new Float64Array(raw.length);
  const scale = new Float64Array(raw.length);
  const means: Float64Array[] = [new Float64Array(groups.count).fill(1)];
  const residuals: Float64Array[] = [];
  raw.forEach((column, c) => {
    const standardised = standardise(column);
    centre[c] = standardised.centre;
    scale[c] = standardised.scale;
    const { values } = standardised;
    const mean = groupMeans(groups, groupRows, values);
    for (let i = 0; i < n; i++) values[i]! -= mean[groups.codes[i]!]!;
    means.push(mean);
    residuals.push(values);
  });

  const p = raw.length + 1;
  const withinTriangle = triangularReduction(residuals, n);
  const kept = independentColumns(withinTriangle, means, groupRows, p);
  const at = [...kept, p - 1];
  const within = zeros(at.length, at.length);
  const gram = transposeMultiply(withinTriangle, withinTriangle);
  at.forEach((a, i) => {
    at.forEach((b, j) => {
      // The constant has no variation within groups.
      within.values[i + j * at.length] = a === 0 || b === 0 ? 0 : gram.values[a - 1 + (b - 1) * (p - 1)]!;
    });
  });
  const keptMeans = at.map((a) => means[a]!);
  return {
    n,
    groups,
    groupRows,
    names: kept.map((a) => (a === 0 ? "(Intercept)" : names[a - 1]!)),
    columns: kept.map((a) => a - 1),
    collinear: names.flatMap((name, column) => (kept.includes(column + 1) ? [] : [{ column, name }])),
    k: kept.length,
    within,
    sizes: momentsBySize(keptMeans, groupRows),
    means: keptMeans,
    centre: Float64Array.from(at, (a) => (a === 0 ? 0 : centre[a - 1]!)),
    scale: Float64Array.from(at, (a) => (a === 0 ? 1 : scale[a - 1]!)),
  };
}

function standardise(column: ArrayLike<number>): { values: Float64Array; centre: number; scale: number } {
  const n = column.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += column[i]!;
  const centre = sum / n;
  const values = new Float64Array(n);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = column[i]! - centre;
    values[i] = value;
    squares += value * value;
  }
  let scale = Math.sqrt(squares / n);
  // A constant column leaves rounding error, which must not be blown up to a covariate.
  if (!(scale > 1e-13 * Math.abs(centre))) {
    values.fill(0);
    scale = 1;
  }
  for (let i = 0; i < n; i++) values[i]! /= scale;
  return { values, centre, scale };
}

/** Columns (0 the constant) that are no combination of those before them, by R's rule, from within and between parts. */
function independentColumns(
  withinTriangle: Matrix,
  means: readonly Float64Array[],
  groupRows: Float64Array,
  p: number,
): number[] {
  const stacked = means.slice(0, p - 1).map((mean, c) => {
    const column = new Float64Array(p - 1 + groupRows.length);
    if (c > 0) column.set(columnOf(withinTriangle, c - 1));
    for (let g = 0; g < groupRows.length; g++) column[p - 1 + g] = mean[g]! * Math.sqrt(groupRows[g]!);
    return column;
  });
  const qr = householderQr(triangularReduction(stacked, p - 1 + groupRows.length));
  return [...qr.pivot.subarray(0, qr.rank)];
}

function momentsBySize(means: readonly Float64Array[], groupRows: Float64Array): GroupedMoments["sizes"] {
  const p = means.length;
  const bySize = new Map<number, { rows: number; groups: number; means: Matrix }>();
  for (let g = 0; g < groupRows.length; g++) {
    const rows = groupRows[g]!;
    let size = bySize.get(rows);
    if (size === undefined) {
      size = { rows, groups: 0, means: zeros(p, p) };
      bySize.set(rows, size);
    }
    size.groups += 1;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) size.means.values[a + b * p]! += means[a]![g]! * means[b]![g]!;
    }
  }
  return [...bySize.values()].sort((a, b) => a.rows - b.rows);
}

/**
 * Takes coefficients and their covariance from the standardised columns back to the units passed in.
 * `outcomeScale` of the moments multiplies everything.
 */
export function inOriginalUnits(
  moments: GroupedMoments,
  coefficients: Float64Array,
  covariance: Matrix,
): { coefficients: Float64Array; covariance: Matrix } {
  const { k, centre, scale, columns } = moments;
  const outcomeScale = scale[k]!;
  const map = zeros(k, k);
  const result = new Float64Array(k);
  const intercept = columns.indexOf(-1);
  for (let j = 0; j < k; j++) {
    const factor = outcomeScale / scale[j]!;
    map.values[j + j * k] = factor;
    result[j] = coefficients[j]! * factor;
    if (j !== intercept && intercept >= 0) map.values[intercept + j * k] = -centre[j]! * factor;
  }
  if (intercept >= 0) {
    result[intercept]! += centre[k]!;
    for (let j = 0; j < k; j++) if (j !== intercept) result[intercept]! -= centre[j]! * result[j]!;
  }
  return { coefficients: result, covariance: multiply(multiply(map, covariance), transpose(map)) };
}
