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
 * Weight of one who serves an account beside others: the share in thousandths, or a whole one where none is given. A share of 0
 * weighs next to nothing rather than nothing, so that an account whose every share is 0 is served by all alike. Whole
 * numbers and a power of two add up exactly, in whatever order: a refresh never differs from another in the last digit.
 */
export const shareWeight = (share: string) =>
  `greatest((coalesce(${share}, 1) * 1000)::float8, 0.00000095367431640625::float8)`;
