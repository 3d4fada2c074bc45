import { addDays, addMonths, type CalendarDate, daysBetween, type Month, monthOf } from "~/kernel/calendar";

/** A spell's pay: the full-time salary of a year, of which `fte` is paid. */
export interface PaySpell {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly fte: number;
  readonly annualSalaryMinor: bigint | null;
  readonly currency: string | null;
}

export interface MonthlyPay {
  /** The last day counted, which dates the entry. */
  readonly paidOn: CalendarDate;
  readonly minor: bigint;
  readonly currency: string;
}

const daysOfYear = 365.25;

/** Contract pay of one month, by the day, up to and with the as-of date; one entry for each spell that pays in it. */
export function contractPayOf(month: Month, spells: readonly PaySpell[], asOf: CalendarDate): MonthlyPay[] {
  let until = addMonths(month, 1);
  if (until > asOf) until = addDays(asOf, 1);
  return spells.flatMap((spell) => {
    if (spell.annualSalaryMinor === null || spell.currency === null) return [];
    const from = spell.startsOn > month ? spell.startsOn : month;
    const to = spell.endsOn !== null && spell.endsOn < until ? spell.endsOn : until;
    const days = daysBetween(from, to);
    if (days <= 0) return [];
    const minor = BigInt(Math.round((Number(spell.annualSalaryMinor) * spell.fte * days) / daysOfYear));
    return [{ paidOn: addDays(to, -1), minor, currency: spell.currency }];
  });
}

/** Months in which the ledger holds no compensation: contract pay stands in for it there. */
export function monthsWithoutPay(months: readonly Month[], paidOn: readonly CalendarDate[]): Month[] {
  const paid = new Set(paidOn.map(monthOf));
  return months.filter((month) => !paid.has(month));
}
