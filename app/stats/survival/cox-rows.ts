import { ArgumentError, requireFiniteColumn, requireSameLength } from "../arguments";
import { ascendingOrder, orderByCode } from "./ascending-order";
import { type FollowUp, type FollowUpColumns, readFollowUp } from "./follow-up";
import { encodeLevels, type Label } from "./level-codes";

/** Follow-up with what explains it. A covariate's value holds over the whole of its row's `(entry, exit]`. */
export interface CoxRows extends FollowUp {
  /** One column for each covariate. */
  readonly covariates: readonly ArrayLike<number>[];
  /** Names for results and refusals; "1", "2", … unless given. */
  readonly names?: readonly string[];
  /** Each label has a baseline hazard of its own. */
  readonly strata?: ArrayLike<Label>;
  /** Added to the linear predictor with coefficient 1. */
  readonly offset?: ArrayLike<number>;
}

/**
 * The rows as the partial likelihood sees them. Distinct event times are numbered within strata, strata one after another,
 * and a row is at risk at the numbers `first`…`last`; rows at risk at none are left out, for they add nothing. So sorting
 * is a counting sort on small integers and no time is compared in the passes.
 */
export interface PreparedCoxRows {
  /** Rows given. */
  readonly n: number;
  /** Rows at risk at some event time, in the order of the arrays below: by `last`, events before others. */
  readonly used: number;
  readonly columnCount: number;
  readonly names: readonly string[];
  readonly events: number;
  /** Prepared row → row given. */
  readonly source: Uint32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly weights: Float64Array | null;
  readonly offset: Float64Array | null;
  /** Row-major, each column centred and divided by its scale. */
  readonly x: Float64Array;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** Largest − smallest of the standardised columns. */
  readonly range: Float64Array;
  readonly eventTimes: Float64Array;
  readonly stratumLevels: readonly Label[];
  /** `eventTimes` of stratum s stand at `stratumStart[s]`…`stratumStart[s + 1]`. */
  readonly stratumStart: Int32Array;
  /** Prepared rows with `last` = t stand at `bucketStart[t]`…; those before `bucketCensored[t]` had the event at t. */
  readonly bucketStart: Uint32Array;
  readonly bucketCensored: Uint32Array;
  /** Prepared rows by `first`; those with `first` = t at `entrantStart[t]`…. Null where nobody enters late. */
  readonly entrants: Uint32Array | null;
  readonly entrantStart: Uint32Array;
  /**
   * `x` of the entrants in their own order, so that taking rows out walks through memory as putting them in does: half the
   * time of a pass was waiting for scattered rows. Null where the copy would cost more memory than the speed is worth.
   */
  readonly entrantX: Float64Array | null;
}

/** 64 MB of doubles. */
const largestCopy = 8e6;

export interface CheckedCoxRows {
  readonly columns: FollowUpColumns;
  readonly covariates: readonly ArrayLike<number>[];
  readonly names: readonly string[];
  readonly strata: { readonly levels: readonly Label[]; readonly codes: Int32Array } | null;
  readonly offset: ArrayLike<number> | null;
}

/** @throws ArgumentError as `readFollowUp` does, and on a covariate or offset that is short or not finite. */
export function checkCoxRows(rows: CoxRows): CheckedCoxRows {
  const columns = readFollowUp(rows);
  const { covariates } = rows;
  if (covariates.length === 0) throw new ArgumentError("covariates", "must have at least one column");
  const names = rows.names ?? covariates.map((_, j) => String(j + 1));
  requireSameLength(names, covariates.length, "names");
  covariates.forEach((column, j) => {
    requireSameLength(column, columns.n, `covariates[${j}]`);
    requireFiniteColumn(column, `covariates[${j}]`);
  });
  if (rows.strata !== undefined) requireSameLength(rows.strata, columns.n, "strata");
  if (rows.offset !== undefined) {
    requireSameLength(rows.offset, columns.n, "offset");
    requireFiniteColumn(rows.offset, "offset");
  }
  const strata = rows.strata === undefined ? null : encodeLevels(rows.strata, "strata");
  return { columns, covariates, names, strata, offset: rows.offset ?? null };
}

/** Numbers the event times and lays the rows out for the passes; null where no row had the event. */
export function prepareCoxRows(checked: CheckedCoxRows): PreparedCoxRows | null {
  const { columns } = checked;
  const { n } = columns;
  let events = 0;
  for (let i = 0; i < n; i++) events += columns.event[i]!;
  if (events === 0) return null;
  const spans = numberEventTimes(columns, checked.strata);
  const times = spans.eventTimes.length;
  const { source, bucketStart, bucketCensored } = bucketByLast(columns.event, spans, times);
  const used = source.length;
  const first = new Int32Array(used);
  const last = new Int32Array(used);
  for (let i = 0; i < used; i++) {
    first[i] = spans.first[source[i]!]!;
    last[i] = spans.last[source[i]!]!;
  }
  const { entrants, entrantStart } = bucketByFirst(first, spans.stratumStart, times);
  const standardised = standardise(checked.covariates, source);
  return {
    n,
    used,
    columnCount: checked.covariates.length,
    names: checked.names,
    events,
    source,
    first,
    last,
    weights: columns.weights === null ? null : gather(columns.weights, source),
    offset: checked.offset === null ? null : gather(checked.offset, source),
    ...standardised,
    eventTimes: spans.eventTimes,
    stratumLevels: checked.strata?.levels ?? [],
    stratumStart: spans.stratumStart,
    bucketStart,
    bucketCensored,
    entrants,
    entrantStart,
    entrantX: entrants === null ? null : copyRows(standardised.x, checked.covariates.length, entrants),
  };
}

function copyRows(x: Float64Array, p: number, rows: Uint32Array): Float64Array | null {
  if (rows.length * p > largestCopy) return null;
  const copy = new Float64Array(rows.length * p);
  for (let i = 0, at = 0; i < rows.length; i++) {
    for (let base = rows[i]! * p, end = base + p; base < end; base++) copy[at++] = x[base]!;
  }
  return copy;
}

interface Spans {
  readonly eventTimes: Float64Array;
  readonly stratumStart: Int32Array;
  /** By row given; `first` > `last` where the row is at risk at no event time. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /**
   * Rows given, by stratum and entry (by exit where nobody enters late). Buckets filled in this order hold rows of one
   * entry side by side, so that removing them walks through memory.
   */
  readonly order: Uint32Array;
}

function numberEventTimes(
  columns: FollowUpColumns,
  strata: { readonly levels: readonly Label[]; readonly codes: Int32Array } | null,
): Spans {
  const { n, entry, exit, event } = columns;
  const strataCount = strata?.levels.length ?? 1;
  const stratumOf = (row: number): number => (strata === null ? 0 : strata.codes[row]!);
  const inStrata = (order: Uint32Array): Uint32Array =>
    strata === null ? order : orderByCode(strata.codes, strataCount, order);
  const byExit = inStrata(ascendingOrder(exit));
  const eventTimes: number[] = [];
  const stratumStart = new Int32Array(strataCount + 1);
  const last = new Int32Array(n);
  let stratum = 0;
  for (let i = 0; i < n; ) {
    const time = exit[byExit[i]!]!;
    while (stratum < stratumOf(byExit[i]!)) stratumStart[++stratum] = eventTimes.length;
    let end = i;
    let any = false;
    while (end < n && exit[byExit[end]!]! === time && stratumOf(byExit[end]!) === stratum) {
      if (event[byExit[end]!] !== 0) any = true;
      end++;
    }
    if (any) eventTimes.push(time);
    // Exits after the stratum's last event time so far belong to that time; before its first they get last < first.
    for (; i < end; i++) last[byExit[i]!] = eventTimes.length - 1;
  }
  while (stratum < strataCount) stratumStart[++stratum] = eventTimes.length;

  const first = new Int32Array(n);
  let order = byExit;
  if (entry === null) {
    for (let row = 0; row < n; row++) first[row] = stratumStart[stratumOf(row)]!;
  } else {
    const byEntry = inStrata(ascendingOrder(entry));
    order = byEntry;
    let t = 0;
    for (let i = 0; i < n; i++) {
      const row = byEntry[i]!;
      const s = stratumOf(row);
      if (t < stratumStart[s]!) t = stratumStart[s]!;
      while (t < stratumStart[s + 1]! && eventTimes[t]! <= entry[row]!) t++;
      first[row] = t;
    }
  }
  return { eventTimes: Float64Array.from(eventTimes), stratumStart, first, last, order };
}

function bucketByLast(
  event: Uint8Array,
  spans: Spans,
  times: number,
): { source: Uint32Array; bucketStart: Uint32Array; bucketCensored: Uint32Array } {
  const { first, last, order } = spans;
  const bucketStart = new Uint32Array(times + 1);
  const bucketCensored = new Uint32Array(times);
  for (let row = 0; row < last.length; row++) {
    if (first[row]! > last[row]!) continue;
    bucketStart[last[row]! + 1]!++;
    if (event[row] !== 0) bucketCensored[last[row]!]!++;
  }
  for (let t = 0; t < times; t++) {
    bucketStart[t + 1]! += bucketStart[t]!;
    bucketCensored[t]! += bucketStart[t]!;
  }
  const nextEvent = bucketStart.slice();
  const nextCensored = bucketCensored.slice();
  const source = new Uint32Array(bucketStart[times]!);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const t = last[row]!;
    if (first[row]! > t) continue;
    source[event[row] !== 0 ? nextEvent[t]!++ : nextCensored[t]!++] = row;
  }
  return { source, bucketStart, bucketCensored };
}

/** A row at risk from its stratum's first event time on needs no removal, so it is not an entrant. */
function bucketByFirst(
  first: Int32Array,
  stratumStart: Int32Array,
  times: number,
): { entrants: Uint32Array | null; entrantStart: Uint32Array } {
  const entrantStart = new Uint32Array(times + 1);
  const opens = new Uint8Array(times + 1);
  for (let s = 0; s + 1 < stratumStart.length; s++) opens[stratumStart[s]!] = 1;
  let late = 0;
  for (let i = 0; i < first.length; i++) {
    if (opens[first[i]!] === 1) continue;
    entrantStart[first[i]! + 1]!++;
    late++;
  }
  for (let t = 0; t < times; t++) entrantStart[t + 1]! += entrantStart[t]!;
  if (late === 0) return { entrants: null, entrantStart };
  const next = entrantStart.slice();
  const entrants = new Uint32Array(late);
  for (let i = 0; i < first.length; i++) {
    if (opens[first[i]!] === 0) entrants[next[first[i]!]!++] = i;
  }
  return { entrants, entrantStart };
}

function gather(column: ArrayLike<number>, source: Uint32Array): Float64Array {
  const gathered = new Float64Array(source.length);
  for (let i = 0; i < source.length; i++) gathered[i] = column[source[i]!]!;
  return gathered;
}

/**
 * Centring keeps the second moments from drowning in the mean (a calendar year, a postcode); dividing by the standard
 * deviation makes the fit independent of units. A column that does not vary keeps scale 1 and becomes exactly 0. Both are
 * taken over all rows given, in the order in which they lie in memory: they are coordinates, not estimates.
 */
function standardise(
  covariates: readonly ArrayLike<number>[],
  source: Uint32Array,
): { x: Float64Array; centre: Float64Array; scale: Float64Array; range: Float64Array } {
  const used = source.length;
  const p = covariates.length;
  const x = new Float64Array(used * p);
  const centre = new Float64Array(p);
  const scale = new Float64Array(p);
  const range = new Float64Array(p);
  covariates.forEach((column, j) => {
    const { mean, deviation, lowest, highest } = summarise(column);
    centre[j] = mean;
    scale[j] = deviation > 0 && Number.isFinite(deviation) ? deviation : 1;
    range[j] = (highest - lowest) / scale[j]!;
    fillColumn(x, p, j, column, source, mean, scale[j]!);
  });
  return { x, centre, scale, range };
}

/** A function of its own so that it is compiled for the kind of array each column is. */
function fillColumn(
  x: Float64Array,
  p: number,
  j: number,
  column: ArrayLike<number>,
  source: Uint32Array,
  centre: number,
  scale: number,
): void {
  for (let i = 0, at = j; i < source.length; i++, at += p) x[at] = (column[source[i]!]! - centre) / scale;
}

function summarise(column: ArrayLike<number>): {
  mean: number;
  deviation: number;
  lowest: number;
  highest: number;
} {
  const n = column.length;
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = column[i]!;
    sum += value;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const mean = lowest === highest ? lowest : sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (column[i]! - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / n), lowest, highest };
}
