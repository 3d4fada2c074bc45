import { minimumGroupSize } from "~/modules/access/suppression";
import { exposures } from "../exposures";
import { type DriverEffect, isRefusedEffect, type RefusedEffect, type SpecResult } from "../result";
import { isExposureName } from "./prepare-driver-sentence";

/**
 * Results as pages and files may show them. What surveys and pay say appears as an effect of many people alone: its range
 * would name the ends, so it goes, and under five people the effect goes as well.
 */
export function protectEffects(results: readonly SpecResult[]): readonly SpecResult[] {
  return results.map((result) => ({ ...result, effects: result.effects.map(protectEffect) }));
}

export function protectEffect(effect: DriverEffect | RefusedEffect): DriverEffect | RefusedEffect {
  if (isRefusedEffect(effect) || !isExposureName(effect.exposure)) return effect;
  if (!exposures[effect.exposure].isSensitive) return effect;
  if (effect.employees >= minimumGroupSize) return { ...effect, exposureRange: null };
  const { key, spec, outcome, exposure } = effect;
  return { key, spec, outcome, exposure, refused: { code: "too_few_units", detail: {} } };
}
