/** What a cell means once the file's conventions are known. */
import { describe, expect, it } from "vitest";
import { decimal, type ImportColumn, money } from "../kinds/kind";
import { compileCell } from "./compile-cell";

const read = (type: ImportColumn["type"], cell: string) => {
  const column = { name: "value", type, isRequired: true, synonyms: [], examples: ["", ""] } as const;
  return compileCell(column, {
    conventions: { dates: "iso", decimal: "point" },
    assumed: { dates: false, decimal: false },
    timeZone: "UTC",
    reportingCurrency: "EUR",
    ratedCurrencies: new Set(),
  })(cell, "EUR");
};

describe("measures", () => {
  it("are kept to so many decimals as there is room for", () => {
    expect(read(decimal(0, 10_000, 2), "3.5714285714285716")).toBe("3.57");
    expect(read(decimal(1, 5, 2), "3.6666666666666665")).toBe("3.67");
    expect(read(decimal(0, 1, 3), "0.3333333333333333")).toBe("0.333");
    expect(read(decimal(0, 10_000, 2), "2.5000000000000004")).toBe("2.50");
    expect(read(decimal(0, 10_000, 2), "8")).toBe("8");
  });
  it("are judged by what was written: rounding brings nothing into its range", () => {
    expect(read(decimal(1, 5, 2), "5.001")).toMatchObject({ code: "range" });
    expect(read(decimal(0.001, 2, 3), "0.0004")).toMatchObject({ code: "range" });
  });
});

describe("amounts", () => {
  it("are never rounded", () => {
    expect(read(money({ mayBeNegative: false }), "12.345")).toMatchObject({ code: "moneyDecimals" });
    expect(read(money({ mayBeNegative: false }), "12.34")).toBe("1234");
  });
});
