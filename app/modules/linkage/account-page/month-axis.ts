import { addMonths, daysBetween, type Month } from "~/kernel/calendar";

/** Whole months laid side by side by their days, so that a date and a month's figure share one axis. */
export interface MonthAxis {
  readonly months: readonly Month[];
  /** Middle of each month, in percent. */
  readonly middles: readonly number[];
  /** Where January and July begin, in percent. */
  readonly ticks: readonly { readonly month: Month; readonly x: number }[];
}

export function monthAxis(months: readonly Month[]): MonthAxis {
  const first = months[0]!;
  const days = daysBetween(first, addMonths(months.at(-1)!, 1));
  const starts = months.map((month) => daysBetween(first, month));
  const middles = starts.map((start, index) => (50 * (start + (starts[index + 1] ?? days))) / days);
  const ticks = months.flatMap((month, index) =>
    month.endsWith("-01-01") || month.endsWith("-07-01") ? [{ month, x: (100 * starts[index]!) / days }] : [],
  );
  return { months, middles, ticks };
}
