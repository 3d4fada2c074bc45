import type { NoValueReason } from "~/kernel/units";

export const figureIds = [
  "headcount",
  "turnover",
  "voluntaryTurnover",
  "regrettedTurnover",
  "costPerHire",
  "trainingHoursPerFte",
  "engagement",
  "enps",
  "csat",
  "nps",
  "ces",
  "logoChurn",
  "grr",
  "nrr",
  "handovers",
  "revenue",
  "marginAfterPeopleCost",
  "customerRetention",
  "peopleCostPerRevenue",
] as const;
export type FigureId = (typeof figureIds)[number];

/** How a value is written: a share as per cent, points on a scale, a count, hours, or minor units of money. */
export type FigureUnit =
  | "percent"
  | "percentPerYear"
  | "score"
  | "scale5"
  | "scale7"
  | "count"
  | "hours"
  | "money"
  | "moneyPerYear";

export interface Part {
  readonly value: number;
  /** Key below `home.part`. */
  readonly name: string;
  readonly unit: "count" | "money" | "years" | "hours";
}

export interface Figure {
  readonly id: FigureId;
  readonly unit: FigureUnit;
  /** Null exactly where `reason` is set. Money in minor units. */
  readonly value: number | null;
  readonly reason: NoValueReason | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Answers, leavers or accounts behind an estimate. */
  readonly n: number | null;
  readonly parts: readonly Part[];
  /** The same over the window before. */
  readonly previous: number | null;
  /** Whether a higher value is the better one; null where neither is. */
  readonly goodDirection: "up" | "down" | null;
  /** The change is larger than its 95 % margin; null where there is no interval to judge by. */
  readonly isChangeClear: boolean | null;
  /** Rolling value at the end of each of the last twelve months. */
  readonly trend: readonly (number | null)[];
}

/** Two estimates differ clearly when the difference exceeds the root of the summed squared half-widths. */
export function isClearlyDifferent(
  value: number | null,
  interval: Figure["interval"],
  previous: number | null,
  previousInterval: Figure["interval"],
): boolean | null {
  if (value === null || previous === null || !interval || !previousInterval) return null;
  const rises = value > previous;
  const own = rises ? value - interval.lower : interval.upper - value;
  const other = rises ? previousInterval.upper - previous : previous - previousInterval.lower;
  return Math.abs(value - previous) > Math.hypot(own, other);
}
