/** k of the (n,k) rule with n = 1: one person who holds more than this share of a sum is told by the sum. */
const dominantShare = 0.8;
/** p of the p % rule: the second largest may not come closer to the largest than this share of it. */
const protectionShare = 0.1;

/**
 * Is a sum of money unsafe to show? By the (1, 80 %) dominance rule, or by the p % rule at 10 %: whoever made the second
 * largest contribution takes it off the sum and knows the largest to within what the others add. Hundepool et al.
 * (2012), Statistical Disclosure Control, section 4.2. Signs do not matter: a credit tells as much as a debit.
 */
export function isDominated(contributions: readonly number[]): boolean {
  let first = 0;
  let second = 0;
  let total = 0;
  for (const value of contributions) {
    const size = Math.abs(value);
    total += size;
    if (size > first) {
      second = first;
      first = size;
    } else if (size > second) second = size;
  }
  return isDominatedBy(first, second, total);
}

/** The same where only the two largest and the sum are known. */
export function isDominatedBy(first: number, second: number, total: number): boolean {
  if (total === 0) return false;
  return first > dominantShare * total || total - first - second < protectionShare * first;
}
