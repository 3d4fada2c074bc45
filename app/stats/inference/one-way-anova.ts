import { requireFiniteColumn, requireLabels, requireSameLength } from "../arguments";
import { fCdf } from "../distributions/f";
import { type Refusal, refuse } from "../result";

export interface OneWayAnova {
  readonly f: number;
  readonly p: number;
  readonly betweenDegreesOfFreedom: number;
  readonly withinDegreesOfFreedom: number;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  readonly n: number;
  readonly groups: number;
  /** Group sizes and means in the order the labels first appear. */
  readonly sizes: Float64Array;
  readonly means: Float64Array;
}

/**
 * One-way analysis of variance: F = MSB/MSW on G − 1 and N − G degrees of freedom. `groups` holds one label a row.
 * Source: Fisher (1925). R: `anova(lm(values ~ factor(groups)))`.
 * Throws if the columns differ in length, a value is not finite or a label missing. Refuses: no-comparison-group below two groups,
 * too-few-observations if no group has two rows, no-variation if all values are equal.
 */
export function oneWayAnova(values: ArrayLike<number>, groups: ArrayLike<unknown>): OneWayAnova | Refusal {
  requireFiniteColumn(values, "values");
  requireSameLength(groups, values.length, "groups");
  requireLabels(groups, "groups");
  const n = values.length;
  const codes = new Map<unknown, number>();
  const code = Uint32Array.from({ length: n }, (_, i) => {
    const known = codes.get(groups[i]);
    if (known !== undefined) return known;
    codes.set(groups[i], codes.size);
    return codes.size - 1;
  });
  const g = codes.size;
  if (g < 2) return refuse("no-comparison-group", { groups: g });
  if (n === g) return refuse("too-few-observations", { n, groups: g });
  const sizes = new Float64Array(g);
  const means = new Float64Array(g);
  // Deviations from the first value, so that a large common offset costs no digits.
  const origin = values[0]!;
  for (let i = 0; i < n; i++) {
    sizes[code[i]!] = sizes[code[i]!]! + 1;
    means[code[i]!] = means[code[i]!]! + (values[i]! - origin);
  }
  let total = 0;
  for (let k = 0; k < g; k++) {
    total += means[k]!;
    means[k] = means[k]! / sizes[k]!;
  }
  const grand = total / n;
  let between = 0;
  let within = 0;
  for (let k = 0; k < g; k++) between += sizes[k]! * (means[k]! - grand) ** 2;
  for (let i = 0; i < n; i++) within += (values[i]! - origin - means[code[i]!]!) ** 2;
  if (between === 0 && within === 0) return refuse("no-variation", { n });
  const meanSquareBetween = between / (g - 1);
  const meanSquareWithin = within / (n - g);
  const f = meanSquareBetween / meanSquareWithin;
  return {
    f,
    p: fCdf(f, g - 1, n - g, { upper: true }),
    betweenDegreesOfFreedom: g - 1,
    withinDegreesOfFreedom: n - g,
    meanSquareBetween,
    meanSquareWithin,
    n,
    groups: g,
    sizes,
    means: means.map((mean) => mean + origin),
  };
}
