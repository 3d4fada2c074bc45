/** The panel in memory, as the fits read it. */
import type { IdCodes } from "~/db/id-codes";

/** Numeric columns of the panel as the fits see them; NaN is "not known". Booleans are 0 and 1. */
export const panelColumns = [
  "isComplete",
  "churnsNextMonth",
  "csatN",
  "csatSum",
  "revenueMinor",
  "marginMinor",
  "vacancyShare",
  "logTenure",
  "tenureMonths",
  "trainingHours",
  "workloadZ",
  "payPosition",
  "serviceOrientation",
  "monthsSinceHandover",
  "isHandoverToNewHire",
  "monthsSinceDeparture",
  "isDepartureToNewHire",
  "handovers12m",
] as const;
export type PanelColumn = (typeof panelColumns)[number];

export const causes = ["departure", "planned", "account_request", "reorganisation"] as const;

/** The panel in memory, sorted by account and month. Accounts and employees are small numbers; months count from year 0. */
export interface PanelData {
  readonly rows: number;
  readonly accountIds: readonly string[];
  readonly employees: IdCodes;
  readonly account: Int32Array;
  readonly month: Int32Array;
  readonly acquiredMonth: Int32Array;
  /** −1 where nobody owned the account. */
  readonly owner: Int32Array;
  /** Index into `causes` of the last handover, −1 where there was none or no cause is known. */
  readonly lastCause: Int32Array;
  /**
   * By account: the month in which somebody owned it for the first time on record, though it was a customer before: a
   * handover of which nothing else is known. −1 where there is none, or where it is the first month of all records.
   */
  readonly unrecordedHandover: Int32Array;
  /** By account: regions as numbers, to be compared only; −1 where none is known. */
  readonly region: Int32Array;
  /** ln of the exchange rate by which each row's revenue was converted; 0 in the reporting currency. */
  readonly logRate: Float32Array;
  /** Months that each row's revenue is for, 0 where it is for part of the account's billing interval. */
  readonly revenueMonths: Uint8Array;
  /** The month from which losses are on record; before it nobody is known to have stayed. */
  readonly lossesFrom: number;
  /** Left out, because the ledgers of customers end before them. */
  readonly rowsAfterRecords: number;
  /** Row at which each account begins, and the number of rows at the end. */
  readonly accountStart: Int32Array;
  readonly columns: Readonly<Record<PanelColumn, Float32Array>>;
}

/** First day of a month number, as ISO text. */
export function isoMonth(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}-01`;
}

/** Where each code begins in a column sorted by code; one more entry holds the length. */
export function startsOf(codes: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1).fill(codes.length);
  for (let row = codes.length - 1; row >= 0; row--) starts[codes[row]!] = row;
  for (let code = count - 1; code >= 0; code--) starts[code] = Math.min(starts[code]!, starts[code + 1]!);
  return starts;
}
