/** Everyone who is in exactly the cells named: no sum over those cells can tell them apart. */
export interface Block {
  readonly n: number;
  readonly cells: readonly string[];
}

/** Groups people by the set of cells they are in. */
export function blocksOfMembers(
  cells: readonly { readonly key: string; readonly members: Iterable<string> }[],
): Block[] {
  const cellsOf = new Map<string, number[]>();
  cells.forEach(({ members }, index) => {
    for (const member of new Set(members)) {
      const of = cellsOf.get(member);
      if (of) of.push(index);
      else cellsOf.set(member, [index]);
    }
  });
  const blocks = new Map<string, { n: number; cells: string[] }>();
  for (const indices of cellsOf.values()) {
    const pattern = indices.join();
    const block = blocks.get(pattern);
    if (block) block.n += 1;
    else blocks.set(pattern, { n: 1, cells: indices.map((index) => cells[index]!.key) });
  }
  return [...blocks.values()];
}
