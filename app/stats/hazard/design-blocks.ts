/** Rows copied at a time into a row-major buffer that stays in the processor's cache. */
const blockRows = 512;

/**
 * The columns of a regression, rescaled to unit root mean square and, where one of them is constant, centred: the fit is the
 * same model in coordinates in which a calendar year or an amount of money is as harmless as a 0/1 column. Rows are handed out
 * in blocks, so that no second copy of a large design is made.
 */
export class DesignBlocks {
  readonly p: number;
  readonly n: number;
  readonly scale: Float64Array;
  readonly centre: Float64Array;
  /** Largest − smallest of the rescaled columns; for the constant column its own size. */
  readonly range: Float64Array;
  /** The first column that does not vary and is not 0; −1 without one. */
  readonly constant: number;
  private readonly buffer: Float64Array;

  constructor(private readonly columns: readonly ArrayLike<number>[]) {
    this.p = columns.length;
    this.n = columns[0]!.length;
    this.scale = new Float64Array(this.p);
    this.centre = new Float64Array(this.p);
    this.range = new Float64Array(this.p);
    this.buffer = new Float64Array(blockRows * this.p);
    const extremes = columns.map((column) => {
      let lowest = Infinity;
      let highest = -Infinity;
      for (let i = 0; i < this.n; i++) {
        lowest = Math.min(lowest, column[i]!);
        highest = Math.max(highest, column[i]!);
      }
      return { lowest, highest };
    });
    this.constant = extremes.findIndex(({ lowest, highest }) => lowest === highest && lowest !== 0);
    columns.forEach((column, j) => {
      const { lowest, highest } = extremes[j]!;
      const centred = this.constant >= 0 && j !== this.constant;
      if (centred) this.centre[j] = lowest === highest ? lowest : mean(column, this.n);
      let squares = 0;
      for (let i = 0; i < this.n; i++) squares += (column[i]! - this.centre[j]!) ** 2;
      const root = Math.sqrt(squares / this.n);
      this.scale[j] = root > 0 && Number.isFinite(root) ? root : 1;
      this.range[j] = (j === this.constant ? Math.abs(highest) : highest - lowest) / this.scale[j]!;
      // A column that does not vary still moves every row's linear predictor.
      if (this.range[j] === 0) this.range[j] = Math.abs(highest - this.centre[j]!) / this.scale[j]!;
    });
  }

  /** Calls `visit` with rows start … start + count − 1, row-major. The buffer is reused. */
  each(visit: (block: Float64Array, start: number, count: number) => void): void {
    const { p, buffer } = this;
    for (let start = 0; start < this.n; start += blockRows) {
      const count = Math.min(blockRows, this.n - start);
      for (let j = 0; j < p; j++) {
        const column = this.columns[j]!;
        const centre = this.centre[j]!;
        const factor = 1 / this.scale[j]!;
        for (let i = 0; i < count; i++) buffer[i * p + j] = (column[start + i]! - centre) * factor;
      }
      visit(buffer, start, count);
    }
  }

  /** Coefficients of the columns as given, from those of the rescaled ones. */
  coefficients(beta: ArrayLike<number>): Float64Array {
    const given = Float64Array.from(beta, (value, j) => value / this.scale[j]!);
    if (this.constant >= 0) given[this.constant]! -= this.shiftOf(given);
    return given;
  }

  /** T·V·Tᵀ with T the map of `coefficients`; V is p × p. */
  covariance(v: Float64Array): Float64Array {
    const { p } = this;
    const half = new Float64Array(p * p);
    for (let j = 0; j < p; j++) half.set(this.coefficients(v.subarray(j * p, (j + 1) * p)), j * p);
    const result = new Float64Array(p * p);
    const row = new Float64Array(p);
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) row[j] = half[j * p + i]!;
      result.set(this.coefficients(row), i * p);
    }
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < i; j++) {
        result[i * p + j] = result[j * p + i] = (result[i * p + j]! + result[j * p + i]!) / 2;
      }
    }
    return result;
  }

  private shiftOf(given: Float64Array): number {
    const value = this.columns[this.constant]![0]!;
    let shift = 0;
    for (let j = 0; j < this.p; j++) if (j !== this.constant) shift += (this.centre[j]! / value) * given[j]!;
    return shift;
  }
}

function mean(column: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += column[i]!;
  return sum / n;
}
