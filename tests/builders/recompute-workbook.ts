/** Reads a workbook as a spreadsheet would: throws the stored results away and computes every formula from its cells. */
import ExcelJS from "exceljs";

export interface Recomputed {
  /** "Sheet!B2" → number, or the text of a cell. */
  value(sheet: string, address: string): number | string;
  set(sheet: string, address: string, value: number): void;
  readonly formulas: number;
}

const functions = {
  SUM: (...values: (number | number[])[]) =>
    values.flat(Number.POSITIVE_INFINITY as 1).reduce((a, b) => a + (Number(b) || 0), 0),
  MIN: Math.min,
  EXP: Math.exp,
  IF: (test: boolean, yes: number, no: number) => (test ? yes : no),
};

export async function recomputeWorkbook(bytes: Uint8Array): Promise<Recomputed> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const cells = new Map<string, number | string | { formula: string }>();
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const { formula, value } = cell as { formula?: string; value: unknown };
        cells.set(`${sheet.name}!${cell.address}`, formula ? { formula } : (value as number | string));
      });
    });
  });
  let known = new Map<string, number | string>();
  const value = (sheet: string, address: string): number | string => {
    const key = `${sheet}!${address.replaceAll("$", "")}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const cell = cells.get(key) ?? 0;
    const result = typeof cell === "object" ? evaluate(cell.formula, sheet) : cell;
    known.set(key, result);
    return result;
  };
  const range = (sheet: string, from: string, to: string): number[] => {
    const [, firstColumn = "", firstRow = ""] = /([A-Z])\$?(\d+)/.exec(from) ?? [];
    const [, lastColumn = "", lastRow = ""] = /([A-Z])\$?(\d+)/.exec(to) ?? [];
    const values: number[] = [];
    for (let row = Number(firstRow); row <= Number(lastRow); row++)
      for (let column = firstColumn.charCodeAt(0); column <= lastColumn.charCodeAt(0); column++)
        values.push(Number(value(sheet, `${String.fromCharCode(column)}${row}`)) || 0);
    return values;
  };
  /** Only what our formulas use: references, ranges, + − * / ^, and four functions. */
  function evaluate(formula: string, home: string): number {
    const pattern = /(?:'((?:[^']|'')+)'!)?(\$?[A-Z]\$?\d+)(?::(\$?[A-Z]\$?\d+))?/g;
    const expression = formula
      .replace(pattern, (_match, sheet: string | undefined, from: string, to: string | undefined) => {
        const name = JSON.stringify((sheet ?? home).replaceAll("''", "'"));
        return to ? `range(${name},"${from}","${to}")` : `number(${name},"${from}")`;
      })
      .replaceAll("^", "**");
    const run = new Function("range", "number", ...Object.keys(functions), `return ${expression}`) as (
      ...args: unknown[]
    ) => number;
    return run(
      range,
      (sheet: string, address: string) => Number(value(sheet, address)),
      ...Object.values(functions),
    );
  }
  return {
    value,
    set(sheet, address, given) {
      cells.set(`${sheet}!${address}`, given);
      known = new Map();
    },
    formulas: [...cells.values()].filter((cell) => typeof cell === "object").length,
  };
}
