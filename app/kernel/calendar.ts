/**
 * Calendar dates and months as ISO text ("2026-10-31", a month is its first day). They are never instants, so no
 * time zone can shift them. Arithmetic goes through UTC, which has no summer time.
 */
export type CalendarDate = string;
/** First day of a calendar month. */
export type Month = string;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** True for an existing day between years 1900 and 2200: 2025-02-29 is not one. */
export function isCalendarDate(text: string): boolean {
  const parts = isoDate.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  if (year < 1900 || year > 2200) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

export function toCalendarDate(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10);
}

/** The Date that Prisma wants for a `date` column. */
export function fromCalendarDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

export function todayIn(timeZone: string, now: Date = new Date()): CalendarDate {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    dayFormats.set(timeZone, format);
  }
  return format.format(now);
}

export function monthOf(date: CalendarDate): Month {
  return `${date.slice(0, 7)}-01`;
}

export function addMonths(month: Month, count: number): Month {
  const year = Number(month.slice(0, 4));
  const index = year * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  if (a > b) return a;
  return b;
}

export function addDays(date: CalendarDate, count: number): CalendarDate {
  return toCalendarDate(new Date(fromCalendarDate(date).getTime() + count * dayMs));
}

/** Days from `from` up to, not including, `to`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((fromCalendarDate(to).getTime() - fromCalendarDate(from).getTime()) / dayMs);
}

/** Completed calendar months from `from` to `to`; the 31st counts as reached on a shorter month's last day. */
export function wholeMonthsBetween(from: CalendarDate, to: CalendarDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return to.slice(8) >= from.slice(8) || isLastOfMonth(to) ? months : months - 1;
}

function isLastOfMonth(date: CalendarDate): boolean {
  // Before the 28th it cannot be, and asking the calendar takes long where it is asked for every account.
  return date.slice(8) >= "28" && addDays(date, 1).slice(8) === "01";
}

/** Every month from the first to the last, both included. */
export function monthRange(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
