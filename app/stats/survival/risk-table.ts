import { ascendingOrder } from "./ascending-order";
import type { FollowUpColumns } from "./follow-up";

/**
 * One line for each distinct exit time, ascending: what was at risk just before it and what left at it. Weighted sums;
 * events come before censorings at ties, so a row censored at t is at risk at t.
 */
export interface RiskTable {
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Rows sorted by exit, stable; `exitStart[k]`…`exitStart[k+1]` are those that leave at `times[k]`. */
  readonly exitOrder: Uint32Array;
  readonly exitStart: Uint32Array;
  /** Rows sorted by entry; null where none is given. */
  readonly entryOrder: Uint32Array | null;
}

export function tabulateRisk(columns: FollowUpColumns): RiskTable {
  const { n, entry, exit, event, weights } = columns;
  const exitOrder = ascendingOrder(exit);
  let distinct = 0;
  for (let i = 0; i < n; i++) if (i === 0 || exit[exitOrder[i]!] !== exit[exitOrder[i - 1]!]) distinct++;
  const times = new Float64Array(distinct);
  const atRisk = new Float64Array(distinct);
  const events = new Float64Array(distinct);
  const censored = new Float64Array(distinct);
  const exitStart = new Uint32Array(distinct + 1);
  for (let i = 0, k = -1; i < n; i++) {
    const row = exitOrder[i]!;
    if (k < 0 || exit[row]! !== times[k]!) {
      k++;
      times[k] = exit[row]!;
      exitStart[k] = i;
    }
    const weight = weights === null ? 1 : weights[row]!;
    if (event[row] !== 0) events[k]! += weight;
    else censored[k]! += weight;
  }
  exitStart[distinct] = n;

  // Downwards in time the risk set gains what exits and loses what had not yet entered. The lost carry of each addition
  // is kept (Neumaier), so that fractional weights do not leave a residue when the set empties; whole weights are exact.
  const entryOrder = entry === null ? null : ascendingOrder(entry);
  let sum = 0;
  let carry = 0;
  const add = (value: number): void => {
    const next = sum + value;
    carry += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  };
  let pending = n - 1;
  for (let k = distinct - 1; k >= 0; k--) {
    add(events[k]!);
    add(censored[k]!);
    if (entryOrder !== null) {
      const time = times[k]!;
      while (pending >= 0 && entry![entryOrder[pending]!]! >= time) {
        add(weights === null ? -1 : -weights[entryOrder[pending]!]!);
        pending--;
      }
    }
    atRisk[k] = sum + carry;
  }
  return { times, atRisk, events, censored, exitOrder, exitStart, entryOrder };
}
