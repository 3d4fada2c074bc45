import { ArgumentError, requireOpenProbability } from "../arguments";
import { type Estimate, isRefusal, type Refusal, refuse } from "../result";
import { cohortDesign } from "./cohort-design";
import { staggeredPanel } from "./staggered-panel";
import { clusteredEstimate, type EventTimeEstimate, type TwoWayInput } from "./two-way-contrast";
import { withinUnitDummies } from "./within-unit-dummies";

export interface SunAbrahamInput extends TwoWayInput {
  /** Event time everything is measured against; default −1. */
  readonly reference?: number;
}

export interface SunAbraham {
  /** Interaction-weighted effect by time since treatment, without the reference. */
  readonly effects: readonly EventTimeEstimate[];
  /** All cells after treatment, by their rows. */
  readonly overall: Estimate;
  /** The estimates behind: one per cohort and event time, with the rows that weigh it. */
  readonly cells: ReadonlyArray<{ cohort: number; eventTime: number; estimate: number; rows: number }>;
  readonly warnings: readonly string[];
}

/**
 * Sun & Abraham's interaction-weighted event study: y_it = α_i + λ_t + Σ_g Σ_{e ≠ ref} δ_ge 1{g_i = g, t − g = e} + ε,
 * then the average of δ_ge over cohorts by their rows at e. A cross-check of `groupTimeEffects`: with units never
 * treated as comparison and a balanced panel the effects after treatment are the same numbers.
 *
 * CR1 by cluster, K = cells + periods, t with G − 1, the weights taken as known (as fixest does). Units treated from the
 * first period on are left out; without units never treated the last cohort is the comparison, until its treatment.
 * Source: Sun & Abraham (2021), J. Econometrics 225(2).
 * R: `fixest::feols(y ~ sunab(first_treated, period) | unit + period, cluster = ~unit)`, `aggregate(fit, "att")`.
 *
 * Throws ArgumentError as `groupTimeEffects` for the rows, for a reference not below 0 and the level.
 * Refuses `no-events`, `no-comparison-group`, `too-few-clusters`, `too-few-observations`, `not-identified` (nothing
 * after treatment can be told from the effects).
 */
export function sunAbraham(input: SunAbrahamInput): SunAbraham | Refusal {
  const { level = 0.95, reference = -1 } = input;
  requireOpenProbability(level, "level");
  if (!(reference < 0)) throw new ArgumentError("reference", `must be below 0, got ${reference}`);
  const panel = staggeredPanel(input);
  const design = cohortDesign(panel, "not-yet-treated", "universal", 0);
  if (isRefusal(design)) return design;
  const cohorts = new Set(design.cohorts);
  const end = panel.periods[Math.max(...design.cells.map((cell) => cell.period))]!;

  const cells: { cohort: number; eventTime: number; rows: number }[] = [];
  const numberOf = new Map<string, number>();
  const rows: number[] = [];
  const dummies: number[] = [];
  const n = input.outcome.length;
  for (let row = 0; row < n; row++) {
    const cohort = input.firstTreated[row]!;
    const period = input.period[row]!;
    const compared = cohort > end;
    if (period > end || !(compared || cohorts.has(cohort))) continue;
    rows.push(row);
    const eventTime = period - cohort;
    if (compared || eventTime === reference) {
      dummies.push(-1);
      continue;
    }
    const key = `${cohort} ${eventTime}`;
    let d = numberOf.get(key);
    if (d === undefined) {
      d = cells.length;
      numberOf.set(key, d);
      cells.push({ cohort, eventTime, rows: 0 });
    }
    cells[d]!.rows++;
    dummies.push(d);
  }
  // In order of cohort and event time whatever the order of the rows, so that the same cell is dropped if one must be.
  const sorted = cells.map((_, d) => d);
  sorted.sort((a, b) => cells[a]!.cohort - cells[b]!.cohort || cells[a]!.eventTime - cells[b]!.eventTime);
  const rank = new Int32Array(cells.length);
  sorted.forEach((d, r) => {
    rank[d] = r;
  });
  const fit = withinUnitDummies({
    panel,
    outcome: input.outcome,
    rows: Int32Array.from(rows),
    dummyOf: Int32Array.from(dummies, (d) => (d < 0 ? -1 : rank[d]!)),
    dummies: cells.length,
  });
  if (isRefusal(fit)) return fit;

  const kept = fit.kept.map((r, k) => ({ ...cells[sorted[r]!]!, estimate: fit.coefficient[k]! }));
  const average = (members: number[], method: string): Estimate => {
    const total = members.reduce((sum, k) => sum + kept[k]!.rows, 0);
    let estimate = 0;
    let variance = 0;
    for (const a of members) {
      estimate += (kept[a]!.rows / total) * kept[a]!.estimate;
      for (const b of members) {
        variance +=
          ((kept[a]!.rows * kept[b]!.rows) / total ** 2) * fit.covariance.values[a * kept.length + b]!;
      }
    }
    return clusteredEstimate(estimate, variance, fit, level, method);
  };
  const all = kept.map((_, k) => k);
  const after = all.filter((k) => kept[k]!.eventTime >= 0);
  if (after.length === 0) return refuse("not-identified", { cells: kept.length });
  const times = [...new Set(kept.map((cell) => cell.eventTime))].sort((a, b) => a - b);
  return {
    effects: times.map((eventTime) => ({
      eventTime,
      ...average(
        all.filter((k) => kept[k]!.eventTime === eventTime),
        "Sun–Abraham, CR1",
      ),
    })),
    overall: average(after, "Sun–Abraham, average after treatment, CR1"),
    cells: kept,
    warnings: [...design.warnings, ...(fit.collinear.length > 0 ? ["collinear-cells"] : [])],
  };
}
