import { requireFiniteColumn } from "../arguments";
import { type Refusal, refuse } from "../result";

export interface WhaleCurve {
  /** Rows by falling profit. */
  readonly order: Uint32Array;
  /** Running total over the total; the last is 1. */
  readonly cumulativeShare: Float64Array;
  /** Sum of the positive profits over the total. */
  readonly peak: number;
  readonly total: number;
  readonly n: number;
}

/**
 * Cumulative profit, best accounts first, as a share of the whole. Source: Kaplan and Narayanan (2001).
 * R: `cumsum(sort(profit, decreasing = TRUE)) / sum(profit)`. Throws if a profit is not finite.
 * Refuses: no-base if the total is not above 0, where a share of it means nothing.
 */
export function whaleCurve(profits: ArrayLike<number>): WhaleCurve | Refusal {
  requireFiniteColumn(profits, "profits");
  const n = profits.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => profits[b]! - profits[a]!);
  let total = 0;
  let positive = 0;
  for (const i of order) {
    total += profits[i]!;
    if (profits[i]! > 0) positive += profits[i]!;
  }
  if (!(total > 0)) return refuse("no-base", { total, n });
  let running = 0;
  const cumulativeShare = Float64Array.from(order, (i) => {
    running += profits[i]!;
    return running / total;
  });
  if (n > 0) cumulativeShare[n - 1] = 1;
  return { order, cumulativeShare, peak: positive / total, total, n };
}
