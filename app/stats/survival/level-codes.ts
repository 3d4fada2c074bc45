import { ArgumentError } from "../arguments";

export type Label = string | number;

/** A column of labels as codes into its sorted levels, as R's `factor()` makes them. */
export interface LevelCodes {
  /** Ascending; text by code unit. */
  readonly levels: readonly Label[];
  readonly codes: Int32Array;
}

/** @throws ArgumentError on a label that is neither text nor a finite number, or a mixture of the two. */
export function encodeLevels(labels: ArrayLike<Label>, argument: string): LevelCodes {
  const n = labels.length;
  const codes = new Int32Array(n);
  if (n === 0) return { levels: [], codes };
  const kind = typeof labels[0];
  const seen = new Map<Label, number>();
  for (let i = 0; i < n; i++) {
    const label = labels[i]!;
    let code = seen.get(label);
    if (code === undefined) {
      if (
        typeof label !== kind ||
        (typeof label === "number" ? !Number.isFinite(label) : typeof label !== "string")
      ) {
        throw new ArgumentError(
          argument,
          `row ${i} is ${String(label)}; expected labels all text or all finite numbers`,
        );
      }
      code = seen.size;
      seen.set(label, code);
    }
    codes[i] = code;
  }
  const levels = [...seen.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rank = new Int32Array(levels.length);
  levels.forEach((level, position) => {
    rank[seen.get(level)!] = position;
  });
  for (let i = 0; i < n; i++) codes[i] = rank[codes[i]!]!;
  return { levels, codes };
}
