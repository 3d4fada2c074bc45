/** The figures behind a chart, as its table view and its CSV file show them. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  /** Raw values; null is "no data". */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ChartColumn {
  readonly label: string;
  /** How the table writes the column's numbers; the file has them plain. */
  readonly format?: (value: number) => string;
}

/** Quotes where needed; text that a spreadsheet would run as a formula gets an apostrophe in front. */
function csvCell(value: string | number | null): string {
  if (value === null) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function chartCsv({ columns, rows }: ChartTable): string {
  const lines = [columns.map((column) => column.label), ...rows];
  return `${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** A download that needs no request and no JavaScript. The mark at the start tells Excel that it is UTF-8. */
export function csvHref(table: ChartTable): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${chartCsv(table)}`)}`;
}
