import type { Outcome } from "../result";
import type { ForestEffect, ForestGroup } from "./prepare-forest";

/** One outcome in a line: its best-founded finding, or that nothing was found. */
export interface Highlight {
  readonly outcome: Outcome;
  readonly decimals: number;
  /** Null where no factor was found to matter. */
  readonly best: ForestEffect | null;
  /** Factors that an estimate exists for. */
  readonly estimated: number;
}

/** What a reader can look into, each where the finding behind it was made. */
export const leads = ["handover", "vacancy", "successor", "workload", "training", "satisfaction"] as const;
export type Lead = (typeof leads)[number];

const findings = new Set(["moves", "differs", "goes_with"]);

/** Nothing that was refused altogether stands here: the forest says why. */
export function prepareHighlights(groups: readonly ForestGroup[]): readonly Highlight[] {
  return groups.flatMap(({ outcome, decimals, rows }) => {
    const estimated = rows.flatMap(({ effect }) => ("refused" in effect ? [] : [effect]));
    if (estimated.length === 0) return [];
    const [best = null] = estimated.filter(({ verdict }) => findings.has(verdict)).toSorted(byEvidence);
    return [{ outcome, decimals, best, estimated: estimated.length }];
  });
}

/** Places to begin, in a fixed order: only where customers were found to fare worse (or better) with the factor. */
export function prepareLeads(groups: readonly ForestGroup[]): readonly Lead[] {
  const found = new Set(
    groups
      .filter(({ outcome }) => outcome !== "leaving")
      .flatMap(({ outcome, rows }) =>
        rows.flatMap(({ effect }) => {
          if ("refused" in effect || !findings.has(effect.verdict)) return [];
          const isGood = outcome === "churn" ? effect.estimate < 0 : effect.estimate > 0;
          return leadOf(effect.exposure, isGood) ?? [];
        }),
      ),
  );
  return leads.filter((lead) => found.has(lead));
}

function leadOf(exposure: string, isGood: boolean): Lead | null {
  if (exposure === "training" || exposure === "satisfaction") return isGood ? exposure : null;
  if (isGood) return null;
  if (exposure === "vacancy" || exposure === "workload") return exposure;
  if (exposure === "new_hire_handover") return "successor";
  return /handover_\d/.test(exposure) ? "handover" : null;
}

function byEvidence(a: ForestEffect, b: ForestEffect): number {
  return a.grade.localeCompare(b.grade) || Math.abs(b.estimate) - Math.abs(a.estimate);
}
