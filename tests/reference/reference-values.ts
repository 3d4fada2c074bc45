import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { isRefusal, type Refusal } from "../../app/stats/result";

// For tests alone: R's answers in this folder and how close is close enough.

// biome-ignore lint/suspicious/noExplicitAny: a tree of numbers read from R, whose shape each test knows
export type ReferenceTree = any;

const root = new URL("./", import.meta.url);

export function referenceValues(file: string): ReferenceTree {
  return JSON.parse(readFileSync(new URL(file, root), "utf8"));
}

/** Largest |actual − expected| / |expected|. */
function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!) / (Math.abs(expected[i]!) || 1);
    // Not Math.max, which would let a NaN pass unseen as a NaN.
    if (!(error <= largest)) largest = error;
  }
  return largest;
}

export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-8): void {
  expect(relativeError(actual, expected)).toBeLessThan(tolerance);
}

export function answered<Result extends object>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.detail)}`);
  return result;
}

/** The same of a bare number. */
export function numberOf(result: number | Refusal): number {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.detail)}`);
  return result;
}

export function standardErrors(covariance: {
  readonly matrix: { rows: number; values: Float64Array };
}): number[] {
  const { rows, values } = covariance.matrix;
  return Array.from({ length: rows }, (_, j) => Math.sqrt(values[j + j * rows]!));
}
