import {
  type DriverEffect,
  isRefusedEffect,
  type Outcome,
  outcomes,
  type RefusedEffect,
  type SpecResult,
} from "../result";
import { decimalsOf } from "./effect-decimals";
import { axisFor, type ForestAxis } from "./forest-axis";
import type { ForestFilters } from "./forest-filters";
import { protectEffect } from "./protect-effects";

/** What one row shows of an effect: the details are asked for when it is opened. */
export type ForestEffect = Pick<
  DriverEffect,
  | "key"
  | "spec"
  | "outcome"
  | "exposure"
  | "per"
  | "estimate"
  | "lower"
  | "upper"
  | "grade"
  | "verdict"
  | "minimumDetectable"
  | "weakened"
>;

export interface LastFit {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ForestRow {
  readonly effect: ForestEffect | RefusedEffect;
  /** Where another analysis answers the same question too: which one this is. */
  readonly analysis: string | null;
  readonly last: LastFit | null;
}

export interface ForestGroup {
  readonly outcome: Outcome;
  /** Null where nothing in the group could be estimated. */
  readonly axis: ForestAxis | null;
  readonly decimals: number;
  readonly rows: readonly ForestRow[];
}

export interface Forest {
  readonly groups: readonly ForestGroup[];
  /** Tests that were adjusted together for being many, and those among them that found nothing; filters do not count. */
  readonly tests: { readonly all: number; readonly none: number };
  readonly hidden: number;
}

/** A row's place follows from what it asks and never from what was found: nulls and refusals keep theirs. */
const places: readonly string[] = [
  "departure_handover_0_2",
  "departure_handover_0_5",
  "departure_handover_3_5",
  "departure_handover_3_11",
  "departure_handover_6_11",
  "departure_handover_12_17",
  "handover_0_5",
  "other_handover_0_2",
  "other_handover_3_5",
  "other_handover_6_11",
  "new_hire_handover",
  "new_hire_handover_12_17",
  "vacancy",
  "workload",
  "tenure",
  "tenure_3_to_18_months",
  "training",
  "engagement",
  "values_alignment",
  "pay_position",
  "service_orientation",
  "satisfaction",
  "account_size",
];
const placeOf = (exposure: string) => {
  const place = places.indexOf(exposure);
  return place === -1 ? places.length : place;
};

/** Those that decide which rows are shown; the rest of what a page asks for may stand beside them. */
type RowFilters = Pick<ForestFilters, "outcome" | "grade" | "hidesRefused"> & Partial<ForestFilters>;

export function prepareForest(
  results: readonly SpecResult[],
  filters: RowFilters,
  previous: readonly SpecResult[] = [],
): Forest {
  const effects = forestEffects(results);
  const lastFits = new Map(
    previous.flatMap((result) => result.effects.map((effect) => [effect.key, effect])),
  );
  const tested = effects.filter(isTested);
  const shown = effects.filter((effect) => passes(effect, filters));
  const groups = outcomes.flatMap((outcome): ForestGroup[] => {
    const own = shown
      .filter((effect) => effect.outcome === outcome)
      .toSorted((a, b) => placeOf(a.exposure) - placeOf(b.exposure) || gradeOf(a).localeCompare(gradeOf(b)));
    if (own.length === 0) return [];
    const rows = own.map(
      (effect): ForestRow => ({
        effect: isRefusedEffect(effect) ? effect : forestEffect(effect),
        analysis: isAskedTwice(effect, own) ? effect.spec : null,
        last: lastFitOf(lastFits.get(effect.key)),
      }),
    );
    const estimated = own.filter((effect) => !isRefusedEffect(effect)) as DriverEffect[];
    const bounds = estimated.flatMap(({ lower, upper }) => [lower, upper]);
    return [{ outcome, axis: axisFor(estimated), decimals: decimalsOf(outcome, bounds), rows }];
  });
  return {
    groups,
    tests: { all: tested.length, none: tested.filter(({ verdict }) => verdict === "none").length },
    hidden: effects.length - shown.length,
  };
}

/** Analyses of other kinds answer with curves and shares, on pages of their own. */
const kindsOfRows: readonly SpecResult["kind"][] = ["panel_effects", "hazard", "event_study", "leaving"];

export function forestEffects(results: readonly SpecResult[]): readonly (DriverEffect | RefusedEffect)[] {
  return results
    .filter(({ kind }) => kindsOfRows.includes(kind))
    .flatMap(({ effects }) => effects.map(protectEffect));
}

/** All that is known of the forest's rows, in its order. */
export function effectsOf(
  { groups }: Forest,
  results: readonly SpecResult[],
): readonly (DriverEffect | RefusedEffect)[] {
  const byKey = new Map(forestEffects(results).map((effect) => [effect.key, effect]));
  return groups.flatMap(({ rows }) => rows.map(({ effect }) => byKey.get(effect.key)!));
}

function passes(effect: DriverEffect | RefusedEffect, { outcome, grade, hidesRefused }: RowFilters): boolean {
  if (outcome && effect.outcome !== outcome) return false;
  if (isRefusedEffect(effect)) return !hidesRefused && !grade;
  return !grade || effect.grade === grade;
}

function isTested(effect: DriverEffect | RefusedEffect): effect is DriverEffect {
  return !isRefusedEffect(effect) && effect.q !== null;
}

const gradeOf = (effect: DriverEffect | RefusedEffect) => (isRefusedEffect(effect) ? "Z" : effect.grade);

function isAskedTwice(
  { exposure, spec }: DriverEffect | RefusedEffect,
  all: readonly (DriverEffect | RefusedEffect)[],
): boolean {
  return all.some((other) => other.exposure === exposure && other.spec !== spec);
}

function lastFitOf(effect: DriverEffect | RefusedEffect | undefined): LastFit | null {
  if (!effect || isRefusedEffect(effect)) return null;
  const { estimate, lower, upper } = effect;
  return { estimate, lower, upper };
}

function forestEffect(effect: DriverEffect): ForestEffect {
  const {
    key,
    spec,
    outcome,
    exposure,
    per,
    estimate,
    lower,
    upper,
    grade,
    verdict,
    minimumDetectable,
    weakened,
  } = effect;
  return {
    key,
    spec,
    outcome,
    exposure,
    per,
    estimate,
    lower,
    upper,
    grade,
    verdict,
    minimumDetectable,
    weakened,
  };
}
