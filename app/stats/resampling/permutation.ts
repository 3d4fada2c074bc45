import { ArgumentError, requireLabels } from "../arguments";
import type { Generator } from "../random/generator";
import { type Refusal, refuse } from "../result";
import { rowsByLabel } from "./bootstrap";

/**
 * Row numbers shuffled within their strata (region-months, say): entry i is the row whose label row i gets. Fisher and Yates.
 * R: `permute::shuffle(n, how(blocks = strata))`. Throws if a label is missing.
 */
export function permuteWithinStrata(strata: ArrayLike<unknown>, generator: Generator): Int32Array {
  requireLabels(strata, "strata");
  return permute([...rowsByLabel(strata).values()], strata.length, generator);
}

function permute(members: readonly (readonly number[])[], n: number, generator: Generator): Int32Array {
  const result = Int32Array.from({ length: n }, (_, i) => i);
  for (const rows of members) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = generator.int(i + 1);
      const kept = result[rows[i]!]!;
      result[rows[i]!] = result[rows[j]!]!;
      result[rows[j]!] = kept;
    }
  }
  return result;
}

export interface PermutationTest {
  readonly statistic: number;
  /** (1 + permutations at least as extreme)/(1 + permutations): never 0. Two-sided by absolute value. */
  readonly p: number;
  readonly permutations: number;
  /** Permutations without an answer; they count as none. */
  readonly failed: number;
}

/**
 * Is a statistic larger in size than exchanging labels within strata makes it? `statistic` gets, for every row, the number of
 * the row whose label it is to use; the identity is the data as they are.
 * Source: Phipson and Smyth (2010) for the added one. R: `coin::independence_test(y ~ x | stratum, distribution = "approximate")`.
 * Throws if permutations is no whole number above 0. Refuses: no-variation where no stratum has two rows or the statistic
 * has no answer in the data.
 */
export function permutationTest(
  strata: ArrayLike<unknown>,
  statistic: (labelOf: Int32Array) => number,
  options: { readonly generator: Generator; readonly permutations?: number },
): PermutationTest | Refusal {
  const { generator, permutations = 1999 } = options;
  if (!(Number.isInteger(permutations) && permutations > 0)) {
    throw new ArgumentError("permutations", `must be a whole number above 0, got ${permutations}`);
  }
  const n = strata.length;
  requireLabels(strata, "strata");
  const members = [...rowsByLabel(strata).values()];
  const observed = statistic(Int32Array.from({ length: n }, (_, i) => i));
  if (!members.some((rows) => rows.length > 1) || !Number.isFinite(observed)) {
    return refuse("no-variation", { rows: n, strata: members.length });
  }
  // Sums in another order differ in their last digits; a permutation equal but for them is as extreme.
  const bar = Math.abs(observed) * (1 - 1e-12);
  let extreme = 0;
  let failed = 0;
  for (let k = 0; k < permutations; k++) {
    const value = statistic(permute(members, n, generator));
    if (!Number.isFinite(value)) failed += 1;
    else if (Math.abs(value) >= bar) extreme += 1;
  }
  const done = permutations - failed;
  return { statistic: observed, p: (1 + extreme) / (1 + done), permutations: done, failed };
}
