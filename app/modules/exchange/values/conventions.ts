/** How one file writes its days: year first, or day or month first. Year-first days are read in every file. */
export type DateOrder = "iso" | "dmy" | "mdy";
/** Which mark stands before the decimals. */
export type DecimalMark = "point" | "comma";

export interface Conventions {
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
}

export const dateOrders: readonly DateOrder[] = ["dmy", "mdy", "iso"];
export const decimalMarks: readonly DecimalMark[] = ["point", "comma"];

/** What a file's values say about its conventions: how many fit one reading only, how many fit both. */
export interface Evidence<Choice extends string> {
  readonly counts: Record<Choice, number>;
  /** Values that read differently either way, the first of them quoted with its row. */
  ambiguous: number;
  firstAmbiguous: { readonly value: string; readonly row: number; readonly column: string } | null;
}

export function noEvidence<Choice extends string>(choices: readonly Choice[]): Evidence<Choice> {
  return {
    counts: Object.fromEntries(choices.map((choice) => [choice, 0])) as Record<Choice, number>,
    ambiguous: 0,
    firstAmbiguous: null,
  };
}

/**
 * The one reading the evidence allows, or null where the file must be asked about: nothing decides between two readings
 * of at least one value, or values contradict each other and neither side has twice the other's weight.
 */
export function decideBetween<Choice extends string>(
  evidence: Evidence<Choice>,
  [first, second]: readonly [Choice, Choice],
  whenSilent: Choice,
): Choice | null {
  const a = evidence.counts[first];
  const b = evidence.counts[second];
  if (a === 0 && b === 0) return evidence.ambiguous > 0 ? null : whenSilent;
  if (a >= 2 * b) return first;
  if (b >= 2 * a) return second;
  return null;
}
