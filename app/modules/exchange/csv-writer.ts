export type CsvCell = string | number | bigint | null | undefined;

/** What a spreadsheet would run: = + - @ and their full-width forms, and the control characters that let one slip by. */
const startsLikeFormula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*$/;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/** One line of a CSV file with its line end. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

export function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const text = neutraliseFormula(cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** "=cmd()" becomes "'=cmd()"; plain numbers, negative ones too, stay as they are. */
export function neutraliseFormula(text: string): string {
  return startsLikeFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** Undoes `neutraliseFormula`, so that a file written here and read again gives the same text. */
export function restoreFormula(text: string): string {
  return text.length > 1 && text.charCodeAt(0) === 39 && startsLikeFormula.test(text.slice(1))
    ? text.slice(1)
    : text;
}
