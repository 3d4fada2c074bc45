import type { PreparedCoxRows } from "./cox-rows";

/** Refresh when rounding may have reached this share of Σr. */
const toleratedNoise = 1e-13;

/**
 * Σr, Σr·x and Σr·xxᵀ over the risk set, r = w·exp(xβ), carried from the last event time to the first. A row is added at
 * its last event time and subtracted before its first; a stratum starts from exact zeros.
 *
 * Subtracting leaves rounding behind: after a row with a large r has gone, the sums of the small ones carry its last bits.
 * So the accumulated rounding is estimated, and when it may matter the sums are taken afresh over the rows at risk. The work of
 * doing so is bounded by a budget of a few passes over the rows.
 */
export class RiskSetSums {
  sum0 = 0;
  readonly sum1: Float64Array;
  /** Lower triangle, row after row. */
  readonly sum2: Float64Array;
  /** r of each prepared row, written by the caller before each pass. */
  readonly risk: Float64Array;
  private readonly p: number;
  private noiseSquared = 0;
  private budget = 0;
  private stratumEnd = 0;

  constructor(
    private readonly rows: PreparedCoxRows,
    private readonly withSecond: boolean,
  ) {
    this.p = rows.columnCount;
    this.sum1 = new Float64Array(this.p);
    this.sum2 = new Float64Array(withSecond ? (this.p * (this.p + 1)) / 2 : 0);
    this.risk = new Float64Array(rows.used);
  }

  startPass(): void {
    this.budget = 32 * this.rows.used;
  }

  /** @param end one past the stratum's last event time */
  startStratum(end: number): void {
    this.clear();
    this.stratumEnd = this.rows.bucketStart[end]!;
  }

  /** Moves from event time t + 1 (same stratum) to t. */
  moveTo(t: number): void {
    const { rows } = this;
    // An event time that opens a stratum has no entrants, so rows of the stratum left behind are never asked for.
    const { entrants } = rows;
    if (entrants !== null && t + 1 < rows.eventTimes.length) {
      const end = rows.entrantStart[t + 2]!;
      const start = rows.entrantStart[t + 1]!;
      if (rows.entrantX !== null) this.addRows(rows.entrantX, start, end, entrants, -1);
      else for (let i = start; i < end; i++) this.addRows(rows.x, entrants[i]!, entrants[i]! + 1, null, -1);
    }
    this.addRows(rows.x, rows.bucketStart[t]!, rows.bucketStart[t + 1]!, null, 1);
    if (entrants !== null) this.refreshIfNoisy(t);
  }

  /** Adds sign·r times rows start … end − 1 of `x` and their squares; their risks stand at those places, or at `places`. */
  private addRows(
    x: Float64Array,
    start: number,
    end: number,
    places: Uint32Array | null,
    sign: number,
  ): void {
    if (start >= end) return;
    const { p, sum1, sum2, risk, withSecond } = this;
    const before = this.sum0;
    let sum0 = before;
    let base = start * p;
    for (let i = start; i < end; i++, base += p) {
      const r = sign * risk[places === null ? i : places[i]!]!;
      sum0 += r;
      if (withSecond) {
        let at = 0;
        for (let a = 0; a < p; a++) {
          const rx = r * x[base + a]!;
          sum1[a]! += rx;
          for (let b = 0; b <= a; b++, at++) sum2[at]! += rx * x[base + b]!;
        }
      } else {
        for (let a = 0; a < p; a++) sum1[a]! += r * x[base + a]!;
      }
    }
    this.sum0 = sum0;
    this.noiseSquared += (end - start) * Math.max(before * before, sum0 * sum0);
  }

  private refreshIfNoisy(t: number): void {
    const noise = Math.sqrt(this.noiseSquared) * 1.2e-16;
    if (noise <= Math.abs(this.sum0) * toleratedNoise) return;
    const { first, bucketStart, x } = this.rows;
    const start = bucketStart[t]!;
    const cost = this.stratumEnd - start;
    if (cost > this.budget) return;
    this.budget -= cost;
    this.clear();
    for (let i = start; i < this.stratumEnd; i++) if (first[i]! <= t) this.addRows(x, i, i + 1, null, 1);
    // What is left now is the rounding of a plain sum, which no refresh can improve on.
    this.noiseSquared = 0;
  }

  private clear(): void {
    this.sum0 = 0;
    this.sum1.fill(0);
    this.sum2.fill(0);
    this.noiseSquared = 0;
  }
}
