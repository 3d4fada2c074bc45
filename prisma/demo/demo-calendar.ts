import { addMonths, type CalendarDate, type Month, monthOf } from "../../app/kernel/calendar";
import { burnInMonths } from "./company-plan";

/** Simulated months by index: 0 is the first month of the burn-in, `last` the present month. */
export interface DemoCalendar {
  readonly today: CalendarDate;
  readonly monthCount: number;
  /** Index of the first month whose facts are kept. */
  readonly firstKept: number;
  /** First day of the month; an index before 0 or after the last is allowed. */
  day(monthIndex: number, day?: number): CalendarDate;
}

export function createCalendar(today: CalendarDate, keptMonthCount: number): DemoCalendar {
  const monthCount = burnInMonths + keptMonthCount;
  const first = addMonths(monthOf(today), 1 - monthCount);
  const earliest = -240;
  const prefixes: string[] = [];
  for (let index = earliest; index <= monthCount + 1; index++)
    prefixes.push(addMonths(first as Month, index).slice(0, 8));
  const days = Array.from({ length: 32 }, (_, day) => String(day).padStart(2, "0"));
  return {
    today,
    monthCount,
    firstKept: burnInMonths,
    day: (monthIndex, day = 1) => prefixes[monthIndex - earliest]! + days[day]!,
  };
}
