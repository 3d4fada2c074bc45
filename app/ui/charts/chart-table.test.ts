import { describe, expect, it } from "vitest";
import { chartCsv } from "./chart-table";

describe("chartCsv", () => {
  it("writes plain numbers, leaves out what is missing and disarms formulas", () => {
    const csv = chartCsv({
      columns: [{ label: "Month" }, { label: "Cost, k€", format: (value) => value.toFixed(0) }],
      rows: [
        ["2026-01", -3.5],
        ["=cmd()", null],
      ],
    });
    expect(csv).toBe('Month,"Cost, k€"\r\n2026-01,-3.5\r\n\'=cmd(),\r\n');
  });
});
