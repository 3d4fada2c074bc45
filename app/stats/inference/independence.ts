import { requireCount } from "../arguments";
import { chiSquareCdf } from "../distributions/chi-square";
import type { Matrix } from "../linear-algebra/matrix";
import { type Refusal, refuse } from "../result";

export interface IndependenceTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly n: number;
  /** The smallest expected count; below 5 the approximation is poor. */
  readonly smallestExpected: number;
  readonly warnings: readonly string[];
}

/**
 * Are the rows and columns of a table of counts independent? Pearson's Σ(observed − expected)²/expected on (r−1)(c−1)
 * degrees of freedom, without Yates' correction. Source: Pearson (1900). R: `chisq.test(table, correct = FALSE)`.
 * Throws if a cell is no count. Refuses: no-base for an empty table, no-variation if all counts lie in one row or column.
 */
export function independenceTest(table: Matrix): IndependenceTest | Refusal {
  const { rows, columns, values } = table;
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  let n = 0;
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      const count = values[j * rows + i]!;
      requireCount(count, "table");
      rowSums[i] = rowSums[i]! + count;
      columnSums[j] = columnSums[j]! + count;
      n += count;
    }
  }
  if (n === 0) return refuse("no-base", { n });
  // Empty rows and columns say nothing and cost no degree of freedom.
  const r = rowSums.filter((sum) => sum > 0).length;
  const c = columnSums.filter((sum) => sum > 0).length;
  if (r < 2 || c < 2) return refuse("no-variation", { rows: r, columns: c });
  let chiSquare = 0;
  let smallestExpected = Infinity;
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      const expected = (rowSums[i]! * columnSums[j]!) / n;
      if (expected === 0) continue;
      smallestExpected = Math.min(smallestExpected, expected);
      chiSquare += (values[j * rows + i]! - expected) ** 2 / expected;
    }
  }
  const degreesOfFreedom = (r - 1) * (c - 1);
  return {
    chiSquare,
    degreesOfFreedom,
    p: chiSquareCdf(chiSquare, degreesOfFreedom, { upper: true }),
    n,
    smallestExpected,
    warnings: smallestExpected < 5 ? ["small-expected-counts"] : [],
  };
}
