import type { Problem } from "../problem";

/** In the order in which an empty company wants them: what is referred to comes before what refers to it. */
export const importKindNames = [
  "exchange-rates",
  "org-units",
  "employees",
  "employment",
  "costs",
  "training",
  "surveys",
  "accounts",
  "contacts",
  "assignments",
  "revenue",
  "satisfaction",
  "interactions",
  "cases",
] as const;
export type ImportKindName = (typeof importKindNames)[number];

export function isImportKindName(text: unknown): text is ImportKindName {
  return importKindNames.includes(text as ImportKindName);
}

export type ReferenceNoun = "account" | "employee" | "unit";

/** What a cell of the column may hold; a column parser is compiled from it once a file. */
export type ColumnType =
  | { readonly is: "text"; readonly max: number }
  | { readonly is: "email" }
  /** A number of another record; `own` where it is the number of the row's own record. */
  | { readonly is: "reference"; readonly noun: ReferenceNoun }
  | { readonly is: "date" }
  | { readonly is: "dateOrMonth" }
  | { readonly is: "instant" }
  | { readonly is: "decimal"; readonly min: number; readonly max: number; readonly decimals: number }
  | { readonly is: "integer"; readonly min: number; readonly max: number }
  /** In minor units of the row's currency. */
  | { readonly is: "money"; readonly mayBeNegative: boolean }
  /** Of the row's money: it must be convertible. */
  | { readonly is: "currency" }
  | { readonly is: "anyCurrency" }
  | { readonly is: "choice"; readonly words: Readonly<Record<string, readonly string[]>> }
  | { readonly is: "flag" };

export interface ImportColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly isRequired: boolean;
  /** Other headers for it, in English and Chinese and as other systems export them; compared without case and spaces. */
  readonly synonyms: readonly string[];
  /** Two values for the small example that can be downloaded. */
  readonly examples: readonly [string, string];
}

/** What one row must satisfy across its columns; values are canonical (ISO days, plain decimals), null where blank. */
export type RowRule = (value: (column: string) => string | null) => Problem | null;

export interface ImportKind {
  readonly name: ImportKindName;
  readonly capability: "import.people" | "import.customers";
  readonly columns: readonly ImportColumn[];
  readonly rules: readonly RowRule[];
  /** The money column that `currency` belongs to. */
  readonly moneyColumn?: string;
}

type Options = { readonly also?: readonly string[]; readonly like: readonly [string, string] };

export function required(name: string, type: ColumnType, { also = [], like }: Options): ImportColumn {
  return { name, type, isRequired: true, synonyms: also, examples: like };
}

export function optional(name: string, type: ColumnType, { also = [], like }: Options): ImportColumn {
  return { name, type, isRequired: false, synonyms: also, examples: like };
}

export const text = (max: number): ColumnType => ({ is: "text", max });
export const reference = (noun: ReferenceNoun): ColumnType => ({ is: "reference", noun });
export const date: ColumnType = { is: "date" };
export const dateOrMonth: ColumnType = { is: "dateOrMonth" };
export const instant: ColumnType = { is: "instant" };
export const email: ColumnType = { is: "email" };
export const currency: ColumnType = { is: "currency" };
export const flag: ColumnType = { is: "flag" };
export const decimal = (min: number, max: number, decimals: number): ColumnType => ({
  is: "decimal",
  min,
  max,
  decimals,
});
export const integer = (min: number, max: number): ColumnType => ({ is: "integer", min, max });
export const money = ({ mayBeNegative }: { mayBeNegative: boolean }): ColumnType => ({
  is: "money",
  mayBeNegative,
});
/** Every value of the noun, by its type, with the other words that files use for it. */
export const choice = <Value extends string>(
  words: Readonly<Record<Value, readonly string[]>>,
): ColumnType => ({
  is: "choice",
  words,
});

/** The end of a period must come after its start; both are days. */
export function endsAfterStart(start: string, end: string): RowRule {
  return (value) => {
    const from = value(start);
    const to = value(end);
    return from !== null && to !== null && to <= from
      ? { code: "endBeforeStart", column: end, params: { start, from, to } }
      : null;
  };
}

/** A column that means something only beside another. */
export function needs(column: string, other: string): RowRule {
  return (value) =>
    value(column) !== null && value(other) === null ? { code: "needs", column, params: { other } } : null;
}

/** A number of another record of the same kind must not be the row's own. */
export function isNotItsOwn(column: string, own: string, code: Problem["code"]): RowRule {
  return (value) => (value(column) !== null && value(column) === value(own) ? { code, column } : null);
}
