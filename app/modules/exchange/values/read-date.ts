import { type CalendarDate, isCalendarDate } from "~/kernel/calendar";
import type { DateOrder, Evidence } from "./conventions";

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const numbersOnly = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const dayAndName = /^(\d{1,2})[-\s.]+([a-z]{3,9})[-\s.,]+(\d{4})$/i;
const nameAndDay = /^([a-z]{3,9})[\s.-]+(\d{1,2})[\s,.-]+(\d{4})$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const fullMonths = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** The day as ISO text; null when it is no existing day in this order. Two-digit years are not guessed at. */
export function readDate(text: string, order: DateOrder): CalendarDate | null {
  if (text.length === 10 && text.charCodeAt(4) === 45 && isCalendarDate(text)) return text;
  const ymd = yearFirst.exec(text) ?? chinese.exec(text) ?? compact.exec(text);
  if (ymd) return existing(ymd[1]!, ymd[2]!, ymd[3]!);
  const local = numbersOnly.exec(text);
  if (local) {
    if (order === "iso") return null;
    const [, first, , second, year] = local;
    return order === "dmy" ? existing(year!, second!, first!) : existing(year!, first!, second!);
  }
  const named = dayAndName.exec(text);
  if (named) return existing(named[3]!, monthNumber(named[2]!), named[1]!);
  const american = nameAndDay.exec(text);
  if (american) return existing(american[3]!, monthNumber(american[1]!), american[2]!);
  return null;
}

const monthOnly = /^(\d{4})[-/.](\d{1,2})$|^(\d{4})年(\d{1,2})月$/;
const monthThenYear = /^(\d{1,2})[-/.](\d{4})$/;
const monthName = /^([a-z]{3,9})[-\s.,]+(\d{4})$/i;

/** A day, or a month, which stands for its first day. */
export function readDateOrMonth(text: string, order: DateOrder): CalendarDate | null {
  const day = readDate(text, order);
  if (day) return day;
  const ym = monthOnly.exec(text);
  if (ym) return existing((ym[1] ?? ym[3])!, (ym[2] ?? ym[4])!, "1");
  const my = monthThenYear.exec(text);
  if (my) return existing(my[2]!, my[1]!, "1");
  const named = monthName.exec(text);
  return named ? existing(named[2]!, monthNumber(named[1]!), "1") : null;
}

/** Counts what the value says about day-first and month-first; values that read one way only by luck say nothing. */
export function weighDate(
  text: string,
  row: number,
  column: string,
  evidence: Evidence<"dmy" | "mdy">,
): void {
  const local = numbersOnly.exec(text.slice(0, 10).split(/[T\s,]/)[0] ?? "");
  if (!local) return;
  const first = Number(local[1]);
  const second = Number(local[3]);
  if (first > 12 && second <= 12) evidence.counts.dmy += 1;
  else if (second > 12 && first <= 12) evidence.counts.mdy += 1;
  else if (first !== second && first <= 12 && second <= 12) {
    evidence.ambiguous += 1;
    evidence.firstAmbiguous ??= { value: text, row, column };
  }
}

/** Whether the value can be read only once the file's order of day and month is known. */
export function needsDateOrder(text: string): boolean {
  return numbersOnly.test(text.split(/[T\s,]/)[0] ?? "");
}

function existing(year: string, month: string, day: string): CalendarDate | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(iso) ? iso : null;
}

function monthNumber(name: string): string {
  const lower = name.toLowerCase();
  const index = lower === "sept" ? 8 : Math.max(months.indexOf(lower), fullMonths.indexOf(lower));
  return String(index + 1);
}
