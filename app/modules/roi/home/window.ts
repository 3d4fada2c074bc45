import { addDays, addMonths, type CalendarDate, type Month, monthOf, monthRange } from "~/kernel/calendar";

/** Twelve complete months, both ends included. */
export interface Window {
  readonly first: Month;
  readonly last: Month;
}

/** The last complete month's window; a month that has not ended would read as a fall. */
export function windowBefore(today: CalendarDate): Window {
  const last = addMonths(monthOf(today), -1);
  return { first: addMonths(last, -11), last };
}

/** The same twelve months a year earlier. */
export function yearEarlier({ first, last }: Window): Window {
  return { first: addMonths(first, -12), last: addMonths(last, -12) };
}

export function lastDayOf({ last }: Window): CalendarDate {
  return addDays(addMonths(last, 1), -1);
}

/** The windows that end with each of the last twelve months: the points of a trend. */
export function trendWindows({ last }: Window, points = 12): Window[] {
  return monthRange(addMonths(last, 1 - points), last).map((end) => ({
    first: addMonths(end, -11),
    last: end,
  }));
}

/** Adds the fields up over the window; null where the window holds a month before the first one on record. */
export function sumOver<Row extends { readonly month: Month }, Key extends keyof Row & string>(
  rows: readonly Row[],
  { first, last }: Window,
  keys: readonly Key[],
): Record<Key, number> | null {
  const earliest = rows[0]?.month;
  if (earliest === undefined || earliest > first) return null;
  const sums = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const row of rows) {
    if (row.month < first || row.month > last) continue;
    for (const key of keys) sums[key] += Number(row[key]);
  }
  return sums;
}
