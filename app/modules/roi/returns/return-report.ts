/** Everything the pages show of one state of the data: stored once, read by every page and by the workbook. */
import type { Window } from "../home/window";
import type { PeopleMoney } from "../people-money/people-money";
import type { BuiltProgramme } from "./build-programmes";
import type { Input } from "./draw-inputs";
import type { EffectCatalogue } from "./effect-catalogue";
import type { CostGroup } from "./read-programme-costs.server";
import type { ReturnFacts } from "./return-facts";
import type { Placement, ProgrammeKey } from "./return-rules";
import type { SimulationResult } from "./simulate-programmes";

export interface PlacedCostGroup extends CostGroup {
  readonly id: string;
  readonly placement: Placement;
}

/** Rises with the model: a report of another version is computed anew before it is shown. */
export const modelVersion = 4;

export interface ReturnReport {
  readonly modelVersion: number;
  readonly asOf: string;
  readonly window: Window;
  readonly currency: string;
  readonly annualDiscountRate: number;
  readonly horizonMonths: number;
  readonly rulesVersion: number;
  readonly facts: ReturnFacts;
  /** The finished run of analyses that the effects are from; null until there is one. */
  readonly drivers: { readonly runId: string; readonly finishedAt: string | null } | null;
  readonly costGroups: readonly PlacedCostGroup[];
  readonly programmes: readonly BuiltProgramme[];
  readonly catalogue: EffectCatalogue;
  readonly inputs: readonly Input[];
  readonly result: SimulationResult;
  readonly peopleMoney: PeopleMoney;
}

export interface StoredReport {
  readonly stamp: string;
  readonly report: ReturnReport;
  readonly computedAt: string;
  readonly seconds: number;
  /** The data or the rules have moved on since; a new one is on its way. */
  readonly isBehind: boolean;
}

export function costsByProgramme(groups: readonly PlacedCostGroup[], keys: readonly ProgrammeKey[]) {
  return Object.fromEntries(
    keys.map((key) => [
      key,
      groups.reduce((sum, group) => sum + (group.placement === key ? group.amountMinor : 0), 0),
    ]),
  ) as Record<ProgrammeKey, number>;
}
