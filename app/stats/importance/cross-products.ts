import { ArgumentError, requireFiniteColumn, requirePositive, requireSameLength } from "../arguments";
import { type Refusal, refuse } from "../result";

/** Rows as the importance measures take them: an outcome, its predictors, and who belongs together. */
export interface DriverData {
  /** Length n, finite. */
  readonly outcome: ArrayLike<number>;
  /** p columns of length n, finite; at least one. */
  readonly predictors: ReadonlyArray<ArrayLike<number>>;
  /** Frequency weights, above 0; a row of weight 2 counts as that row twice. Default 1. */
  readonly weights?: ArrayLike<number>;
}

/** Columns ready for cross-products: every column less its mean over its standard deviation, outcome last. */
export interface StandardisedColumns {
  readonly columns: readonly Float64Array[];
  readonly weights: Float64Array | null;
  /** Sum of the weights: the number of rows the data stand for. */
  readonly n: number;
}

/**
 * Checks and standardises the rows. Centring before any product is taken is what keeps the correlations exact when
 * a column sits far from zero (a calendar year, an account number).
 */
export function standardise(data: DriverData): StandardisedColumns | Refusal {
  const { outcome, predictors, weights } = data;
  if (predictors.length === 0) throw new ArgumentError("predictors", "needs at least one column");
  const rows = outcome.length;
  requireFiniteColumn(outcome, "outcome");
  for (let j = 0; j < predictors.length; j++) {
    requireSameLength(predictors[j]!, rows, `predictors[${j}]`);
    requireFiniteColumn(predictors[j]!, `predictors[${j}]`);
  }
  if (weights) {
    requireSameLength(weights, rows, "weights");
    for (let i = 0; i < rows; i++) requirePositive(weights[i]!, `weights[${i}]`);
  }
  let n = rows;
  if (weights) {
    n = 0;
    for (let i = 0; i < rows; i++) n += weights[i]!;
  }
  const needed = predictors.length + 2;
  if (n < needed || rows < 2) return refuse("too-few-observations", { n, needed });

  const columns: Float64Array[] = [];
  const constant: number[] = [];
  [...predictors, outcome].forEach((column, j) => {
    const standard = standardiseColumn(column, weights, n);
    if (standard) columns.push(standard);
    else constant.push(j);
  });
  if (constant.length > 0) {
    const p = predictors.length;
    return refuse("no-variation", {
      predictors: constant.filter((j) => j < p),
      outcome: constant.includes(p),
    });
  }
  return { columns, weights: weights ? Float64Array.from(weights) : null, n };
}

function standardiseColumn(column: ArrayLike<number>, weights: ArrayLike<number> | undefined, n: number) {
  const rows = column.length;
  // Scaled by the largest value, so that neither a huge nor a tiny unit over- or underflows when squared.
  let largest = 0;
  for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(column[i]!));
  if (largest === 0) return null;
  const first = column[0]! / largest;
  let shift = 0;
  for (let i = 0; i < rows; i++) shift += (weights ? weights[i]! : 1) * (column[i]! / largest - first);
  const mean = first + shift / n;
  const centred = new Float64Array(rows);
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    const difference = column[i]! / largest - mean;
    centred[i] = difference;
    squares += (weights ? weights[i]! : 1) * difference * difference;
  }
  // Rounding alone leaves about 1e-16 of the level; what is not above that is a constant.
  if (!(Math.sqrt(squares / n) > 1e-13)) return null;
  const scale = Math.sqrt(n / squares);
  for (let i = 0; i < rows; i++) centred[i]! *= scale;
  return centred;
}

/** Length of a packed block of sums: the weight, the k sums, and the k(k+1)/2 products. */
export function packedLength(k: number): number {
  return 1 + k + (k * (k + 1)) / 2;
}

/** Adds one row's weight, sums and products to a packed block. */
export function addRow(
  packed: Float64Array,
  offset: number,
  columns: readonly Float64Array[],
  row: number,
  weight: number,
): void {
  const k = columns.length;
  packed[offset]! += weight;
  let at = offset + 1 + k;
  for (let a = 0; a < k; a++) {
    const weighted = weight * columns[a]![row]!;
    packed[offset + 1 + a]! += weighted;
    for (let b = 0; b <= a; b++) packed[at++]! += weighted * columns[b]![row]!;
  }
}

/** The k × k correlations of a packed block, column-major; null where a column does not vary. */
export function correlationOf(packed: Float64Array, k: number): Float64Array | null {
  const n = packed[0]!;
  if (!(n > 1)) return null;
  const correlation = new Float64Array(k * k);
  const at = (a: number, b: number) => 1 + k + (a * (a + 1)) / 2 + b;
  const deviation = new Float64Array(k);
  for (let a = 0; a < k; a++) {
    const mean = packed[1 + a]! / n;
    const variance = packed[at(a, a)]! / n - mean * mean;
    if (!(variance > 1e-12)) return null;
    deviation[a] = Math.sqrt(variance);
  }
  for (let a = 0; a < k; a++) {
    correlation[a * k + a] = 1;
    for (let b = 0; b < a; b++) {
      const covariance = packed[at(a, b)]! / n - (packed[1 + a]! / n) * (packed[1 + b]! / n);
      const r = covariance / (deviation[a]! * deviation[b]!);
      correlation[a * k + b] = r;
      correlation[b * k + a] = r;
    }
  }
  return correlation;
}

/** All rows in one packed block. */
export function crossProducts({ columns, weights }: StandardisedColumns): Float64Array {
  const packed = new Float64Array(packedLength(columns.length));
  const rows = columns[0]!.length;
  for (let i = 0; i < rows; i++) addRow(packed, 0, columns, i, weights ? weights[i]! : 1);
  return packed;
}
