import { niceTicks } from "~/ui/charts/axis-ticks";

/** One outcome's axis. Figures beyond it are cut off with an arrow, so that one wide interval does not flatten the rest. */
export interface ForestAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly decimals: number;
}

interface Spread {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly verdict: string;
  readonly minimumDetectable: number | null;
}

/** An axis reaches so many times as far as the largest estimate, or as what a usual null could have seen. */
const farthest = 2.2;

export function axisFor(rows: readonly Spread[]): ForestAxis | null {
  if (rows.length === 0) return null;
  const detectable = (row: Spread) => (row.verdict === "none" ? (row.minimumDetectable ?? 0) : 0);
  const largest = Math.max(...rows.map((row) => Math.abs(row.estimate)));
  const reach = farthest * Math.max(largest, middleOf(rows.map(detectable).filter((value) => value > 0)));
  const min = Math.min(0, ...rows.map((row) => Math.max(-reach, Math.min(row.lower, -detectable(row)))));
  const max = Math.max(0, ...rows.map((row) => Math.min(reach, Math.max(row.upper, detectable(row)))));
  const span = max - min || 1;
  // The words "lower" and "higher" beside zero need room on both sides, and no dot may touch the edge.
  const low = Math.min(min - 0.06 * span, -0.18 * span);
  const high = Math.max(max + 0.06 * span, 0.18 * span);
  const ticks = niceTicks(low, high, 7).filter((tick) => tick >= low && tick <= high);
  return { min: low, max: high, ticks, decimals: Math.max(0, ...ticks.map(decimalsIn)) };
}

/** Where the value stands, in per cent of the width; kept within it. */
export function placeOn({ min, max }: ForestAxis, value: number): number {
  const place = (100 * (value - min)) / (max - min);
  return Math.round(100 * Math.max(0, Math.min(100, place))) / 100;
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function decimalsIn(tick: number): number {
  return String(tick).split(".")[1]?.length ?? 0;
}
