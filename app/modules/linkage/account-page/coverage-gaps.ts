import { type CalendarDate, daysBetween } from "~/kernel/calendar";
import type { AssignmentEndCause, AssignmentRole } from "../assignments/assignment";

export interface CoverageGap {
  readonly from: CalendarDate;
  /** First day that is covered again, or the day after the last one counted. */
  readonly to: CalendarDate;
  readonly days: number;
  /** True while nobody has taken over yet. */
  readonly isOpen: boolean;
}

interface Source {
  readonly role: AssignmentRole;
  /** All periods of the role on the account, in any order. */
  readonly periods: readonly {
    readonly startsOn: CalendarDate;
    readonly endsOn: CalendarDate | null;
    readonly endCause: AssignmentEndCause | null;
  }[];
  readonly acquiredOn: CalendarDate;
  readonly churnedOn: CalendarDate | null;
  readonly today: CalendarDate;
  /** First day of the window. */
  readonly from: CalendarDate;
}

/**
 * The days on which nobody filled a role that somebody should have filled. An account needs an owner from its first day to
 * its last. Another role is needed from the first person who held it on; once its last holder stops it is vacant if they
 * left the company, and closed if the end was planned, asked for by the account or part of a reorganisation.
 */
export function coverageGaps({ role, periods, acquiredOn, churnedOn, today, from }: Source): CoverageGap[] {
  const sorted = [...periods].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const first = sorted[0];
  if (!first && role !== "owner") return [];
  const needFrom = role === "owner" ? acquiredOn : first!.startsOn;
  const needTo = churnedOn !== null && churnedOn < today ? churnedOn : today;
  const gaps: CoverageGap[] = [];
  let coveredTo = needFrom;
  let lastCause: AssignmentEndCause | null = null;
  for (const { startsOn, endsOn, endCause } of sorted) {
    if (startsOn > coveredTo) add(coveredTo, startsOn);
    if (endsOn === null) return gaps;
    if (endsOn >= coveredTo) {
      coveredTo = endsOn;
      lastCause = endCause;
    }
  }
  if (role === "owner" || lastCause === "departure") add(coveredTo, null);
  return gaps;

  function add(start: CalendarDate, end: CalendarDate | null): void {
    const gapFrom = start < from ? from : start;
    const gapTo = end === null || end > needTo ? needTo : end;
    if (gapFrom >= gapTo) return;
    const isOpen = (end === null || end > today) && needTo === today;
    gaps.push({ from: gapFrom, to: gapTo, days: daysBetween(gapFrom, gapTo), isOpen });
  }
}
