import { ArgumentError } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Estimate, type Refusal, refuse } from "../result";
import type { GroupTimeEffect, GroupTimeEffects } from "./group-time-effects";

export interface AggregateOptions {
  /**
   * "simple": all post-treatment cells by cohort weight. "dynamic": by time since treatment. "group": by cohort.
   * "calendar": by period.
   */
  readonly by: "simple" | "dynamic" | "group" | "calendar";
  /** Dynamic only: keep cohorts seen at least this long after treatment, and event times up to it (R's balance_e). */
  readonly balanceTo?: number;
  /** Dynamic only: event times kept, both ends included. */
  readonly earliest?: number;
  readonly latest?: number;
}

export interface AggregateEffect extends Estimate {
  /** Event time, cohort or period, as asked for. */
  readonly at: number;
  /** Dynamic: before treatment, within the anticipation, or after; the other kinds hold effects after treatment only. */
  readonly phase: GroupTimeEffect["phase"];
  /** 0 by construction: every cell of it is its own base. */
  readonly reference: boolean;
  /** What a linear trend of 1 per unit of period, unlike in the comparison group, would show here. */
  readonly underUnitTrend: number;
  /** Cohorts in it. */
  readonly cohorts: number;
}

export interface AggregateEffects {
  readonly by: AggregateOptions["by"];
  /** Empty for "simple". */
  readonly effects: readonly AggregateEffect[];
  readonly overall: Estimate & { readonly underUnitTrend: number };
  /** Clusters × effects, column-major; see GroupTimeEffects.influence. */
  readonly influence: Float64Array;
  readonly clusters: number;
  /** Of the effects, column-major. */
  readonly covariance: Float64Array;
  readonly level: number;
  readonly warnings: readonly string[];
}

/**
 * Averages of group-time effects, their error including that of the estimated cohort weights.
 *
 * simple Σ_{g≤t} p_g ATT(g,t) / Σ p_g; dynamic at e: over cells with t − g = e, overall the plain mean over e ≥ 0;
 * group: plain mean over t ≥ g, overall by p_g; calendar: over g ≤ t by p_g, overall the plain mean over t. p_g is the
 * cohort's share of (weighted) units. Normal reference, degreesOfFreedom Infinity, n units.
 * Source: Callaway & Sant'Anna (2021), section 3. R: `did::aggte(att_gt_object, type, balance_e, min_e, max_e)`.
 *
 * Throws ArgumentError for an unknown kind, or event-time options with another kind than dynamic.
 * Refuses `not-identified` when no cell after treatment is left.
 */
export function aggregateEffects(
  given: GroupTimeEffects,
  options: AggregateOptions,
): AggregateEffects | Refusal {
  const { by, balanceTo, earliest = Number.NEGATIVE_INFINITY, latest = Number.POSITIVE_INFINITY } = options;
  if (!["simple", "dynamic", "group", "calendar"].includes(by))
    throw new ArgumentError("by", `unknown: ${by}`);
  if (by !== "dynamic" && (balanceTo ?? options.earliest ?? options.latest) !== undefined) {
    throw new ArgumentError("by", "balanceTo, earliest and latest belong to dynamic");
  }
  const post = given.effects.filter((cell) => cell.phase === "post");
  if (post.length === 0) return refuse("not-identified", { skipped: given.skipped });
  const weightOf = new Map(given.cohorts.map(({ cohort, weight }) => [cohort, weight]));
  const average = averaging(given, weightOf);
  const result = (
    parts: Part[],
    overall: Part,
    ats: { at: number; cells: GroupTimeEffect[] }[],
  ): AggregateEffects => {
    const influence = new Float64Array(parts.length * given.clusters);
    parts.forEach((part, r) => {
      influence.set(part.influence, r * given.clusters);
    });
    return {
      by,
      effects: parts.map((part, r) => ({
        ...estimateOf(part, given, by),
        at: ats[r]!.at,
        phase: ats[r]!.cells[0]!.phase,
        reference: ats[r]!.cells.every((cell) => cell.reference),
        underUnitTrend: part.underUnitTrend,
        cohorts: new Set(ats[r]!.cells.map((cell) => cell.cohort)).size,
      })),
      overall: { ...estimateOf(overall, given, by), underUnitTrend: overall.underUnitTrend },
      influence,
      clusters: given.clusters,
      covariance: covarianceOf(influence, given.clusters, parts.length),
      level: given.level,
      warnings: given.warnings,
    };
  };

  if (by === "simple") return result([], average(post, true), []);
  if (by === "group") {
    const ats = groupBy(post, (cell) => cell.cohort);
    const parts = ats.map(({ cells }) => average(cells, false));
    return result(parts, byCohortWeight(parts, ats, given, weightOf), ats);
  }
  if (by === "calendar") {
    const ats = groupBy(post, (cell) => cell.period);
    const parts = ats.map(({ cells }) => average(cells, true));
    return result(parts, plainMean(parts, given.clusters), ats);
  }
  const lastPeriod = given.periods[given.periods.length - 1]!;
  // As in R's did: from the first period that has an effect, which with a varying base is the second.
  const span = lastPeriod - given.effects.reduce((first, cell) => Math.min(first, cell.period), lastPeriod);
  const kept = given.effects.filter((cell) => {
    if (cell.eventTime < earliest || cell.eventTime > latest) return false;
    if (balanceTo === undefined) return true;
    const seen = lastPeriod - cell.cohort;
    return seen >= balanceTo && cell.eventTime <= balanceTo && cell.eventTime >= balanceTo - span;
  });
  const ats = groupBy(kept, (cell) => cell.eventTime);
  const parts = ats.map(({ cells }) => average(cells, true));
  const after = parts.filter((_, r) => ats[r]!.at >= 0);
  if (after.length === 0) return refuse("not-identified", { eventTimes: ats.map(({ at }) => at) });
  return result(parts, plainMean(after, given.clusters), ats);
}

interface Part {
  readonly estimate: number;
  readonly influence: Float64Array;
  readonly underUnitTrend: number;
}

/**
 * Average over cells, by cohort weight or plainly. The weights p_g are estimated too: what a unit adds to them enters as
 * Σ_k ATT_k (1{G = g_k} / S − p_k Σ_j 1{G = g_j} / S²), S the sum of the cells' weights.
 */
function averaging(given: GroupTimeEffects, weightOf: ReadonlyMap<number, number>) {
  const { clusters, cohortWeight } = given;
  const numberOf = new Map(given.cohorts.map(({ cohort }, g) => [cohort, g]));
  return (cells: readonly GroupTimeEffect[], byWeight: boolean): Part => {
    const weights = cells.map((cell) => (byWeight ? weightOf.get(cell.cohort)! : 1));
    const total = weights.reduce((sum, w) => sum + w, 0);
    const influence = new Float64Array(clusters);
    let estimate = 0;
    let underUnitTrend = 0;
    cells.forEach((cell, k) => {
      const share = weights[k]! / total;
      estimate += share * cell.estimate;
      underUnitTrend += share * (cell.period - cell.base);
      const from = cell.column * clusters;
      for (let c = 0; c < clusters; c++) influence[c]! += share * given.influence[from + c]!;
    });
    if (byWeight) {
      // Σ_k p_k ATT_k / S is the estimate, so each cohort's units count with (Σ of its cells' ATT − cells × estimate) / S.
      const byCohort = new Map<number, number>();
      for (const cell of cells) {
        byCohort.set(cell.cohort, (byCohort.get(cell.cohort) ?? 0) + cell.estimate - estimate);
      }
      for (const [cohort, sum] of byCohort) {
        const from = numberOf.get(cohort)! * clusters;
        for (let c = 0; c < clusters; c++) influence[c]! += (cohortWeight[from + c]! * sum) / total;
      }
    }
    return { estimate, influence, underUnitTrend };
  };
}

function plainMean(parts: readonly Part[], clusters: number): Part {
  const influence = new Float64Array(clusters);
  let estimate = 0;
  let underUnitTrend = 0;
  for (const part of parts) {
    estimate += part.estimate / parts.length;
    underUnitTrend += part.underUnitTrend / parts.length;
    for (let c = 0; c < clusters; c++) influence[c]! += part.influence[c]! / parts.length;
  }
  return { estimate, influence, underUnitTrend };
}

function byCohortWeight(
  parts: readonly Part[],
  ats: ReadonlyArray<{ at: number }>,
  given: GroupTimeEffects,
  weightOf: ReadonlyMap<number, number>,
): Part {
  const { clusters, cohortWeight } = given;
  const weights = ats.map(({ at }) => weightOf.get(at)!);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const influence = new Float64Array(clusters);
  let estimate = 0;
  let underUnitTrend = 0;
  parts.forEach((part, r) => {
    const share = weights[r]! / total;
    estimate += share * part.estimate;
    underUnitTrend += share * part.underUnitTrend;
    for (let c = 0; c < clusters; c++) influence[c]! += share * part.influence[c]!;
  });
  parts.forEach((part, r) => {
    const from = given.cohorts.findIndex(({ cohort }) => cohort === ats[r]!.at) * clusters;
    const factor = (part.estimate - estimate) / total;
    for (let c = 0; c < clusters; c++) influence[c]! += factor * cohortWeight[from + c]!;
  });
  return { estimate, influence, underUnitTrend };
}

function estimateOf(part: Part, given: GroupTimeEffects, by: string): Estimate {
  let squares = 0;
  for (const value of part.influence) squares += value * value;
  const standardError = Math.sqrt(squares);
  const z = normalQuantile((1 + given.level) / 2);
  return {
    estimate: part.estimate,
    standardError,
    interval: {
      lower: part.estimate - z * standardError,
      upper: part.estimate + z * standardError,
      level: given.level,
    },
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    n: given.n,
    method: `${given.method}, ${by} average`,
    warnings: given.warnings,
  };
}

function groupBy(cells: readonly GroupTimeEffect[], key: (cell: GroupTimeEffect) => number) {
  const groups = new Map<number, GroupTimeEffect[]>();
  for (const cell of cells) {
    const group = groups.get(key(cell));
    if (group) group.push(cell);
    else groups.set(key(cell), [cell]);
  }
  return [...groups].map(([at, members]) => ({ at, cells: members })).sort((a, b) => a.at - b.at);
}

/** Inner products of the influence columns. */
export function covarianceOf(influence: Float64Array, clusters: number, columns: number): Float64Array {
  const covariance = new Float64Array(columns * columns);
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let c = 0; c < clusters; c++) sum += influence[a * clusters + c]! * influence[b * clusters + c]!;
      covariance[a * columns + b] = sum;
      covariance[b * columns + a] = sum;
    }
  }
  return covariance;
}
