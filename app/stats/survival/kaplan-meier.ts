import {
  ArgumentError,
  requireFinite,
  requireOpenProbability,
  requirePositive,
  requireSameLength,
} from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Refusal, refuse } from "../result";
import { type FollowUp, type FollowUpColumns, readFollowUp, selectFollowUp } from "./follow-up";
import { InfluenceMoments } from "./influence-moments";
import { encodeLevels, type Label } from "./level-codes";
import { type RiskTable, tabulateRisk } from "./risk-table";
import { requireIntervalType, type SurvivalIntervalType, survivalLimits } from "./survival-interval";

export interface KaplanMeierOptions {
  /** Coverage of the pointwise limits; 0.95 unless given. */
  readonly level?: number;
  /** "log-log" unless given (R's own default is "log"). */
  readonly interval?: SurvivalIntervalType;
  /** Condition on being event-free at this time: earlier exits are left out. R: `start.time`. */
  readonly startTime?: number;
  /**
   * Start the curve at the first exit time with at least this many at risk. With delayed entry the first risk sets can be
   * one or two strong, and one event there takes the curve to 0 for good.
   */
  readonly minimumAtRisk?: number;
  /** Standard errors by the infinitesimal jackknife over these labels instead of Greenwood's. R: `cluster`. */
  readonly cluster?: ArrayLike<Label>;
  /** Jackknife by row without a cluster. As in R the default is true where a weight is not a whole number. */
  readonly robust?: boolean;
}

/** A step function: column k holds from `times[k]` until the next time. Before `times[0]` survival is 1. */
export interface SurvivalCurve {
  readonly method: "Kaplan-Meier";
  /** Rows used. */
  readonly n: number;
  readonly eventTotal: number;
  /** 0, or the lowest time where that is negative, or the time the curve was made to start at. */
  readonly startTime: number;
  readonly level: number;
  readonly interval: SurvivalIntervalType;
  readonly variance: "Greenwood" | "infinitesimal jackknife";
  /** Every distinct exit time, censorings too. */
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly survival: Float64Array;
  /** Of S(t); NaN from the time when all at risk had the event (Greenwood's sum is infinite there). */
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Nelson–Aalen Σ d/n. */
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeHazardStandardError: Float64Array;
  readonly warnings: readonly string[];
}

/**
 * Kaplan–Meier: S(t) = Π over event times s ≤ t of (1 − d/n), with n at risk just before s (entry < s ≤ exit).
 * Greenwood variance S²·Σ d/n(n − d). Nelson–Aalen Σ d/n with variance Σ d/n². Weights enter d and n.
 *
 * n is the number of rows; there are no degrees of freedom (normal limits).
 * Sources: Kaplan & Meier (1958); Greenwood (1926); for the jackknife Therneau & Grambsch (2000), ch. 2 and 8.
 * R: `survfit(Surv(entry, exit, event) ~ 1, weights =, conf.type = "log-log", start.time =, cluster =, timefix = FALSE)`.
 *
 * Refuses `too-few-observations` where no row is left or no risk set reaches `minimumAtRisk`. No event is no refusal: the
 * curve stays at 1. Throws ArgumentError on faulty rows or options.
 */
export function kaplanMeier(rows: FollowUp, options: KaplanMeierOptions = {}): SurvivalCurve | Refusal {
  const columns = readFollowUp(rows);
  const cluster = options.cluster;
  if (cluster !== undefined) requireSameLength(cluster, columns.n, "cluster");
  checkOptions(options);
  return curveOf(columns, cluster === undefined ? null : encodeLevels(cluster, "cluster").codes, options);
}

export interface GroupedSurvivalCurve {
  readonly group: Label;
  readonly curve: SurvivalCurve | Refusal;
}

/** One curve for each label, in ascending order. R: `survfit(Surv(…) ~ group)`. */
export function kaplanMeierByGroup(
  rows: FollowUp,
  group: ArrayLike<Label>,
  options: KaplanMeierOptions = {},
): readonly GroupedSurvivalCurve[] {
  const columns = readFollowUp(rows);
  requireSameLength(group, columns.n, "group");
  const cluster = options.cluster;
  if (cluster !== undefined) requireSameLength(cluster, columns.n, "cluster");
  checkOptions(options);
  const clusterCodes = cluster === undefined ? null : encodeLevels(cluster, "cluster").codes;
  const { levels, codes } = encodeLevels(group, "group");
  return levels.map((level, code) => {
    const index: number[] = [];
    for (let i = 0; i < columns.n; i++) if (codes[i] === code) index.push(i);
    const own = clusterCodes === null ? null : Int32Array.from(index, (row) => clusterCodes[row]!);
    return { group: level, curve: curveOf(selectFollowUp(columns, index), own, options) };
  });
}

function checkOptions(options: KaplanMeierOptions): void {
  requireOpenProbability(options.level ?? 0.95, "level");
  requireIntervalType(options.interval ?? "log-log");
  if (options.startTime !== undefined) requireFinite(options.startTime, "startTime");
  if (options.minimumAtRisk !== undefined) requirePositive(options.minimumAtRisk, "minimumAtRisk");
  if (options.startTime !== undefined && options.minimumAtRisk !== undefined) {
    throw new ArgumentError("minimumAtRisk", "cannot be combined with startTime");
  }
}

function curveOf(
  allColumns: FollowUpColumns,
  allClusters: Int32Array | null,
  options: KaplanMeierOptions,
): SurvivalCurve | Refusal {
  let columns = allColumns;
  let clusters = allClusters;
  if (columns.n === 0) return refuse("too-few-observations", { n: 0 });
  let table: RiskTable | null = null;
  let startTime = options.startTime;
  if (options.minimumAtRisk !== undefined) {
    table = tabulateRisk(columns);
    const first = table.atRisk.findIndex((atRisk) => atRisk >= options.minimumAtRisk!);
    if (first < 0) {
      const largest = table.atRisk.reduce((most, atRisk) => Math.max(most, atRisk), 0);
      return refuse("too-few-observations", { n: columns.n, largestRiskSet: largest });
    }
    if (first > 0) startTime = table.times[first]!;
  }
  if (startTime !== undefined) {
    const from = startTime;
    const kept: number[] = [];
    for (let i = 0; i < columns.n; i++) if (columns.exit[i]! >= from) kept.push(i);
    if (kept.length === 0) return refuse("too-few-observations", { n: 0, startTime: from });
    if (kept.length < columns.n) {
      columns = selectFollowUp(columns, kept);
      if (clusters !== null) clusters = Int32Array.from(kept, (row) => allClusters![row]!);
      table = null;
    }
  }
  table ??= tabulateRisk(columns);
  const robust = options.robust ?? (clusters !== null || hasFractionalWeight(columns.weights));
  return estimateCurve(columns, table, startTime, robust, clusters, options);
}

function hasFractionalWeight(weights: Float64Array | null): boolean {
  return weights?.some((weight) => weight !== Math.floor(weight)) ?? false;
}

function estimateCurve(
  columns: FollowUpColumns,
  table: RiskTable,
  startTime: number | undefined,
  robust: boolean,
  clusters: Int32Array | null,
  options: KaplanMeierOptions,
): SurvivalCurve {
  const level = options.level ?? 0.95;
  const interval = options.interval ?? "log-log";
  const z = normalQuantile((1 + level) / 2);
  const size = table.times.length;
  const survival = new Float64Array(size);
  const standardError = new Float64Array(size);
  const lower = new Float64Array(size);
  const upper = new Float64Array(size);
  const cumulativeHazard = new Float64Array(size);
  const cumulativeHazardStandardError = new Float64Array(size);
  const jackknife = robust ? new JackknifeWalk(columns, table, clusters) : null;
  let s = 1;
  let greenwood = 0;
  let hazard = 0;
  let hazardVariance = 0;
  let eventTotal = 0;
  let zeroAt = -1;
  for (let k = 0; k < size; k++) {
    const d = table.events[k]!;
    const n = table.atRisk[k]!;
    const left = remaining(n, d);
    if (d > 0) {
      eventTotal += d;
      s *= left / n;
      greenwood += d / (n * left);
      hazard += d / n;
      hazardVariance += d / (n * n);
      if (left === 0 && zeroAt < 0) zeroAt = k;
    }
    survival[k] = s;
    cumulativeHazard[k] = hazard;
    jackknife?.step(k, left);
    if (jackknife === null) {
      standardError[k] = s * Math.sqrt(greenwood);
      cumulativeHazardStandardError[k] = Math.sqrt(hazardVariance);
    } else {
      standardError[k] = s === 0 ? 0 : s * Math.sqrt(jackknife.logSurvivalVariance());
      cumulativeHazardStandardError[k] = Math.sqrt(jackknife.hazardVariance());
    }
    const ofLog = jackknife === null ? Math.sqrt(greenwood) : s === 0 ? 0 : standardError[k]! / s;
    [lower[k], upper[k]] = survivalLimits(s, ofLog, z, interval);
  }
  return {
    method: "Kaplan-Meier",
    n: columns.n,
    eventTotal,
    startTime: startTime ?? Math.min(0, table.times[0]!),
    level,
    interval,
    variance: robust ? "infinitesimal jackknife" : "Greenwood",
    times: table.times,
    atRisk: table.atRisk,
    events: table.events,
    censored: table.censored,
    survival,
    standardError,
    lower,
    upper,
    cumulativeHazard,
    cumulativeHazardStandardError,
    // With delayed entry units can be at risk after the curve has reached 0; nothing they do can raise it again.
    warnings: zeroAt >= 0 && zeroAt < size - 1 ? ["survival-zero-before-last-time"] : [],
  };
}

/** n − d, with the rounding residue of fractional weights taken as 0. */
function remaining(atRisk: number, events: number): number {
  const left = atRisk - events;
  return left > atRisk * 1e-13 ? left : 0;
}

/** Feeds the table's rows, in time order, to the moments behind the jackknife variances of log S and of Σ d/n. */
class JackknifeWalk {
  private readonly ofSurvival: InfluenceMoments;
  private readonly ofHazard: InfluenceMoments;
  private entered = 0;

  constructor(
    private readonly columns: FollowUpColumns,
    private readonly table: RiskTable,
    private readonly clusters: Int32Array | null,
  ) {
    const count =
      clusters === null ? columns.n : clusters.reduce((most, code) => Math.max(most, code), 0) + 1;
    this.ofSurvival = new InfluenceMoments(count, 0);
    this.ofHazard = new InfluenceMoments(count, 1);
    if (table.entryOrder === null) for (let i = 0; i < columns.n; i++) this.move(i, 1);
  }

  step(k: number, left: number): void {
    const { columns, table } = this;
    const time = table.times[k]!;
    const n = table.atRisk[k]!;
    const d = table.events[k]!;
    if (table.entryOrder !== null) {
      while (this.entered < columns.n && columns.entry![table.entryOrder[this.entered]!]! < time) {
        this.move(table.entryOrder[this.entered]!, 1);
        this.entered++;
      }
    }
    if (d > 0) {
      this.ofHazard.advanceCause(0, d / n, n);
      if (left > 0) this.ofSurvival.advanceSurvival(d, n);
    }
    for (let i = table.exitStart[k]!; i < table.exitStart[k + 1]!; i++) {
      const row = table.exitOrder[i]!;
      if (columns.event[row] !== 0) {
        const weight = columns.weights === null ? 1 : columns.weights[row]!;
        const cluster = this.clusters === null ? row : this.clusters[row]!;
        this.ofHazard.event(cluster, 0, 0, weight / n);
        if (left > 0) this.ofSurvival.event(cluster, -weight / left, -1, 0);
      }
      this.move(row, -1);
    }
    this.ofSurvival.rebaseIfDue();
    this.ofHazard.rebaseIfDue();
  }

  logSurvivalVariance(): number {
    return this.ofSurvival.ofLogSurvival();
  }

  hazardVariance(): number {
    return this.ofHazard.ofCause(0);
  }

  private move(row: number, sign: number): void {
    const weight = sign * (this.columns.weights === null ? 1 : this.columns.weights[row]!);
    const cluster = this.clusters === null ? row : this.clusters[row]!;
    this.ofSurvival.enter(cluster, weight);
    this.ofHazard.enter(cluster, weight);
  }
}
