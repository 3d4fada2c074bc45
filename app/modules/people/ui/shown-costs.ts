import type { ConversionNote } from "~/modules/access/conversion-notes";
import type { CostCategory } from "../cost-entry";
import type { CategoryTotal, CostTotals } from "../cost-totals";
import type { CostLine, EmployeeCosts } from "../get-employee-costs.server";

type Texted<Value> = {
  readonly [Key in keyof Value]: bigint extends Value[Key]
    ? Exclude<Value[Key], bigint> | string
    : Value[Key];
};

/** The same figures with every bigint as text, as they travel to the page. */
export interface ShownTotals {
  readonly months: CostTotals["months"];
  readonly categories: readonly Texted<CategoryTotal>[];
  readonly periodMinor: string;
  readonly last12Minor: string;
  readonly byMonth: Readonly<Record<CostCategory, readonly (string | null)[]>>;
  readonly withoutRate: number;
}

export type ShownLine = Texted<CostLine>;

export interface ShownCosts {
  readonly asOf: string;
  readonly currency: string;
  readonly totals: ShownTotals;
  readonly lines: readonly ShownLine[];
  readonly linesInAll: number;
  readonly conversions: readonly ConversionNote[];
}

const text = (minor: bigint | null) => (minor === null ? null : minor.toString());

export function toShownCosts({ totals, lines, ...rest }: EmployeeCosts): ShownCosts {
  return {
    ...rest,
    lines: lines.map((line) => ({
      ...line,
      amountMinor: line.amountMinor.toString(),
      reportingMinor: text(line.reportingMinor),
    })),
    totals: {
      ...totals,
      periodMinor: totals.periodMinor.toString(),
      last12Minor: totals.last12Minor.toString(),
      categories: totals.categories.map((total) => ({
        ...total,
        periodMinor: text(total.periodMinor),
        last12Minor: text(total.last12Minor),
      })),
      byMonth: mapValues(totals.byMonth, (values) => values.map(text)),
    },
  };
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
