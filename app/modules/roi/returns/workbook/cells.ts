/** A workbook before it is a file: text, numbers, and formulas with the value they give today. */
export interface FormulaCell {
  readonly formula: string;
  readonly result: number;
}
export type Cell = string | number | null | FormulaCell;

export type CellFormat = "money" | "share" | "factor" | "whole" | "text";

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Column, counted from 0, that holds inputs a reader may change. */
  readonly inputColumn?: number;
}

/** "C5": column from 0, row from 1. */
export function address(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
}

export function inSheet(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}

/** The number a cell shows. */
export function numberIn(cell: Cell | undefined): number {
  if (typeof cell === "number") return cell;
  return cell !== null && typeof cell === "object" ? cell.result : 0;
}
