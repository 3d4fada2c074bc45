import { addMonths, type CalendarDate, daysBetween, laterOf, monthOf } from "~/kernel/calendar";
import type { AssignmentEndCause } from "../assignments/assignment";
import type { ServedPeriod } from "./prepare-team-strip";

export interface Handover {
  readonly on: CalendarDate;
  readonly fromNames: readonly string[];
  readonly toName: string;
  readonly cause: AssignmentEndCause | null;
  /** Days without an owner; below 0, days on which both owned it. */
  readonly gapDays: number;
}

/**
 * Changes of the owner, by the rule of the panel (`panel/handover-rows`): an owner who stops is handed over to the first
 * other owner who starts from three months before that day on, on the later of the two days.
 */
export function handoversOf(periods: readonly ServedPeriod[], today: CalendarDate): Handover[] {
  const owners = periods.filter((period) => period.role === "owner");
  const byDay = new Map<CalendarDate, { from: ServedPeriod[]; to: ServedPeriod }>();
  for (const gone of owners) {
    const { endsOn } = gone;
    if (endsOn === null || goesOn(gone, endsOn, owners)) continue;
    const earliest = threeMonthsBefore(endsOn);
    const taken = owners
      .filter(
        (other) =>
          other.employeeId !== gone.employeeId &&
          other.startsOn > gone.startsOn &&
          other.startsOn >= earliest &&
          (other.endsOn === null || other.endsOn > endsOn),
      )
      .sort((a, b) =>
        a.startsOn === b.startsOn ? (a.id < b.id ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1,
      )[0];
    if (!taken) continue;
    const on = laterOf(endsOn, taken.startsOn);
    if (on > today) continue;
    const same = byDay.get(on);
    if (same) same.from.push(gone);
    else byDay.set(on, { from: [gone], to: taken });
  }
  return [...byDay]
    .map(([on, { from, to }]) => {
      const lastEnd = from
        .map((period) => period.endsOn!)
        .sort()
        .at(-1)!;
      const cause = from.find((period) => period.endCause === "departure")?.endCause ?? from[0]!.endCause;
      return {
        on,
        fromNames: from.map((period) => period.employeeName),
        toName: to.employeeName,
        cause,
        gapDays: daysBetween(lastEnd, to.startsOn),
      };
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The same person who merely goes on with another share hands nothing over. */
function goesOn(gone: ServedPeriod, endsOn: CalendarDate, owners: readonly ServedPeriod[]): boolean {
  return owners.some(
    (same) =>
      same.employeeId === gone.employeeId &&
      same.id !== gone.id &&
      same.startsOn <= endsOn &&
      (same.endsOn === null || same.endsOn > endsOn),
  );
}

/** As PostgreSQL subtracts months: the same day, or the month's last where that month is shorter. */
function threeMonthsBefore(date: CalendarDate): CalendarDate {
  const month = addMonths(monthOf(date), -3);
  const lastDay = daysBetween(month, addMonths(month, 1));
  const day = Math.min(Number(date.slice(8)), lastDay);
  return `${month.slice(0, 8)}${String(day).padStart(2, "0")}`;
}
