import { requireCount, requireFiniteColumn, requireOpenProbability, requireSameLength } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Refusal, refuse } from "../result";
import { type FollowUp, type FollowUpColumns, readFollowUp } from "./follow-up";
import { InfluenceMoments } from "./influence-moments";
import { encodeLevels, type Label } from "./level-codes";
import { type RiskTable, tabulateRisk } from "./risk-table";
import { countUpTo } from "./survival-at";
import { requireIntervalType, type SurvivalIntervalType, survivalLimits } from "./survival-interval";

export interface AalenJohansenOptions {
  /** Number of causes; the largest code in `event` unless given. */
  readonly causes?: number;
  /** Labels of the units where one has several rows; each row for itself unless given. R: `id`. */
  readonly cluster?: ArrayLike<Label>;
  readonly level?: number;
  /** On the probability itself: "log" as in R unless given. */
  readonly interval?: SurvivalIntervalType;
}

export interface CumulativeIncidence {
  /** 1 … causes; 0 the event-free state. */
  readonly cause: number;
  /** Events of this cause at each time, weighted. */
  readonly events: Float64Array;
  readonly probability: Float64Array;
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface AalenJohansenCurves {
  readonly method: "Aalen-Johansen";
  readonly n: number;
  readonly level: number;
  readonly interval: SurvivalIntervalType;
  /** Every distinct exit time. */
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly censored: Float64Array;
  readonly eventFree: CumulativeIncidence;
  readonly causes: readonly CumulativeIncidence[];
  readonly warnings: readonly string[];
}

/**
 * Cumulative incidence of competing causes, by the Aalen–Johansen estimator: F(j)(t) = Σ over s ≤ t of S(s−)·d(j)/n, S(s−) the probability
 * of no event of any cause. One minus a cause's own Kaplan–Meier overstates it, since it treats those who left for another
 * cause as if they could still leave for this one. Standard errors by the infinitesimal jackknife over units, no
 * small-sample factor; without censoring and entry they are √(F(1 − F)/n).
 *
 * `event` holds 0 for censored and 1 … K for the cause. Delayed entry as in `kaplanMeier`; normal limits.
 * Source: Aalen & Johansen (1978). R: `survfit(Surv(entry, exit, factor(cause)) ~ 1, id = id, weights = w)`.
 *
 * Refuses `too-few-observations` (no rows), `no-events`. Throws ArgumentError on faulty rows or options.
 */
export function aalenJohansen(
  rows: FollowUp,
  options: AalenJohansenOptions = {},
): AalenJohansenCurves | Refusal {
  const level = options.level ?? 0.95;
  requireOpenProbability(level, "level");
  const interval = options.interval ?? "log";
  requireIntervalType(interval);
  if (options.causes !== undefined) requireCount(options.causes, "causes");
  const columns = readFollowUp(rows, options.causes ?? 255);
  const { n } = columns;
  if (options.cluster !== undefined) requireSameLength(options.cluster, n, "cluster");
  if (n === 0) return refuse("too-few-observations", { n });
  const causeCount = options.causes ?? columns.event.reduce((most, cause) => Math.max(most, cause), 0);
  if (!columns.event.some((cause) => cause !== 0)) return refuse("no-events", { n });
  const clusters = options.cluster === undefined ? null : encodeLevels(options.cluster, "cluster");
  const table = tabulateRisk(columns);
  const curve = (cause: number): CumulativeIncidence => ({
    cause,
    events: new Float64Array(table.times.length),
    probability: new Float64Array(table.times.length),
    standardError: new Float64Array(table.times.length),
    lower: new Float64Array(table.times.length),
    upper: new Float64Array(table.times.length),
  });
  const eventFree = curve(0);
  const causes = Array.from({ length: causeCount }, (_, j) => curve(j + 1));
  const zeroEarly = walk(
    columns,
    table,
    clusters?.codes ?? null,
    clusters?.levels.length ?? n,
    eventFree,
    causes,
  );
  const z = normalQuantile((1 + level) / 2);
  for (const state of [eventFree, ...causes]) addLimits(state, z, interval);
  return {
    method: "Aalen-Johansen",
    n,
    level,
    interval,
    times: table.times,
    atRisk: table.atRisk,
    censored: table.censored,
    eventFree,
    causes,
    warnings: zeroEarly ? ["survival-zero-before-last-time"] : [],
  };
}

function walk(
  columns: FollowUpColumns,
  table: RiskTable,
  codes: Int32Array | null,
  clusterCount: number,
  eventFree: CumulativeIncidence,
  causes: readonly CumulativeIncidence[],
): boolean {
  const moments = new InfluenceMoments(clusterCount, causes.length);
  const clusterOf = (row: number): number => (codes === null ? row : codes[row]!);
  const weightOf = (row: number): number => (columns.weights === null ? 1 : columns.weights[row]!);
  let entered = 0;
  if (table.entryOrder === null) for (let i = 0; i < columns.n; i++) moments.enter(clusterOf(i), weightOf(i));
  let s = 1;
  let zeroAt = -1;
  const size = table.times.length;
  const incidence = new Float64Array(causes.length);
  for (let k = 0; k < size; k++) {
    const n = table.atRisk[k]!;
    const d = table.events[k]!;
    if (table.entryOrder !== null) {
      while (entered < columns.n && columns.entry![table.entryOrder[entered]!]! < table.times[k]!) {
        const row = table.entryOrder[entered++]!;
        moments.enter(clusterOf(row), weightOf(row));
      }
    }
    const start = table.exitStart[k]!;
    const end = table.exitStart[k + 1]!;
    const left = n - d > n * 1e-13 ? n - d : 0;
    if (d > 0) {
      for (let i = start; i < end; i++) {
        const row = table.exitOrder[i]!;
        if (columns.event[row] !== 0) causes[columns.event[row]! - 1]!.events[k]! += weightOf(row);
      }
      for (let j = 0; j < causes.length; j++) {
        const own = causes[j]!.events[k]!;
        if (own === 0) continue;
        incidence[j]! += (s * own) / n;
        moments.advanceCause(j, (s * own) / n, n);
      }
      if (left > 0) moments.advanceSurvival(d, n);
    }
    for (let i = start; i < end; i++) {
      const row = table.exitOrder[i]!;
      const cause = columns.event[row]!;
      const weight = weightOf(row);
      const cluster = clusterOf(row);
      if (cause !== 0) moments.event(cluster, left > 0 ? -weight / left : 0, cause - 1, (s * weight) / n);
      moments.enter(cluster, -weight);
    }
    s *= left / n;
    if (s === 0 && zeroAt < 0) zeroAt = k;
    eventFree.probability[k] = s;
    eventFree.events[k] = d;
    eventFree.standardError[k] = s * Math.sqrt(moments.ofLogSurvival());
    for (let j = 0; j < causes.length; j++) {
      causes[j]!.probability[k] = incidence[j]!;
      causes[j]!.standardError[k] = Math.sqrt(moments.ofCause(j));
    }
    moments.rebaseIfDue();
  }
  return zeroAt >= 0 && zeroAt < size - 1;
}

function addLimits(state: CumulativeIncidence, z: number, interval: SurvivalIntervalType): void {
  for (let k = 0; k < state.probability.length; k++) {
    const probability = state.probability[k]!;
    const error = state.standardError[k]!;
    const ofLog = error === 0 ? 0 : error / probability;
    [state.lower[k], state.upper[k]] = survivalLimits(probability, ofLog, z, interval);
  }
}

export interface IncidenceAtTime {
  readonly time: number;
  readonly cause: number;
  readonly probability: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** One state's values at given times; before the first exit time nothing has happened. R: `summary(survfit, times =)`. Throws if a time is not finite. */
export function incidenceAt(
  curves: AalenJohansenCurves,
  state: CumulativeIncidence,
  times: ArrayLike<number>,
): readonly IncidenceAtTime[] {
  requireFiniteColumn(times, "times");
  return Array.from(times, (time) => {
    const k = countUpTo(curves.times, time) - 1;
    const start = state.cause === 0 ? 1 : 0;
    if (k < 0) {
      return { time, cause: state.cause, probability: start, standardError: 0, lower: start, upper: start };
    }
    return {
      time,
      cause: state.cause,
      probability: state.probability[k]!,
      standardError: state.standardError[k]!,
      lower: state.lower[k]!,
      upper: state.upper[k]!,
    };
  });
}
