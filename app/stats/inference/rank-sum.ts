import { requireFiniteColumn } from "../arguments";
import { normalCdf } from "../distributions/normal";
import { averageRanks } from "../proportions/ranks";
import { type Refusal, refuse } from "../result";

export interface RankSumTest {
  /** Mann and Whitney's count of pairs in which the first is larger, ties one half. */
  readonly w: number;
  readonly z: number;
  readonly p: number;
  /** P(first > second) + ½·P(equal). */
  readonly probabilityOfSuperiority: number;
  readonly n: number;
}

/**
 * Do two independent samples come from one distribution? Wilcoxon's rank sum, normal approximation with the tie-corrected
 * variance n₁n₂/12·(N + 1 − Σ(t³ − t)/(N(N − 1))) and the continuity correction.
 * R: `wilcox.test(first, second, exact = FALSE)`. Throws if a value is not finite.
 * Refuses: no-comparison-group if either is empty, no-variation if all values are equal.
 */
export function rankSumTest(first: ArrayLike<number>, second: ArrayLike<number>): RankSumTest | Refusal {
  requireFiniteColumn(first, "first");
  requireFiniteColumn(second, "second");
  const n1 = first.length;
  const n2 = second.length;
  if (n1 === 0 || n2 === 0) return refuse("no-comparison-group", { n1, n2 });
  const all = new Float64Array(n1 + n2);
  all.set(first);
  all.set(second, n1);
  const { ranks, ties } = averageRanks(all);
  let w = (-n1 * (n1 + 1)) / 2;
  for (let i = 0; i < n1; i++) w += ranks[i]!;
  const n = n1 + n2;
  let tied = 0;
  for (const t of ties) tied += t ** 3 - t;
  const variance = ((n1 * n2) / 12) * (n + 1 - tied / (n * (n - 1)));
  if (!(variance > 0)) return refuse("no-variation", { n1, n2 });
  const excess = w - (n1 * n2) / 2;
  const z = (excess - Math.sign(excess) * 0.5) / Math.sqrt(variance);
  return { w, z, p: Math.min(1, 2 * normalCdf(-Math.abs(z))), probabilityOfSuperiority: w / (n1 * n2), n };
}
