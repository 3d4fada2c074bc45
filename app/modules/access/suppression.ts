/** What surveys say is shown for groups of at least this many answers; comments need more. Nobody is exempt. */
export const minimumGroupSize = 5;
export const minimumCommentGroupSize = 10;

export interface SurveyGroup {
  readonly key: string;
  /** Distinct people who answered. */
  readonly n: number;
}

export type Suppression = "shown" | "too_few" | "complementary";

/**
 * Decides for groups that split one total which may be shown. A group under the limit is hidden; where the shown total
 * would give the hidden ones away by subtraction (they hold fewer than the limit together, or one stands alone), the
 * smallest shown groups are hidden too until it does not.
 *
 * `isTotalShown` says whether the reader sees the total anywhere: on another row, page or export.
 */
export function suppressGroups(
  groups: readonly SurveyGroup[],
  { minimum = minimumGroupSize, isTotalShown = true } = {},
): ReadonlyMap<string, Suppression> {
  const verdict = new Map<string, Suppression>(
    groups.map((group) => [group.key, group.n < minimum ? "too_few" : "shown"]),
  );
  if (!isTotalShown) return verdict;
  const shownBySize = groups
    .filter((group) => group.n >= minimum)
    .sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1));
  const hidden = groups.filter((group) => group.n < minimum && group.n > 0);
  let hiddenGroups = hidden.length;
  let hiddenPeople = hidden.reduce((sum, group) => sum + group.n, 0);
  for (const group of shownBySize) {
    const givesNothingAway = hiddenGroups === 0 || (hiddenGroups >= 2 && hiddenPeople >= minimum);
    if (givesNothingAway) break;
    verdict.set(group.key, "complementary");
    hiddenGroups += 1;
    hiddenPeople += group.n;
  }
  return verdict;
}
