import { ArgumentError } from "../arguments";

/** A dense matrix, column after column: element (i, j) is `values[j * rows + i]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A rows × columns matrix of zeros. R: `matrix(0, rows, columns)`. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** The identity. R: `diag(size)`. */
export function identity(size: number): Matrix {
  const result = zeros(size, size);
  for (let i = 0; i < size; i++) result.values[i * size + i] = 1;
  return result;
}

/** Columns side by side, copied. R: `cbind(...)`. Throws if the columns differ in length. */
export function fromColumns(columns: readonly ArrayLike<number>[]): Matrix {
  const rows = columns[0]?.length ?? 0;
  const result = zeros(rows, columns.length);
  columns.forEach((column, j) => {
    if (column.length !== rows) {
      throw new ArgumentError("columns", `column ${j} has ${column.length} rows, the first has ${rows}`);
    }
    result.values.set(column, j * rows);
  });
  return result;
}

/** A view of one column, not a copy. */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  return matrix.values.subarray(column * matrix.rows, (column + 1) * matrix.rows);
}

/** The transpose. R: `t(a)`. */
export function transpose(a: Matrix): Matrix {
  const result = zeros(a.columns, a.rows);
  for (let j = 0; j < a.columns; j++) {
    for (let i = 0; i < a.rows; i++) result.values[i * a.columns + j] = a.values[j * a.rows + i]!;
  }
  return result;
}

/** a·b. R: `a %*% b`. Throws if the inner dimensions differ. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new ArgumentError("b", `must have ${a.columns} rows, has ${b.rows}`);
  const result = zeros(a.rows, b.columns);
  for (let j = 0; j < b.columns; j++) {
    const target = columnOf(result, j);
    for (let k = 0; k < a.columns; k++) {
      const factor = b.values[j * b.rows + k]!;
      if (factor === 0) continue;
      const source = columnOf(a, k);
      for (let i = 0; i < a.rows; i++) target[i] = target[i]! + factor * source[i]!;
    }
  }
  return result;
}

/** aᵀ·b. R: `crossprod(a, b)`. Throws if the row counts differ. */
export function transposeMultiply(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows) throw new ArgumentError("b", `must have ${a.rows} rows, has ${b.rows}`);
  const result = zeros(a.columns, b.columns);
  for (let j = 0; j < b.columns; j++) {
    const right = columnOf(b, j);
    // Symmetric when both are the same matrix: half the work.
    for (let i = a === b ? j : 0; i < a.columns; i++) {
      const left = columnOf(a, i);
      let sum = 0;
      for (let row = 0; row < a.rows; row++) sum += left[row]! * right[row]!;
      result.values[j * a.columns + i] = sum;
      if (a === b) result.values[i * a.columns + j] = sum;
    }
  }
  return result;
}

/** a·x for a vector x. R: `drop(a %*% x)`. Throws if the length differs from the columns. */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): Float64Array {
  if (x.length !== a.columns) throw new ArgumentError("x", `must have ${a.columns} rows, has ${x.length}`);
  const result = new Float64Array(a.rows);
  for (let j = 0; j < a.columns; j++) {
    const factor = x[j]!;
    const source = columnOf(a, j);
    for (let i = 0; i < a.rows; i++) result[i] = result[i]! + factor * source[i]!;
  }
  return result;
}

/** xᵀ·a·x, the variance of a linear combination. R: `drop(t(x) %*% a %*% x)`. */
export function quadraticForm(a: Matrix, x: ArrayLike<number>): number {
  const product = multiplyVector(a, x);
  let sum = 0;
  for (let i = 0; i < a.rows; i++) sum += product[i]! * x[i]!;
  return sum;
}
