/** Checks on what a caller passes. A wrong argument is a programmer's error: it throws and names the argument. */

export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
  constructor(
    readonly argument: string,
    problem: string,
  ) {
    super(`${argument}: ${problem}`);
  }
}

export function requireFinite(value: number, argument: string): void {
  if (!Number.isFinite(value)) throw new ArgumentError(argument, `must be a finite number, got ${value}`);
}

export function requireProbability(value: number, argument: string): void {
  if (!(value >= 0 && value <= 1)) throw new ArgumentError(argument, `must lie in [0, 1], got ${value}`);
}

/** For confidence levels and the like, where 0 and 1 make no sense either. */
export function requireOpenProbability(value: number, argument: string): void {
  if (!(value > 0 && value < 1)) throw new ArgumentError(argument, `must lie in (0, 1), got ${value}`);
}

export function requireCount(value: number, argument: string): void {
  if (!Number.isInteger(value) || value < 0) {
    throw new ArgumentError(argument, `must be a whole number of at least 0, got ${value}`);
  }
}

export function requirePositive(value: number, argument: string): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new ArgumentError(argument, `must be above 0, got ${value}`);
}

/** Every element finite; an empty column passes, since emptiness is the data's fault and not the caller's. */
export function requireFiniteColumn(column: ArrayLike<number>, argument: string): void {
  for (let i = 0; i < column.length; i++) {
    if (!Number.isFinite(column[i])) throw new ArgumentError(argument, `row ${i} is ${column[i]}`);
  }
}

export function requireSameLength(column: ArrayLike<unknown>, length: number, argument: string): void {
  if (column.length !== length) {
    throw new ArgumentError(argument, `must have ${length} rows, has ${column.length}`);
  }
}

/** One label a row, of any kind, but none missing: NaN, an infinity, null and undefined name nobody. */
export function requireLabels(labels: ArrayLike<unknown>, argument: string): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label === undefined || label === null || (typeof label === "number" && !Number.isFinite(label))) {
      throw new ArgumentError(argument, `row ${i} is ${label}`);
    }
  }
}
