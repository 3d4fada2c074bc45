/**
 * Assignments count only for the days on which the person is employed: from hiring on, and until the first day after
 * leaving. For `assignments a join employees e`; an open end is infinity, so that ends can be compared.
 */
export const employedStint = {
  startsOn: "greatest(a.starts_on, e.hired_on)",
  endsOn: "coalesce(least(a.ends_on, e.left_on), 'infinity'::date)",
  /** Some day counts. */
  isCounted: "greatest(a.starts_on, e.hired_on) < coalesce(least(a.ends_on, e.left_on), 'infinity'::date)",
  /** Some day does not count: a row of the data-quality page. */
  reachesOutside:
    "(a.starts_on < e.hired_on or (e.left_on is not null and (a.ends_on is null or a.ends_on > e.left_on)))",
} as const;

/**
 * Weight of one who serves an account beside others: the share, or an equal one where none is given. A share of 0 weighs next
 * to nothing rather than nothing, so that an account whose every share is 0 is served by all alike.
 */
export const shareWeight = (share: string, count: string) =>
  `greatest(coalesce(${share}::float8, 1.0 / ${count}), 1e-9)`;
