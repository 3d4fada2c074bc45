import { ArgumentError } from "../arguments";

export type Adjustment = "benjamini-hochberg" | "benjamini-yekutieli" | "holm" | "hochberg" | "bonferroni";

export interface AdjustedPValues {
  /** In the order given; NaN where the p-value was. */
  readonly adjusted: Float64Array;
  /** p-values in the family. */
  readonly tested: number;
  /** NaN ones, left out of the family. */
  readonly excluded: number;
}

/**
 * p-values adjusted for a declared family, by Benjamini and Hochberg's false discovery rate unless another is asked for:
 * the running minimum from the largest p down of m/rank·p. A NaN is no test: it is left out of m, and counted.
 *
 * Source: Benjamini and Hochberg (1995); Benjamini and Yekutieli (2001); Holm (1979); Hochberg (1988).
 * R: `p.adjust(p, "BH" | "BY" | "holm" | "hochberg" | "bonferroni")`. Throws if a p-value is outside [0, 1].
 */
export function adjustPValues(
  pValues: ArrayLike<number>,
  method: Adjustment = "benjamini-hochberg",
): AdjustedPValues {
  const kept: number[] = [];
  for (let i = 0; i < pValues.length; i++) {
    const p = pValues[i]!;
    if (Number.isNaN(p)) continue;
    if (!(p >= 0 && p <= 1)) throw new ArgumentError("pValues", `row ${i} is ${p}, outside [0, 1]`);
    kept.push(i);
  }
  const m = kept.length;
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN);
  const order = kept.sort((a, b) => pValues[a]! - pValues[b]!);
  let harmonic = 0;
  if (method === "benjamini-yekutieli") for (let k = 1; k <= m; k++) harmonic += 1 / k;
  const factors: Record<Adjustment, (rank: number) => number> = {
    "benjamini-hochberg": (rank) => m / rank,
    "benjamini-yekutieli": (rank) => (harmonic * m) / rank,
    holm: (rank) => m - rank + 1,
    hochberg: (rank) => m - rank + 1,
    bonferroni: () => m,
  };
  const factor = factors[method];
  if (!factor) throw new ArgumentError("method", `unknown: ${method}`);
  const down = method === "holm";
  let extreme = down ? 0 : 1;
  for (let step = 0; step < m; step++) {
    const position = down ? step : m - 1 - step;
    const value = Math.min(1, factor(position + 1) * pValues[order[position]!]!);
    // Bonferroni has no running extreme, but its values are in order already, so taking one changes nothing.
    extreme = down ? Math.max(extreme, value) : Math.min(extreme, value);
    adjusted[order[position]!] = extreme;
  }
  return { adjusted, tested: m, excluded: pValues.length - m };
}
