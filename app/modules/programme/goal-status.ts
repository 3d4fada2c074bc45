import { type CalendarDate, daysBetween } from "~/kernel/calendar";

const goalStatuses = ["reached", "on_track", "at_risk", "missed", "unknown"] as const;
export type GoalStatus = (typeof goalStatuses)[number];

/** How far behind the straight line from baseline to target a goal may be and still count as on track: 15 % of the way. */
export const allowedLag = 0.15;

export interface Progress {
  readonly status: GoalStatus;
  /** Share of the way from baseline to target that is done; below zero where it went the other way. */
  readonly done: number | null;
  /** Share of the time that has passed: where the straight line stands today. */
  readonly expected: number;
}

interface Measured {
  readonly baseline: number | null;
  readonly target: number;
  /** As of today, or as of the due date once that has passed. */
  readonly actual: number | null;
  readonly baselineOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly today: CalendarDate;
  /** Which way is better. */
  readonly direction: "up" | "down";
}

/**
 * Reached: the actual is at the target or beyond. Missed: it is not, and the due date has passed. On track: no more than
 * 15 % of the way behind the straight line from baseline to target. Otherwise at risk. Unknown where nothing is measured.
 */
export function assessMeasured(goal: Measured): Progress {
  const { baseline, target, actual, today, dueOn, baselineOn } = goal;
  const expected = Math.min(
    1,
    Math.max(0, daysBetween(baselineOn, today) / Math.max(1, daysBetween(baselineOn, dueOn))),
  );
  const isUp = goal.direction === "up";
  // A target that is no better than the baseline is no way to go: there is nothing to be a share of.
  const way = baseline === null ? 0 : target - baseline;
  const isWay = isUp ? way > 0 : way < 0;
  const done = actual === null || baseline === null || !isWay ? null : (actual - baseline) / way;
  if (actual === null) return { status: "unknown", done, expected };
  if (isUp ? actual >= target : actual <= target) return { status: "reached", done: done ?? 1, expected };
  if (today > dueOn) return { status: "missed", done, expected };
  if (done === null) return { status: "unknown", done, expected };
  return { status: done >= expected - allowedLag ? "on_track" : "at_risk", done, expected };
}

/** A qualitative goal stands as it was last assessed; once due and not reached it is missed whatever was said before. */
export function assessJudged(
  assessment: "on_track" | "at_risk" | "reached" | null,
  dueOn: CalendarDate,
  today: CalendarDate,
): GoalStatus {
  if (assessment === "reached") return "reached";
  if (today > dueOn) return "missed";
  return assessment ?? "unknown";
}
