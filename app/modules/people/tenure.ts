import { type CalendarDate, wholeMonthsBetween } from "~/kernel/calendar";

/** Whole months from joining to the as-of date, or to leaving where that came first; null before the first day. */
export function tenureMonths(
  { hiredOn, leftOn }: { hiredOn: CalendarDate; leftOn: CalendarDate | null },
  asOf: CalendarDate,
): number | null {
  if (hiredOn > asOf) return null;
  const until = leftOn !== null && leftOn < asOf ? leftOn : asOf;
  return wholeMonthsBetween(hiredOn, until);
}
