import { connectedComponents } from "./connected-components";
import type { FixedEffectsFit } from "./fixed-effects";

export interface EffectLevel {
  readonly level: number | string;
  readonly estimate: number;
}

/**
 * The estimated level effects of a fixed-effects fit, effect by effect, levels ascending.
 *
 * Only differences are identified. One effect: the intercepts themselves. Otherwise the first level of each later effect
 * is 0 (with two effects, the first in each connected component) and the first effect takes up the constant; with three
 * effects whose levels are not all connected, levels of different components are not comparable.
 * R: `fixest::fixef(fit)`; `plm::fixef`.
 */
export function estimateEffectLevels(fit: FixedEffectsFit): EffectLevel[][] {
  const values = fit.absorber.levelEffects(fit.outcomeLessSlopes());
  const [first, ...later] = fit.effects;
  later.forEach((effect, e) => {
    const { count, ofSecond } =
      fit.effects.length === 2
        ? connectedComponents(first!, effect)
        : { count: 1, ofSecond: new Int32Array(effect.count) };
    const level = values[e + 1]!;
    const reference = new Float64Array(count).fill(Number.NaN);
    for (let l = 0; l < effect.count; l++) {
      if (Number.isNaN(reference[ofSecond[l]!]!)) reference[ofSecond[l]!] = level[l]!;
    }
    const componentOfFirst = new Int32Array(first!.count);
    for (let i = 0; i < effect.codes.length; i++)
      componentOfFirst[first!.codes[i]!] = ofSecond[effect.codes[i]!]!;
    for (let l = 0; l < effect.count; l++) level[l]! -= reference[ofSecond[l]!]!;
    for (let l = 0; l < first!.count; l++) values[0]![l]! += reference[componentOfFirst[l]!]!;
  });
  return fit.effects.map((effect, e) =>
    effect.levels.map((level, l) => ({ level, estimate: values[e]![l]! })),
  );
}
