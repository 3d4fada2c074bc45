import { ArgumentError, requireOpenProbability } from "../arguments";
import { normalQuantile } from "../distributions/normal";
import { type Estimate, isRefusal, type Refusal, refuse } from "../result";
import {
  type BasePeriod,
  type CohortCell,
  type CohortDesign,
  type Comparison,
  cohortDesign,
  type Phase,
} from "./cohort-design";
import { type StaggeredPanel, type StaggeredRows, staggeredPanel } from "./staggered-panel";
import { type DifferenceMethod, type DifferenceProblem, twoPeriodDifference } from "./two-period-difference";

export interface GroupTimeInput extends StaggeredRows {
  /** How covariates are used. Default: "doubly-robust" with covariates, "unconditional" without. */
  readonly method?: DifferenceMethod;
  /** Default "not-yet-treated". */
  readonly comparison?: Comparison;
  /** Pre-periods against the period before ("varying", R's default and ours) or all against the one base ("universal"). */
  readonly basePeriod?: BasePeriod;
  /** Time before treatment in which units may already react; the base lies before it. In units of `period`; default 0. */
  readonly anticipation?: number;
  /** A unit absent in some period: used wherever both periods are there ("pairwise", default), or left out ("drop", R's did). */
  readonly incompleteUnits?: "pairwise" | "drop";
  /** Default 0.95. */
  readonly level?: number;
  readonly onProgress?: (done: number) => void;
}

/** ATT(g, t). */
export interface GroupTimeEffect extends Estimate {
  /** First treated period g. */
  readonly cohort: number;
  readonly period: number;
  readonly base: number;
  /** t − g. */
  readonly eventTime: number;
  readonly phase: Phase;
  /** Base and period are the same: 0 by construction, with no error. */
  readonly reference: boolean;
  readonly treatedUnits: number;
  readonly comparisonUnits: number;
  /** Index of its column in the influence. */
  readonly column: number;
}

export interface GroupTimeEffects {
  readonly effects: readonly GroupTimeEffect[];
  /** Cells that could not be estimated, and why. */
  readonly skipped: ReadonlyArray<{ cohort: number; period: number; reason: DifferenceProblem | "no-units" }>;
  readonly cohorts: ReadonlyArray<{ cohort: number; units: number; weight: number }>;
  readonly periods: readonly number[];
  /**
   * What each cluster adds to each effect's error (clusters × effects, column-major): a standard error is the root
   * of a column's sum of squares, a covariance the inner product of two columns.
   */
  readonly influence: Float64Array;
  readonly clusters: number;
  /** Weight of each cluster's units by cohort (clusters × cohorts, column-major), for averages over cohorts. */
  readonly cohortWeight: Float64Array;
  readonly n: number;
  readonly level: number;
  readonly method: string;
  readonly warnings: readonly string[];
}

/**
 * Group-time average treatment effects of Callaway & Sant'Anna: for the units first treated in g, what period t has
 * that their base period had not, less the same of comparison units.
 *
 * ATT(g, t) = E[Y_t − Y_b | G = g] − E[Y_t − Y_b | C], b the last period before g − anticipation (before g: t's
 * predecessor when varying). With covariates: outcome regression, inverse probability weighting or both (Sant'Anna &
 * Zhao 2020), covariates taken at the earlier of the two periods. Rows: n of unit, period, outcome, firstTreated
 * (Infinity = never). Errors by influence functions summed within clusters, SE² = Σ_c (Σ_{i∈c} ψ_i / n)², without a
 * small-sample factor as in R; normal reference, degreesOfFreedom Infinity. n is the number of units.
 * Source: Callaway & Sant'Anna (2021), J. Econometrics 225(2).
 * R: `did::att_gt(yname, tname, idname, gname, xformla, data, control_group, base_period, anticipation, est_method,
 *    bstrap = FALSE)`; `incompleteUnits: "drop"` is its treatment of unbalanced panels.
 *
 * Throws ArgumentError for columns of other lengths, values not finite, a unit with two rows in a period or two
 * cohorts, anticipation below 0, level outside (0, 1), "unconditional" with covariates or an adjustment without.
 * Refuses `too-few-observations` (fewer than two periods), `no-events` (nobody's treatment begins after the first
 * period), `no-comparison-group`, `too-few-clusters` (below 2), `not-identified` (every cell skipped).
 */
export function groupTimeEffects(input: GroupTimeInput): GroupTimeEffects | Refusal {
  const { comparison = "not-yet-treated", basePeriod = "varying", anticipation = 0, level = 0.95 } = input;
  const adjustedFor = input.covariates?.length ?? 0;
  const method = input.method ?? (adjustedFor > 0 ? "doubly-robust" : "unconditional");
  requireOpenProbability(level, "level");
  if (method === "unconditional" && adjustedFor > 0) {
    throw new ArgumentError("method", "unconditional takes no covariates");
  }
  if (method !== "unconditional" && adjustedFor === 0) {
    throw new ArgumentError("covariates", `${method} needs at least one column`);
  }
  let panel = staggeredPanel(input);
  const warnings: string[] = [];
  const complete = completeUnits(panel);
  if (complete.length < panel.units) {
    warnings.push("unbalanced");
    if (input.incompleteUnits === "drop") panel = onlyUnits(panel, complete);
  }
  const design = cohortDesign(panel, comparison, basePeriod, anticipation);
  if (isRefusal(design)) return design;
  if (panel.clusters < 2) return refuse("too-few-clusters", { clusters: panel.clusters, needed: 2 });
  warnings.push(...design.warnings);

  const influence = new Float64Array(panel.clusters * design.cells.length);
  const effects: GroupTimeEffect[] = [];
  const skipped: { cohort: number; period: number; reason: DifferenceProblem | "no-units" }[] = [];
  const work = cellWork(panel, adjustedFor);
  const z = normalQuantile((1 + level) / 2);
  design.cells.forEach((cell, done) => {
    const column = effects.length;
    const into = influence.subarray(column * panel.clusters, (column + 1) * panel.clusters);
    const cohort = design.cohorts[cell.cohort]!;
    const period = panel.periods[cell.period]!;
    const found = cell.reference
      ? { estimate: 0, treated: design.unitsOf.get(cohort)!.length, compared: 0 }
      : estimateCell(panel, design, cell, method, work, into);
    input.onProgress?.((done + 1) / design.cells.length);
    if (typeof found === "string") {
      into.fill(0);
      skipped.push({ cohort, period, reason: found });
      return;
    }
    let squares = 0;
    for (const value of into) squares += value * value;
    const standardError = Math.sqrt(squares);
    effects.push({
      cohort,
      period,
      base: panel.periods[cell.base]!,
      eventTime: period - cohort,
      phase: cell.phase,
      reference: cell.reference,
      treatedUnits: found.treated,
      comparisonUnits: found.compared,
      column,
      estimate: found.estimate,
      standardError,
      interval: {
        lower: found.estimate - z * standardError,
        upper: found.estimate + z * standardError,
        level,
      },
      degreesOfFreedom: Number.POSITIVE_INFINITY,
      n: found.treated + found.compared,
      method: `Callaway–Sant'Anna ${method}`,
      // One treated unit has no spread of its own: its error is understated.
      warnings: found.treated < 5 && !cell.reference ? ["small-cohort"] : [],
    });
  });
  if (effects.every((effect) => effect.reference)) return refuse("not-identified", { skipped });
  if (skipped.length > 0) warnings.push("cells-skipped");
  if (effects.some((effect) => effect.warnings.length > 0)) warnings.push("small-cohort");

  const cohortWeight = new Float64Array(panel.clusters * design.cohorts.length);
  const cohorts = design.cohorts.map((cohort, g) => {
    const units = design.unitsOf.get(cohort)!;
    let weight = 0;
    for (const i of units) {
      cohortWeight[g * panel.clusters + panel.clusterOf[i]!]! += panel.weight[i]!;
      weight += panel.weight[i]!;
    }
    return { cohort, units: units.length, weight };
  });
  return {
    effects,
    skipped,
    cohorts,
    periods: [...panel.periods],
    influence: influence.subarray(0, effects.length * panel.clusters),
    clusters: panel.clusters,
    cohortWeight,
    n: panel.units,
    level,
    method: `Callaway–Sant'Anna ${method}, ${comparison}, ${basePeriod} base, influence-function errors by cluster`,
    warnings,
  };
}

interface CellWork {
  readonly units: Int32Array;
  readonly change: Float64Array;
  readonly weight: Float64Array;
  readonly influence: Float64Array;
  readonly design: Float64Array;
}

function cellWork(panel: StaggeredPanel, covariates: number): CellWork {
  const floats = () => new Float64Array(panel.units);
  const design = new Float64Array(covariates > 0 ? panel.units * (covariates + 1) : 0);
  return {
    units: new Int32Array(panel.units),
    change: floats(),
    weight: floats(),
    influence: floats(),
    design,
  };
}

function estimateCell(
  panel: StaggeredPanel,
  design: CohortDesign,
  cell: CohortCell,
  method: DifferenceMethod,
  work: CellWork,
  into: Float64Array,
): { estimate: number; treated: number; compared: number } | DifferenceProblem | "no-units" {
  const { units: count, outcome } = panel;
  const cohort = design.cohorts[cell.cohort]!;
  const now = cell.period * count;
  const before = cell.base * count;
  let used = 0;
  const take = (units: Int32Array) => {
    for (const i of units) {
      const change = outcome[now + i]! - outcome[before + i]!;
      if (Number.isNaN(change)) continue;
      work.units[used] = i;
      work.change[used] = change;
      work.weight[used] = panel.weight[i]!;
      used++;
    }
  };
  take(design.unitsOf.get(cohort)!);
  const treated = used;
  for (const [group, units] of design.unitsOf) {
    if (group > cell.comparisonTreatedAfter && group !== cohort) take(units);
  }
  const compared = used - treated;
  if (treated === 0 || compared === 0) return "no-units";
  const width = work.design.length > 0 ? panel.covariates.length + 1 : 0;
  if (width > 0) fillDesign(panel, Math.min(now, before), work, used, width);
  const influence = work.influence.subarray(0, used);
  const estimate = twoPeriodDifference(
    {
      change: work.change.subarray(0, used),
      weight: work.weight.subarray(0, used),
      treated,
      design: work.design.subarray(0, used * width),
      width,
    },
    method,
    influence,
  );
  if (typeof estimate === "string") return estimate;
  for (let k = 0; k < used; k++) into[panel.clusterOf[work.units[k]!]!]! += influence[k]!;
  return { estimate, treated, compared };
}

/** Ones, then each covariate centred and scaled among the units at hand: the effect is the same, the rounding better. */
function fillDesign(
  panel: StaggeredPanel,
  earlier: number,
  work: CellWork,
  used: number,
  width: number,
): void {
  for (let k = 0; k < used; k++) work.design[k * width] = 1;
  panel.covariates.forEach((column, j) => {
    let mean = 0;
    for (let k = 0; k < used; k++) mean += (column[earlier + work.units[k]!]! - mean) / (k + 1);
    let largest = 0;
    for (let k = 0; k < used; k++) {
      const value = column[earlier + work.units[k]!]! - mean;
      work.design[k * width + j + 1] = value;
      largest = Math.max(largest, Math.abs(value));
    }
    // A constant is left as zeros: a column without variance, found collinear.
    const scale = largest > 1e-13 * Math.abs(mean) ? 1 / largest : 0;
    for (let k = 0; k < used; k++) work.design[k * width + j + 1]! *= scale;
  });
}

function completeUnits(panel: StaggeredPanel): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < panel.units; i++) {
    let complete = true;
    for (let t = 0; t < panel.periods.length && complete; t++) {
      complete = !Number.isNaN(panel.outcome[t * panel.units + i]!);
    }
    if (complete) found.push(i);
  }
  return Int32Array.from(found);
}

function onlyUnits(panel: StaggeredPanel, kept: Int32Array): StaggeredPanel {
  const wide = (column: Float64Array) => {
    const result = new Float64Array(panel.periods.length * kept.length);
    for (let t = 0; t < panel.periods.length; t++) {
      kept.forEach((i, k) => {
        result[t * kept.length + k] = column[t * panel.units + i]!;
      });
    }
    return result;
  };
  const codeOf = new Map<number, number>();
  const clusterOf = Int32Array.from(kept, (i) => {
    const name = panel.clusterOf[i]!;
    if (!codeOf.has(name)) codeOf.set(name, codeOf.size);
    return codeOf.get(name)!;
  });
  return {
    ...panel,
    units: kept.length,
    outcome: wide(panel.outcome),
    covariates: panel.covariates.map(wide),
    firstTreated: Float64Array.from(kept, (i) => panel.firstTreated[i]!),
    weight: Float64Array.from(kept, (i) => panel.weight[i]!),
    clusterOf,
    clusters: codeOf.size,
  };
}
