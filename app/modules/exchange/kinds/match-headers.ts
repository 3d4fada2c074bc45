import { importKinds } from "./import-kinds";
import type { ImportKind, ImportKindName } from "./kind";

/** Case, blanks, dashes, underscores and punctuation do not distinguish headers; full-width letters are letters. */
export function normaliseHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, "");
}

const columnByHeader = new Map<ImportKindName, ReadonlyMap<string, string>>();

/** Normalised header → column; a column's own name wins over another's synonym. */
function headersOf(kind: ImportKind): ReadonlyMap<string, string> {
  const known = columnByHeader.get(kind.name);
  if (known) return known;
  const headers = new Map<string, string>();
  for (const column of kind.columns) headers.set(normaliseHeader(column.name), column.name);
  for (const column of kind.columns) {
    for (const synonym of column.synonyms) {
      const header = normaliseHeader(synonym);
      if (!headers.has(header)) headers.set(header, column.name);
    }
  }
  columnByHeader.set(kind.name, headers);
  return headers;
}

export interface HeaderMatch {
  /** For each cell of the header the column it stands for, or null where it is not imported. */
  readonly columns: readonly (string | null)[];
  readonly missing: readonly string[];
  /** Columns that more than one header stands for, with those headers. */
  readonly doubled: readonly { readonly column: string; readonly headers: readonly string[] }[];
}

/** Chosen by hand for a header's position: a column, or "" to leave it out. */
export type HeaderChoices = Readonly<Record<number, string>>;

export function matchHeaders(
  kind: ImportKind,
  header: readonly string[],
  choices: HeaderChoices = {},
): HeaderMatch {
  const known = headersOf(kind);
  const names = new Set(kind.columns.map((column) => column.name));
  const exact = new Map(kind.columns.map((column) => [normaliseHeader(column.name), column.name]));
  const isTakenExactly = new Set(
    header.map((cell) => exact.get(normaliseHeader(cell))).filter((name) => name !== undefined),
  );
  const columns = header.map((cell, index) => {
    const chosen = choices[index];
    if (chosen !== undefined) return names.has(chosen) ? chosen : null;
    const normalised = normaliseHeader(cell);
    const column = known.get(normalised);
    if (column === undefined) return null;
    // "Department" is a synonym; beside a header called "org_unit" it is just another column of the file.
    return exact.get(normalised) === column || !isTakenExactly.has(column) ? column : null;
  });
  const present = new Set(columns);
  const doubled = [...present]
    .filter((column): column is string => column !== null)
    .map((column) => ({ column, headers: header.filter((_, index) => columns[index] === column) }))
    .filter(({ headers }) => headers.length > 1);
  return {
    columns,
    doubled,
    missing: kind.columns
      .filter((column) => column.isRequired && !present.has(column.name))
      .map((column) => column.name),
  };
}

export function countKnownHeaders(kind: ImportKind, header: readonly string[]): number {
  return matchHeaders(kind, header).columns.filter((column) => column !== null).length;
}

/**
 * The kind a header was most probably made for, where that is another than the one chosen: it has every column that
 * kind requires, and the chosen one lacks some or knows clearly fewer of the headers.
 */
export function recogniseOtherKind(kind: ImportKind, header: readonly string[]): ImportKindName | null {
  const own = matchHeaders(kind, header);
  const ownKnown = countKnownHeaders(kind, header);
  const candidates = Object.values(importKinds)
    .filter((other) => other !== kind && matchHeaders(other, header).missing.length === 0)
    .map((other) => ({
      name: other.name,
      known: countKnownHeaders(other, header),
      required: other.columns.filter((column) => column.isRequired).length,
    }))
    .sort((a, b) => b.known - a.known || b.required - a.required);
  const best = candidates[0];
  if (!best) return null;
  const isClear = own.missing.length > 0 ? best.known >= ownKnown : best.known >= ownKnown + 2;
  return isClear ? best.name : null;
}
