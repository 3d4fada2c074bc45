/** How close an answer is to R's, and that there is one. */
import { expect } from "vitest";
import { isRefusal } from "../../app/stats/result";
import type { ReferenceTree } from "./read-reference";

/** The largest |got − want|/|want| over two columns, `floor` being an absolute error that counts as none; NaN counts as infinite. */
export function worstRelativeError(got: ArrayLike<number>, want: ArrayLike<number>, floor = 0): number {
  if (got.length !== want.length) return Infinity;
  let worst = 0;
  for (let i = 0; i < want.length; i++) {
    const error = Math.abs(got[i]! - want[i]!);
    if (got[i] === want[i] || error <= floor) continue;
    const relative = error / Math.abs(want[i]!);
    worst = Math.max(worst, Number.isNaN(relative) ? Infinity : relative);
  }
  return worst;
}

/** Element by element, relative to what R has; R's NA is null in the file and NaN or null here, its 0 is compared as it is. */
export function expectClose(
  got: ArrayLike<number | null>,
  want: ArrayLike<number | null>,
  tolerance = 1e-8,
): void {
  expect(got.length).toBe(want.length);
  for (const [i, value] of Array.from(want).entries()) {
    const mine = got[i] ?? Number.NaN;
    const isClose =
      value === null ? Number.isNaN(mine) : Math.abs(mine - value) <= tolerance * (Math.abs(value) || 1);
    if (!isClose) expect.fail(`element ${i}: ${mine}, R has ${value}`);
  }
}

/** Columns that R prints under names of its own, each by what stands for it in a row here. */
export function expectColumns<Row>(
  rows: readonly Row[],
  want: ReferenceTree,
  columns: Readonly<Record<string, (row: Row) => number | null>>,
  tolerance?: number,
): void {
  for (const [name, read] of Object.entries(columns)) expectClose(rows.map(read), want[name], tolerance);
}

export function answered<T>(result: T): Exclude<T, { refused: unknown }> {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.detail)}`);
  return result as Exclude<T, { refused: unknown }>;
}

export function standardErrors(covariance: {
  readonly matrix: { rows: number; values: Float64Array };
}): number[] {
  const { rows, values } = covariance.matrix;
  return Array.from({ length: rows }, (_, j) => Math.sqrt(values[j + j * rows]!));
}
