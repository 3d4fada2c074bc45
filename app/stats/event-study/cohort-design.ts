import { ArgumentError } from "../arguments";
import { type Refusal, refuse } from "../result";
import type { StaggeredPanel } from "./staggered-panel";

export type Comparison = "never-treated" | "not-yet-treated";
export type BasePeriod = "varying" | "universal";
export type Phase = "pre" | "anticipation" | "post";

/** One question the panel can be asked: what happened to a cohort between two periods, against whom. */
export interface CohortCell {
  /** Number of the cohort in `cohorts`. */
  readonly cohort: number;
  /** Codes of the periods. */
  readonly period: number;
  readonly base: number;
  readonly phase: Phase;
  /** Period and base are one: the effect is 0 by construction. */
  readonly reference: boolean;
  /** Units compared with are first treated after this. */
  readonly comparisonTreatedAfter: number;
}

export interface CohortDesign {
  /** First treated periods with an effect to estimate, ascending. */
  readonly cohorts: readonly number[];
  /** Units of each cohort, and of the groups only compared with; every list ascending. */
  readonly unitsOf: ReadonlyMap<number, Int32Array>;
  readonly cells: readonly CohortCell[];
  readonly warnings: readonly string[];
}

/**
 * Which cohorts, periods, bases and comparison groups there are. Units already treated in the first usable period have
 * no before and are left out. Without any unit untreated throughout, the last cohort serves as comparison and the
 * periods from its treatment on are left out, as in R's did.
 */
export function cohortDesign(
  panel: StaggeredPanel,
  comparison: Comparison,
  basePeriod: BasePeriod,
  anticipation: number,
): CohortDesign | Refusal {
  if (!(anticipation >= 0 && Number.isFinite(anticipation))) {
    throw new ArgumentError("anticipation", `must be at least 0, got ${anticipation}`);
  }
  const { periods } = panel;
  if (periods.length < 2) return refuse("too-few-observations", { periods: periods.length, needed: 2 });
  const members = new Map<number, number[]>();
  for (let i = 0; i < panel.units; i++) {
    const first = panel.firstTreated[i]!;
    const list = members.get(first);
    if (list) list.push(i);
    else members.set(first, [i]);
  }
  const groups = [...members.keys()].sort((a, b) => a - b);
  const warnings: string[] = [];
  const last = periods[periods.length - 1]!;
  const untreatedThroughout = groups.some((g) => g > last + anticipation);
  let end = last;
  if (!untreatedThroughout) {
    if (comparison === "never-treated") return refuse("no-comparison-group", { comparison });
    const latest = groups[groups.length - 1]!;
    let usable = -1;
    for (let t = 0; t < periods.length && periods[t]! + anticipation < latest; t++) usable = t;
    if (usable < 1) return refuse("no-comparison-group", { comparison, latestCohort: latest });
    end = periods[usable]!;
    warnings.push("last-cohort-as-comparison");
  }
  const treated = groups.filter((g) => g <= end && Number.isFinite(g));
  const cohorts = treated.filter((g) => periods[0]! + anticipation < g);
  if (cohorts.length < treated.length) warnings.push("treated-from-the-start-left-out");
  if (cohorts.length === 0) return refuse("no-events", { cohorts: treated.length });

  const cells: CohortCell[] = [];
  const usablePeriods = periods.filter((t) => t <= end).length;
  cohorts.forEach((g, cohort) => {
    let fixedBase = 0;
    for (let t = 0; t < usablePeriods && periods[t]! + anticipation < g; t++) fixedBase = t;
    for (let t = basePeriod === "universal" ? 0 : 1; t < usablePeriods; t++) {
      const now = periods[t]!;
      const phase: Phase = now >= g ? "post" : now + anticipation >= g ? "anticipation" : "pre";
      const base = phase !== "pre" || basePeriod === "universal" ? fixedBase : t - 1;
      cells.push({
        cohort,
        period: t,
        base,
        phase,
        reference: base === t,
        comparisonTreatedAfter:
          comparison === "never-treated" ? last + anticipation : periods[Math.max(t, base)]! + anticipation,
      });
    }
  });
  const unitsOf = new Map([...members].map(([g, units]) => [g, Int32Array.from(units)]));
  return { cohorts, unitsOf, cells, warnings };
}
