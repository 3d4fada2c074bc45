/** A what-if: levers with their values, and what the draws say of them. */
import { z } from "zod";
import { minorDigits } from "~/kernel/money";
import { type ProgrammeReturn, simulateProgrammes } from "../returns/simulate-programmes";
import type { Range } from "../returns/summarise-draws";
import {
  type AssumedCostKey,
  type AssumedCosts,
  assumedCostKeyOf,
  assumedCostKeys,
  type Lever,
  type LeverKey,
  leverInputs,
  leverKeys,
  leverModel,
  type ScenarioBasis,
} from "./levers";

/** Only levers that were moved, and what a unit of one was assumed to cost, in whole units of the reporting currency. */
export type LeverValues = Readonly<Partial<Record<LeverKey | AssumedCostKey, number>>>;

export interface LeverOutcome {
  readonly key: LeverKey;
  readonly value: number;
  readonly now: number;
  readonly cost: Range;
  readonly net: Range;
  readonly gainProbability: number;
  readonly leftOut: Range;
  readonly isMeasured: boolean;
  /** False where its cost is in no ledger and nobody has said what it is: `net` is then before that cost. */
  readonly hasKnownCost: boolean;
  /** Of one unit of the lever, minor units, where it was entered and not measured. */
  readonly assumedCostMinor: number | null;
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
  const moved = levers.filter(
    ({ key, now }) => values[key] !== undefined && values[key] !== now && !problems[key],
  );
  return Object.fromEntries(
    moved.flatMap(({ key }) => {
      const costKey = assumedCostKeyOf(key);
      const cost = costKey && values[costKey];
      return [[key, values[key]], ...(costKey && cost != null && cost >= 0 ? [[costKey, cost]] : [])];
    }),
  );
}

/** Assumed costs in minor units. */
function assumedCostsOf(values: LeverValues, currency: string): AssumedCosts {
  return Object.fromEntries(
    Object.values(assumedCostKeys).flatMap((key) => {
      const cost = values[key];
      return cost === undefined ? [] : [[key, cost * 10 ** minorDigits(currency)]];
    }),
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
  const assumed = assumedCostsOf(values, basis.currency);
  const {
    total,
    programmes,
    draws: count,
  } = simulateProgrammes({
    programmes: moved.map(({ key, now }) => leverModel(key, values[key]!, now, basis, assumed)),
    inputs: [...basis.inputs, ...leverInputs(basis, assumed)],
    annualDiscountRate: basis.annualDiscountRate,
    horizonMonths: basis.horizonMonths,
    ...(draws !== undefined && { draws }),
  });
  return {
    levers: moved.map(({ key, now }, index) =>
      outcomeOf({ key, value: values[key]!, now }, programmes[index]!, assumed),
    ),
    cost: total.cost,
    net: total.net,
    gainProbability: total.gainProbability,
    leftOut: total.leftOut,
    currency: basis.currency,
    horizonMonths: basis.horizonMonths,
    draws: count,
  };
}

function outcomeOf(
  moved: Pick<LeverOutcome, "key" | "value" | "now">,
  { cost, net, gainProbability, leftOut, isMeasured }: ProgrammeReturn,
  assumed: AssumedCosts,
): LeverOutcome {
  const costKey = assumedCostKeyOf(moved.key);
  const assumedCostMinor = costKey === null ? null : (assumed[costKey] ?? null);
  const hasKnownCost = costKey === null || assumedCostMinor !== null;
  return { ...moved, cost, net, gainProbability, leftOut, isMeasured, hasKnownCost, assumedCostMinor };
}

/** Some lever's cost is neither in a ledger nor assumed: what the levers bring together is then no net. */
export function isBeforeCosts({ levers }: ScenarioResult): boolean {
  return levers.some(({ hasKnownCost }) => !hasKnownCost);
}

/** Reads `training_hours=39` and the like; what is no number is as if it were not there. */
export function readLeverValues(get: (name: string) => string | null | undefined): LeverValues {
  const values: Partial<Record<LeverKey | AssumedCostKey, number>> = {};
  for (const key of [...leverKeys, ...Object.values(assumedCostKeys)]) {
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
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The data have moved on since it was computed. */
  readonly isBehind: boolean;
}

export const mostCompared = 4;
