import { ArgumentError, requireOpenProbability } from "../arguments";
import { drawNormal } from "../random/draws";
import type { Generator } from "../random/generator";
import type { Interval } from "../result";
import type { GroupEffect } from "./random-intercept";

export interface ShrunkenRank {
  readonly level: number | string;
  readonly rows: number;
  /** Mean rank over the draws, 1 for the highest; between two whole numbers where groups cannot be told apart. */
  readonly expectedRank: number;
  readonly interval: Interval;
  /** Share of draws in which the group came first. */
  readonly probabilityFirst: number;
  /** Shrunken effect the rank rests on. */
  readonly estimate: number;
}

export interface ShrunkenRankOptions {
  readonly generator: Generator;
  /** 2000 unless said. */
  readonly draws?: number;
  readonly level?: number;
}

/**
 * Ranks of groups that own up to how little small groups tell: the group effects are drawn from N(BLUP, conditional
 * variance), ranked in each draw (highest first), and summed up by mean and quantiles. Groups all equal under the model
 * (variance at the boundary) share the middle rank and the full interval.
 *
 * Source: Goldstein and Spiegelhalter (1996); Lin, Louis, Paddock and Ridgeway (2006), expected ranks under squared error.
 * R: `lme4::ranef(fit, condVar = TRUE)`, `rnorm`, `apply(-draws, 1, rank)`.
 * Throws ArgumentError for no groups, fewer than 100 draws, a level outside (0, 1).
 */
export function shrunkenRanks(
  groupEffects: readonly GroupEffect[],
  options: ShrunkenRankOptions,
): ShrunkenRank[] {
  const draws = options.draws ?? 2000;
  const level = options.level ?? 0.95;
  requireOpenProbability(level, "level");
  const groups = groupEffects.length;
  if (groups === 0) throw new ArgumentError("groupEffects", "must hold at least one group");
  if (!(Number.isInteger(draws) && draws >= 100))
    throw new ArgumentError("draws", `must be at least 100, got ${draws}`);
  const spread = groupEffects.map((group) => Math.sqrt(group.conditionalVariance));
  const values = new Float64Array(groups);
  // Ranks and not draws are kept: groups × draws whole numbers.
  const ranks = new Int32Array(groups * draws);
  const order = Int32Array.from({ length: groups }, (_, g) => g);
  const tieBreak = new Float64Array(groups);
  for (let draw = 0; draw < draws; draw++) {
    for (let g = 0; g < groups; g++) {
      values[g] = groupEffects[g]!.estimate + spread[g]! * drawNormal(options.generator);
      tieBreak[g] = options.generator.uniform();
    }
    order.sort((a, b) => values[b]! - values[a]! || tieBreak[a]! - tieBreak[b]!);
    for (let place = 0; place < groups; place++) ranks[order[place]! * draws + draw] = place + 1;
  }
  const tail = (1 - level) / 2;
  return groupEffects.map((group, g) => {
    const own = ranks.subarray(g * draws, (g + 1) * draws).sort();
    let sum = 0;
    let firsts = 0;
    for (const rank of own) {
      sum += rank;
      if (rank === 1) firsts += 1;
    }
    return {
      level: group.level,
      rows: group.rows,
      expectedRank: sum / draws,
      interval: {
        lower: own[Math.floor(tail * draws)]!,
        upper: own[Math.min(draws - 1, Math.ceil((1 - tail) * draws) - 1)]!,
        level,
      },
      probabilityFirst: firsts / draws,
      estimate: group.estimate,
    };
  });
}
