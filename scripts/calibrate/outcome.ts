import { type CheckName, isRefusedEffect, type SpecResult } from "../../app/modules/linkage/drivers/result";
import type { PlantedEffects } from "../../prisma/demo/planted-effects";
import { plantedTruth } from "../../prisma/demo/planted-truth";

interface Estimate {
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What one company said about one effect, on the scale on which its truth is known. */
export interface EffectOutcome {
  readonly key: string;
  /** null: nothing was planted that this effect alone would measure. */
  readonly truth: number | null;
  readonly own: Estimate | null;
  readonly p: number | null;
  readonly q: number | null;
  /** What a naive report would say, in the effect's scale. */
  readonly naive: Readonly<Partial<Record<NaiveName, Estimate>>>;
}

/** Looks at the same question that leave out what makes the answer right. */
export const naiveNames = [
  "pooled",
  "account_and_month",
  "uncorrected",
] as const satisfies readonly CheckName[];
export type NaiveName = (typeof naiveNames)[number];

export interface CompanyOutcome {
  readonly seed: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly effects: readonly EffectOutcome[];
}

export function outcomesOf(results: readonly SpecResult[], planted: PlantedEffects): EffectOutcome[] {
  return results.flatMap((result) =>
    result.effects.map((effect): EffectOutcome => {
      const truth = plantedTruth(effect.key, planted);
      if (isRefusedEffect(effect))
        return { key: effect.key, truth: truth?.value ?? null, own: null, p: null, q: null, naive: {} };
      const onModel = truth?.of === "model";
      const { estimate, lower, upper } = onModel ? effect.model : effect;
      const naive = effect.checks.flatMap((check) => {
        const name = naiveNames.find((each) => each === check.name);
        // A check is in the effect's own scale; beside a truth of the model's it would mislead.
        if (!name || check.estimate === null || onModel) return [];
        return [[name, { estimate: check.estimate, lower: check.lower, upper: check.upper }] as const];
      });
      return {
        key: effect.key,
        truth: truth?.value ?? null,
        own: { estimate, lower, upper },
        p: effect.p,
        q: effect.q,
        naive: Object.fromEntries(naive),
      };
    }),
  );
}
