/** A what-if: levers with their values, and what the draws say of them. */
import { z } from "zod";
import { type ProgrammeReturn, simulateProgrammes } from "../returns/simulate-programmes";
import type { Range } from "../returns/summarise-draws";
import { type Lever, type LeverKey, leverInputs, leverKeys, leverModel, type ScenarioBasis } from "./levers";

/** Only levers that were moved. */
export type LeverValues = Readonly<Partial<Record<LeverKey, number>>>;

export interface LeverOutcome {
  readonly key: LeverKey;
  readonly value: number;
  readonly now: number;
  readonly cost: Range;
  readonly net: Range;
  readonly gainProbability: number;
  readonly leftOut: Range;
  readonly isMeasured: boolean;
  /** Cost is in none of our ledgers: this much could be spent before the net is nil. */
  readonly hasKnownCost: boolean;
}

export interface ScenarioResult {
  readonly levers: readonly LeverOutcome[];
  readonly cost: Range;
  readonly net: Range;
  readonly gainProbability: number;
  readonly leftOut: Range;
  readonly currency: string;
  readonly horizonMonths: number;
  readonly draws: number;
}

export type LeverProblem = "refused" | "outside";

/** Values that our data do not cover are refused, never clipped: who typed them should know. */
export function problemsOf(
  levers: readonly Lever[],
  values: LeverValues,
): Partial<Record<LeverKey, LeverProblem>> {
  const problems: Partial<Record<LeverKey, LeverProblem>> = {};
  for (const lever of levers) {
    const value = values[lever.key];
    if (value === undefined || (lever.refused === null && value === lever.now)) continue;
    if (lever.refused !== null) problems[lever.key] = "refused";
    else if (!(value >= lever.from && value <= lever.to)) problems[lever.key] = "outside";
  }
  return problems;
}

/** Moved levers that may be moved so far; the others are left where they are. */
export function usableValues(levers: readonly Lever[], values: LeverValues): LeverValues {
  const problems = problemsOf(levers, values);
  return Object.fromEntries(
    levers
      .filter(({ key, now }) => values[key] !== undefined && values[key] !== now && !problems[key])
      .map(({ key }) => [key, values[key]]),
  );
}

export function computeScenario(
  basis: ScenarioBasis,
  levers: readonly Lever[],
  wanted: LeverValues,
  draws?: number,
): ScenarioResult {
  const values = usableValues(levers, wanted);
  const moved = levers.filter(({ key }) => values[key] !== undefined);
  const {
    total,
    programmes,
    draws: count,
  } = simulateProgrammes({
    programmes: moved.map(({ key, now }) => leverModel(key, values[key]!, now, basis)),
    inputs: [...basis.inputs, ...leverInputs(basis)],
    annualDiscountRate: basis.annualDiscountRate,
    horizonMonths: basis.horizonMonths,
    ...(draws !== undefined && { draws }),
  });
  return {
    levers: moved.map(({ key, now }, index) => outcomeOf(key, values[key]!, now, programmes[index]!)),
    cost: total.cost,
    net: total.net,
    gainProbability: total.gainProbability,
    leftOut: total.leftOut,
    currency: basis.currency,
    horizonMonths: basis.horizonMonths,
    draws: count,
  };
}

function outcomeOf(key: LeverKey, value: number, now: number, result: ProgrammeReturn): LeverOutcome {
  const { cost, net, gainProbability, leftOut, isMeasured } = result;
  const hasKnownCost = key !== "hiring_quality" && key !== "handed_over_at_once";
  return { key, value, now, cost, net, gainProbability, leftOut, isMeasured, hasKnownCost };
}

/** Reads `training_hours=39` and the like; what is no number is as if it were not there. */
export function readLeverValues(get: (name: string) => string | null | undefined): LeverValues {
  const values: Partial<Record<LeverKey, number>> = {};
  for (const key of leverKeys) {
    const text = get(key)?.trim().replace(",", ".");
    if (text && /^-?\d{1,9}(\.\d{1,6})?$/.test(text)) values[key] = Number(text);
  }
  return values;
}

export function leverQuery(values: LeverValues): string {
  return new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString();
}

export const scenarioForm = z.object({
  name: z.string().trim().min(1, "required").max(120, 'tooLong:{"max":120}'),
});

export interface SavedScenario {
  readonly id: string;
  readonly name: string;
  readonly levers: LeverValues;
  readonly result: ScenarioResult;
  readonly createdBy: string;
  readonly updatedAt: string;
  /** The data have moved on since it was computed. */
  readonly isBehind: boolean;
}

export const mostCompared = 4;
