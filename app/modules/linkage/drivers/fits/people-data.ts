/** People by month and their answers in memory, as the fits read them. */

export const leaveReasons = ["voluntary", "involuntary", "retirement", "end_of_contract", "other"] as const;

/** One row per person and month employed, sorted by both. */
export interface PeopleData {
  readonly rows: number;
  readonly employee: Int32Array;
  readonly month: Int32Array;
  readonly firstMonth: number;
  readonly monthCount: number;
  /** Row of employee × month, −1 where there is none: `grid[employee * monthCount + month − firstMonth]`. */
  readonly grid: Int32Array;
  readonly unit: Int32Array;
  /** Job title by number, to be compared only. */
  readonly job: Int32Array;
  readonly tenureMonths: Float32Array;
  readonly trainingHours: Float32Array;
  readonly workloadZ: Float32Array;
  readonly accountsOwned: Float32Array;
  readonly payPosition: Float32Array;
  readonly serviceOrientation: Float32Array;
  /** 1 where the person leaves in the course of the month or on the first day of the next; NaN where no ledger would tell. */
  readonly leaves: Float32Array;
  /** Index into `leaveReasons`, −1 for unknown. */
  readonly reason: Int32Array;
}

export interface SurveyAnswerRows {
  readonly employee: Int32Array;
  readonly month: Int32Array;
  /** By survey, to be compared only. */
  readonly wave: Int32Array;
  readonly engagement: Float32Array;
  readonly valuesAlignment: Float32Array;
}

/** Row of a person's month, or −1. */
export function personMonth(people: PeopleData, employee: number, month: number): number {
  const at = month - people.firstMonth;
  if (employee < 0 || at < 0 || at >= people.monthCount) return -1;
  return people.grid[employee * people.monthCount + at] ?? -1;
}
