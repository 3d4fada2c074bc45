import type { CasePriority } from "./service-case";

const dayMs = 86_400_000;

/** Days since the case was opened, to its resolution or to now. */
export function caseAgeDays(openedAt: Date, until: Date): number {
  return Math.max(0, (until.getTime() - openedAt.getTime()) / dayMs);
}

/** An open case is overdue once it is older than its priority allows. */
export function isCaseOverdue(
  { openedAt, priority }: { openedAt: Date; priority: CasePriority },
  targetDays: Readonly<Record<CasePriority, number>>,
  now: Date,
): boolean {
  return caseAgeDays(openedAt, now) > targetDays[priority];
}
