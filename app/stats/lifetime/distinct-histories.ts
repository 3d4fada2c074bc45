import type { PurchaseHistories } from "./purchase-histories";

export interface DistinctHistories {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly observed: Float64Array;
  /** How many customers have the history. */
  readonly customers: Float64Array;
}

/**
 * Each history once, in order of first appearance, with the number of customers that have it: a likelihood sees no more, and
 * dates make histories coincide. An open hash table over the bits of the three numbers; checks nothing.
 */
export function distinctHistories(histories: PurchaseHistories): DistinctHistories {
  const n = histories.frequency.length;
  const kept = new Float64Array(3 * n);
  const customers = new Float64Array(n);
  let slots = 16;
  while (slots < 2 * n) slots *= 2;
  const table = new Int32Array(slots).fill(-1);
  const key = new Float64Array(3);
  const bits = new Int32Array(key.buffer);
  let count = 0;
  for (let i = 0; i < n; i++) {
    // Adding 0 makes −0 the 0 it equals.
    key[0] = histories.frequency[i]! + 0;
    key[1] = histories.recency[i]! + 0;
    key[2] = histories.observed[i]! + 0;
    let hash = 0;
    for (let part = 0; part < 6; part++) {
      hash = Math.imul(hash ^ bits[part]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & (slots - 1);
    let place = table[slot]!;
    while (place >= 0 && !holds(kept, place, key)) {
      slot = (slot + 1) & (slots - 1);
      place = table[slot]!;
    }
    if (place < 0) {
      place = count++;
      table[slot] = place;
      kept.set(key, 3 * place);
    }
    customers[place]! += 1;
  }
  const column = (at: number) => Float64Array.from({ length: count }, (_, place) => kept[3 * place + at]!);
  return {
    frequency: column(0),
    recency: column(1),
    observed: column(2),
    customers: customers.slice(0, count),
  };
}

function holds(kept: Float64Array, place: number, key: Float64Array): boolean {
  return kept[3 * place] === key[0] && kept[3 * place + 1] === key[1] && kept[3 * place + 2] === key[2];
}
