export interface Ranks {
  /** From 1; tied values share the mean of their places. */
  readonly ranks: Float64Array;
  /** How many share each tied value: 2 or more. */
  readonly ties: readonly number[];
}

/** Average ranks. R: `rank(x)`. */
export function averageRanks(values: ArrayLike<number>): Ranks {
  const n = values.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(n);
  const ties: number[] = [];
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && values[order[to]!] === values[order[from]!]) to += 1;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    if (to - from > 1) ties.push(to - from);
    from = to;
  }
  return { ranks, ties };
}
