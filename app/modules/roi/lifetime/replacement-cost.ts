/** Fewer accounts than this say too little about their segment: the company's mean stands in. */
const fewestAccounts = 5;

/**
 * What winning an account like the lost one costs: the mean acquisition cost of its segment, raised by what sales and marketing
 * spend on each customer won. Null where no acquisition cost is on record at all.
 */
export function replacementCosts(
  segments: readonly { readonly segment: string; readonly n: number; readonly mean: number }[],
  unitsCostPerWin: number | null,
): (segment: string) => number | null {
  const n = segments.reduce((sum, each) => sum + each.n, 0);
  const company = n > 0 ? segments.reduce((sum, each) => sum + each.n * each.mean, 0) / n : null;
  const known = new Map(
    segments.filter((each) => each.n >= fewestAccounts).map((each) => [each.segment, each.mean]),
  );
  return (segment) => {
    const direct = known.get(segment) ?? company;
    return direct === null ? null : direct + (unitsCostPerWin ?? 0);
  };
}
