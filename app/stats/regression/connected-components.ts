import type { GroupCodes } from "./group-codes";

/**
 * The number of connected components of the bipartite graph whose vertices are the levels of two classifications and
 * whose edges are the rows. Two-way effects absorb G₁ + G₂ − components degrees of freedom exactly.
 *
 * Source: Abowd, Creecy and Kramarz (2002). R: `lfe::compfactor`, or the rank of `model.matrix(~ factor(a) + factor(b))`.
 */
export function countConnectedComponents(first: GroupCodes, second: GroupCodes): number {
  return connectedComponents(first, second).count;
}

/** As above, with the component each level of the second classification lies in. */
export function connectedComponents(
  first: GroupCodes,
  second: GroupCodes,
): { count: number; ofSecond: Int32Array } {
  const parent = new Int32Array(first.count + second.count);
  for (let vertex = 0; vertex < parent.length; vertex++) parent[vertex] = vertex;
  const root = (start: number): number => {
    let vertex = start;
    while (parent[vertex] !== vertex) {
      parent[vertex] = parent[parent[vertex]!]!;
      vertex = parent[vertex]!;
    }
    return vertex;
  };
  let count = parent.length;
  for (let i = 0; i < first.codes.length; i++) {
    const a = root(first.codes[i]!);
    const b = root(first.count + second.codes[i]!);
    if (a === b) continue;
    parent[b] = a;
    count -= 1;
  }
  const numbers = new Map<number, number>();
  const ofSecond = new Int32Array(second.count);
  for (let level = 0; level < second.count; level++) {
    const top = root(first.count + level);
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    ofSecond[level] = numbers.get(top)!;
  }
  return { count, ofSecond };
}
