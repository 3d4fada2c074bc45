import { ArgumentError, requireFiniteColumn, requireSameLength } from "../arguments";

/**
 * Rows of follow-up. Each says that one unit was watched over `(entry, exit]` and whether the event ended it. A unit with
 * changing covariates, or one observed in pieces, has several rows (start/stop form).
 */
export interface FollowUp {
  /** Start of being at risk, in the unit of `exit`. Absent: every row is at risk from the origin. */
  readonly entry?: ArrayLike<number>;
  readonly exit: ArrayLike<number>;
  /** 1 the event happened at `exit`, 0 the row was censored there. */
  readonly event: ArrayLike<number>;
  /** Case weights above 0; absent: each row counts once. */
  readonly weights?: ArrayLike<number>;
}

/** The same rows as typed columns; a `Float64Array` passed in is used where it lies, not copied, and never written. */
export interface FollowUpColumns {
  readonly n: number;
  readonly entry: Float64Array | null;
  readonly exit: Float64Array;
  readonly event: Uint8Array;
  readonly weights: Float64Array | null;
}

export function asFloat64(column: ArrayLike<number>): Float64Array {
  return column instanceof Float64Array ? column : new Float64Array(column);
}

/**
 * @param highestCode 1 for alive/dead; the number of causes where `event` holds the cause (0 stays "censored").
 * @throws ArgumentError on unequal lengths, a value that is not finite, an event outside 0…highestCode, a weight of 0 or
 * less, and a row of no or negative length: nobody is at risk in `(t, t]`, so R drops or rejects it and a silent drop
 * would hide a faulty query.
 */
export function readFollowUp(rows: FollowUp, highestCode = 1): FollowUpColumns {
  const n = rows.exit.length;
  requireSameLength(rows.event, n, "event");
  if (rows.entry !== undefined) requireSameLength(rows.entry, n, "entry");
  if (rows.weights !== undefined) requireSameLength(rows.weights, n, "weights");
  const exit = asFloat64(rows.exit);
  const entry = rows.entry === undefined ? null : asFloat64(rows.entry);
  const weights = rows.weights === undefined ? null : asFloat64(rows.weights);
  requireFiniteColumn(exit, "exit");
  const event = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const code = rows.event[i]!;
    if (!(Number.isInteger(code) && code >= 0 && code <= highestCode)) {
      throw new ArgumentError(
        "event",
        `row ${i} is ${code}; expected a whole number from 0 to ${highestCode}`,
      );
    }
    event[i] = code;
  }
  if (entry !== null) {
    requireFiniteColumn(entry, "entry");
    for (let i = 0; i < n; i++) {
      if (!(entry[i]! < exit[i]!)) {
        throw new ArgumentError(
          "entry",
          `row ${i} is at risk over (${entry[i]}, ${exit[i]}], which is empty`,
        );
      }
    }
  }
  if (weights !== null) requireWeights(weights);
  return { n, entry, exit, event, weights };
}

function requireWeights(weights: Float64Array): void {
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight > 0 && weight < Infinity)) {
      throw new ArgumentError("weights", `row ${i} is ${weight}; expected a number above 0`);
    }
  }
}

/** The rows at `index`, in that order. */
export function selectFollowUp(columns: FollowUpColumns, index: ArrayLike<number>): FollowUpColumns {
  const n = index.length;
  const entry = columns.entry === null ? null : new Float64Array(n);
  const weights = columns.weights === null ? null : new Float64Array(n);
  const exit = new Float64Array(n);
  const event = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const row = index[i]!;
    exit[i] = columns.exit[row]!;
    event[i] = columns.event[row]!;
    if (entry !== null) entry[i] = columns.entry![row]!;
    if (weights !== null) weights[i] = columns.weights![row]!;
  }
  return { n, entry, exit, event, weights };
}
