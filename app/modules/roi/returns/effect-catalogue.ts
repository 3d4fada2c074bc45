/** Our own driver estimates as the returns use them: the best graded of each question, with what it is drawn from. */
import {
  type DriverEffect,
  type Grade,
  grades,
  isRefusedEffect,
  type Outcome,
  type SpecResult,
} from "~/modules/linkage/drivers/result";
import type { EffectsInput } from "./draw-inputs";

export interface CatalogueEffect {
  readonly key: string;
  readonly outcome: Outcome;
  readonly exposure: string;
  readonly grade: Grade;
  /** Per 1 of the exposure's unit, on the model's own scale. */
  readonly estimate: number;
  readonly standardError: number;
  readonly n: number;
  readonly range: { readonly p5: number; readonly p95: number } | null;
}

export interface EffectCatalogue {
  readonly effects: readonly CatalogueEffect[];
  readonly inputs: readonly EffectsInput[];
}

export const emptyCatalogue: EffectCatalogue = { effects: [], inputs: [] };

export function catalogueOf(results: readonly SpecResult[]): EffectCatalogue {
  const estimated = results.map((result) => ({
    result,
    effects: result.effects.filter(
      (effect): effect is DriverEffect => !isRefusedEffect(effect) && isUsable(effect),
    ),
  }));
  return {
    effects: estimated.flatMap(({ effects }) => effects.map(toCatalogue)),
    inputs: estimated.flatMap(({ result, effects }) =>
      effects.length > 0 ? [inputOf(result, effects)] : [],
    ),
  };
}

/** Under ten units results stand side by side only: nothing may be computed from them. */
function isUsable(effect: DriverEffect): boolean {
  return (
    effect.verdict !== "side_by_side" &&
    effect.verdict !== "refused" &&
    Number.isFinite(effect.model.estimate) &&
    Number.isFinite(effect.model.standardError)
  );
}

function toCatalogue(effect: DriverEffect): CatalogueEffect {
  return {
    key: effect.key,
    outcome: effect.outcome,
    exposure: effect.exposure,
    grade: effect.grade,
    estimate: effect.model.estimate,
    standardError: effect.model.standardError,
    n: effect.n,
    range: effect.exposureRange && { p5: effect.exposureRange.p5, p95: effect.exposureRange.p95 },
  };
}

/** The fit's covariance of these effects; where a fit gives none, their own variances. */
function inputOf(result: SpecResult, effects: readonly DriverEffect[]): EffectsInput {
  const known = result.covariance;
  const size = known?.keys.length ?? 0;
  const at = (key: string) => known?.keys.indexOf(key) ?? -1;
  const covariance = effects.flatMap((row) =>
    effects.map((column) => {
      const [i, j] = [at(row.key), at(column.key)];
      if (known && i >= 0 && j >= 0) return known.values[i * size + j]!;
      return row.key === column.key ? row.model.standardError ** 2 : 0;
    }),
  );
  return {
    kind: "effects",
    spec: result.spec,
    keys: effects.map((effect) => effect.key),
    estimates: effects.map((effect) => effect.model.estimate),
    covariance,
  };
}

/** The best graded effect of the exposure on the outcome; of two alike, the one with more behind it. */
export function findEffect(
  { effects }: EffectCatalogue,
  outcome: Outcome,
  exposure: string,
): CatalogueEffect | null {
  const rank = (effect: CatalogueEffect) => grades.indexOf(effect.grade);
  return (
    effects
      .filter((effect) => effect.outcome === outcome && effect.exposure === exposure)
      .sort((a, b) => rank(a) - rank(b) || b.n - a.n)[0] ?? null
  );
}
