import { hash } from "node:crypto";
import type { ImportKind } from "../kinds/kind";
import type { Problem } from "../problem";
import { type CellContext, type CellReader, compileCell } from "./compile-cell";

export interface CompiledRow {
  /** Columns of the staging table in the order in which a line holds them. */
  readonly stagedColumns: readonly string[];
  /** One line in PostgreSQL's COPY text format, line end included. */
  toCopyLine(cells: readonly string[], rowNumber: number, problem: Problem | null): string;
}

interface Field {
  readonly name: string;
  /** Position in the file. */
  readonly index: number;
  readonly read: CellReader;
  readonly isRequired: boolean;
  readonly isText: boolean;
}

const escapable = /[\\\t\n\r]/;
const nothing = "\\N";
/** Stands between the parts that a content key is made of; no cell can hold it once NULs are refused. */
const separator = "\0";

/**
 * Compiles the reading of one file's rows: closures by column, no schema walked per row. A row with problems keeps
 * the cells that could be read, so that the database may add its own reasons to the list.
 */
export function compileRow(
  kind: ImportKind,
  columns: readonly (string | null)[],
  context: CellContext,
): CompiledRow {
  const fields: Field[] = [];
  for (const column of kind.columns) {
    const index = columns.indexOf(column.name);
    // The currency of the row's money is read before the money.
    if (index < 0 || column.type.is === "currency") continue;
    const isText = ["text", "reference", "email"].includes(column.type.is);
    fields.push({
      name: column.name,
      index,
      read: compileCell(column, context),
      isRequired: column.isRequired,
      isText,
    });
  }
  const hasMoney = kind.moneyColumn !== undefined && columns.includes(kind.moneyColumn);
  const currencyColumn = kind.columns.find((column) => column.type.is === "currency");
  const currencyIndex = columns.indexOf("currency");
  const readCurrency = currencyColumn && compileCell(currencyColumn, context);
  const moneyField = fields.findIndex((field) => field.name === kind.moneyColumn);
  const hasKey = kind.columns.some((column) => column.name === "external_id");
  const externalField = fields.findIndex((field) => field.name === "external_id");
  const accountField = fields.findIndex((field) => field.name === "account_number");
  const positions = new Map(fields.map((field, position) => [field.name, position]));
  const width = columns.length;

  const values: (string | null)[] = new Array<string | null>(fields.length).fill(null);
  const valueIn = (name: string) => values[positions.get(name) ?? -1] ?? null;

  return {
    stagedColumns: [
      "row_no",
      ...fields.map((field) => field.name),
      ...(hasMoney ? ["currency"] : []),
      ...(hasKey ? ["row_key"] : []),
      "problems",
    ],
    toCopyLine(cells, rowNumber, recordProblem) {
      let problems: Problem[] | null = recordProblem ? [recordProblem] : null;
      if (cells.length !== width && !isPadded(cells, width))
        problems = added(problems, { code: "ragged", params: { cells: cells.length, expected: width } });

      let currency = context.reportingCurrency;
      if (hasMoney && currencyIndex >= 0) {
        const cell = (cells[currencyIndex] ?? "").trim();
        const code = cell && readCurrency ? readCurrency(cell, "") : currency;
        if (typeof code === "string") currency = code;
        else problems = added(problems, code);
      }

      const isHashed = hasKey && (externalField < 0 || (cells[fields[externalField]!.index] ?? "") === "");
      let line = String(rowNumber);
      let content = "";
      for (let position = 0; position < fields.length; position++) {
        const field = fields[position]!;
        let cell = cells[field.index] ?? "";
        if (cell !== "" && isOuterSpace(cell)) cell = cell.trim();
        let value: string | null = null;
        if (cell === "") {
          if (field.isRequired) problems = added(problems, { code: "required", column: field.name });
        } else if (field.isText && cell.includes("\0")) {
          problems = added(problems, { code: "nul", column: field.name });
        } else {
          const read = field.read(cell, currency);
          if (typeof read === "string") value = read;
          else problems = added(problems, read);
        }
        values[position] = value;
        line += "\t";
        line += value === null ? nothing : field.isText && escapable.test(value) ? escapeCopy(value) : value;
        if (isHashed && position !== accountField && value !== null)
          content += `${field.name}=${value}${separator}`;
      }
      if (hasMoney) line += `\t${values[moneyField] === null ? nothing : currency}`;
      if (hasKey) {
        const externalId = externalField < 0 ? null : values[externalField]!;
        line += `\t${externalId === null ? contentKey(content + currency) : escapable.test(externalId) ? escapeCopy(externalId) : externalId}`;
      }
      for (const rule of kind.rules) {
        const problem = rule(valueIn);
        if (problem) problems = added(problems, problem);
      }
      return problems
        ? `${line}\t${escapeCopy(JSON.stringify(problems).replaceAll("\\u0000", ""))}\n`
        : `${line}\t${nothing}\n`;
    },
  };
}

function added(problems: Problem[] | null, problem: Problem): Problem[] {
  return problems ? [...problems, problem] : [problem];
}

/** What identifies a row without an external id: all that it says. The count of equal rows is added in the database. */
function contentKey(content: string): string {
  return `auto:${hash("sha1", content, "hex").slice(0, 20)}`;
}

/** Spreadsheets end short rows with empty cells, or leave separators behind. */
function isPadded(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === "");
}

function isOuterSpace(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first <= 32 || last <= 32 || first >= 160 || last >= 160;
}

function escapeCopy(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
