import { PassThrough, Readable } from "node:stream";
import type { Cell, CellFormat, Sheet } from "./cells";

const numberFormats: Readonly<Record<CellFormat, string | undefined>> = {
  money: "#,##0.00;[Red]-#,##0.00",
  share: "0.0%",
  factor: "0.000000",
  whole: "#,##0",
  text: undefined,
};

/**
 * The sheets as a workbook, written while it is read. Text goes through `neutralise`, so that nothing somebody typed as the
 * name of a cost can run; only our own formulas are formulas.
 */
export function writeWorkbook(
  sheets: readonly Sheet[],
  neutralise: (text: string) => string,
): ReadableStream {
  const file = new PassThrough();
  const written = (cell: Cell) => {
    if (typeof cell === "string") return neutralise(cell);
    if (cell === null || typeof cell !== "object") return cell;
    return cell.formula === "0" ? 0 : { formula: cell.formula, result: cell.result };
  };
  const write = async () => {
    // The library is large, and most days nobody asks for a workbook: it is loaded by the first who does.
    const { default: ExcelJS } = await import("exceljs");
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
    for (const sheet of sheets) {
      const page = workbook.addWorksheet(sheet.name, { views: [{ state: "frozen", ySplit: 1 }] });
      page.columns = sheet.widths.map((width, column) => {
        const numFmt = numberFormats[sheet.formats[column]!];
        return { width, ...(numFmt && { style: { numFmt } }) };
      });
      const head = page.addRow(sheet.header.map(neutralise));
      head.font = { bold: true };
      head.commit();
      for (const cells of sheet.rows) {
        const row = page.addRow(cells.map(written));
        if (sheet.inputColumn !== undefined)
          row.getCell(sheet.inputColumn + 1).font = { color: { argb: "FF1B62A8" } };
        row.commit();
      }
      page.commit();
    }
    await workbook.commit();
  };
  write().catch((error: unknown) => file.destroy(error as Error));
  return Readable.toWeb(file) as ReadableStream;
}
