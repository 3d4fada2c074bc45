/** Below this many answers a mean says too little to stand in a list. */
export const leastAnswers = 3;

/** Null where there was nothing to compare with: a new account has no change. */
export function changeOf(row: {
  readonly revenueMinor: bigint;
  readonly revenuePreviousMinor: bigint;
}): number | null {
  const previous = Number(row.revenuePreviousMinor);
  return previous > 0 ? Number(row.revenueMinor) / previous - 1 : null;
}
