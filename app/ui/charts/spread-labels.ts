/**
 * Heights at which labels stand that would like to stand at `wanted`: in the same order, never nearer to each other than
 * `leastGap`, and above `bottom` where there is room.
 */
export function spreadLabels(
  wanted: readonly number[],
  leastGap: number,
  bottom = Number.POSITIVE_INFINITY,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  const heights = [...wanted];
  let floor = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    heights[index] = Math.max(wanted[index]!, floor);
    floor = heights[index]! + leastGap;
  }
  let ceiling = bottom;
  for (const index of order.reverse()) {
    heights[index] = Math.min(heights[index]!, ceiling);
    ceiling = heights[index]! - leastGap;
  }
  return heights;
}
