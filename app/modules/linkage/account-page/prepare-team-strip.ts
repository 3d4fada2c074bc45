import {
  addMonths,
  type CalendarDate,
  daysBetween,
  type Month,
  monthOf,
  monthRange,
} from "~/kernel/calendar";
import type { AssignmentEndCause, AssignmentRole } from "../assignments/assignment";
import { assignmentRoles } from "../assignments/assignment";
import { type CoverageGap, coverageGaps } from "./coverage-gaps";
import { type Handover, handoversOf } from "./handovers-of";

export interface ServedPeriod {
  readonly id: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly role: AssignmentRole;
  /** 0–1; null where it was never recorded. */
  readonly share: number | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly endCause: AssignmentEndCause | null;
}

export interface StripBar extends ServedPeriod {
  /** Percent of the time axis. */
  readonly x: number;
  readonly width: number;
}

export interface StripGap extends CoverageGap {
  readonly x: number;
  readonly width: number;
}

export interface StripRow {
  readonly role: AssignmentRole;
  /** Periods that overlap lie in lanes of their own. */
  readonly lanes: readonly (readonly StripBar[])[];
  readonly gaps: readonly StripGap[];
  readonly uncoveredDays: number;
}

export interface StripHandover extends Handover {
  readonly x: number;
}

export interface TeamStrip {
  readonly months: readonly Month[];
  readonly from: CalendarDate;
  /** First day after the axis. */
  readonly to: CalendarDate;
  readonly rows: readonly StripRow[];
  readonly handovers: readonly StripHandover[];
}

interface Source {
  readonly periods: readonly ServedPeriod[];
  readonly acquiredOn: CalendarDate;
  readonly churnedOn: CalendarDate | null;
  readonly today: CalendarDate;
  readonly monthCount?: number;
}

/** Who served the account when, placed on one axis of whole months that ends with the present one. */
export function prepareTeamStrip({
  periods,
  acquiredOn,
  churnedOn,
  today,
  monthCount = 36,
}: Source): TeamStrip {
  const lastMonth = monthOf(today);
  const months = monthRange(addMonths(lastMonth, 1 - monthCount), lastMonth);
  const from = months[0]!;
  const to = addMonths(lastMonth, 1);
  const axisDays = daysBetween(from, to);
  const place = (start: CalendarDate, end: CalendarDate | null) => {
    const first = start < from ? from : start;
    const last = end === null || end > to ? to : end;
    return {
      x: (100 * daysBetween(from, first)) / axisDays,
      width: (100 * daysBetween(first, last)) / axisDays,
    };
  };

  const rows = assignmentRoles.flatMap((role): StripRow[] => {
    const held = periods.filter((period) => period.role === role);
    const shown = held.filter(({ startsOn, endsOn }) => startsOn < to && (endsOn === null || endsOn > from));
    const gaps = coverageGaps({ role, periods: held, acquiredOn, churnedOn, today, from }).map((gap) => ({
      ...gap,
      ...place(gap.from, gap.to),
    }));
    if (shown.length === 0 && gaps.length === 0) return [];
    return [
      {
        role,
        // What goes on is drawn up to today, not to the month's end.
        lanes: inLanes(shown).map((lane) =>
          lane.map((period) => ({
            ...period,
            ...place(period.startsOn, period.endsOn ?? dayAfter(today, period.startsOn)),
          })),
        ),
        gaps,
        uncoveredDays: gaps.reduce((sum, gap) => sum + gap.days, 0),
      },
    ];
  });
  const handovers = handoversOf(periods, today)
    .filter(({ on }) => on >= from && on < to)
    .map((handover) => ({ ...handover, x: place(handover.on, to).x }));
  return { months, from, to, rows, handovers };
}

/** A planned start lies after today; its bar then has no length but keeps its place. */
function dayAfter(today: CalendarDate, startsOn: CalendarDate): CalendarDate {
  return startsOn > today ? startsOn : today;
}

/** Each period goes into the first lane that is free on its first day. */
function inLanes(periods: readonly ServedPeriod[]): ServedPeriod[][] {
  const lanes: ServedPeriod[][] = [];
  for (const period of [...periods].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const free = lanes.find((lane) => {
      const last = lane.at(-1)!;
      return last.endsOn !== null && last.endsOn <= period.startsOn;
    });
    if (free) free.push(period);
    else lanes.push([period]);
  }
  return lanes;
}
