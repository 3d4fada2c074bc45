import { csvLine } from "./csv-writer";
import { importKinds } from "./kinds/import-kinds";
import type { ImportColumn, ImportKindName } from "./kinds/kind";

const han = /[㐀-鿿]/;

/** What the column is called in a file of the language. */
export function headerOf(column: ImportColumn, locale: string): string {
  return (locale === "zh" && column.synonyms.find((synonym) => han.test(synonym))) || column.name;
}

/** A file with the headers alone, or with two rows that show how it is filled in. */
export function templateLines(kind: ImportKindName, locale: string, withExamples: boolean): string[] {
  const { columns } = importKinds[kind];
  const lines = [csvLine(columns.map((column) => headerOf(column, locale)))];
  if (withExamples)
    for (const row of [0, 1] as const) lines.push(csvLine(columns.map((column) => column.examples[row])));
  return lines;
}
