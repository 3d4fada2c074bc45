import { describe, expect, it } from "vitest";
import { csvLine, neutraliseFormula, restoreFormula } from "./csv-writer";

describe("csvLine", () => {
  it("quotes what holds a separator, a quote, a line end or outer space", () => {
    expect(csvLine(["a,b", 'say "hi"', "two\nlines", " x", "plain", 3, 4n, null])).toBe(
      '"a,b","say ""hi""","two\nlines"," x",plain,3,4,\r\n',
    );
  });

  it.each([
    "=cmd()",
    "+1+2",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    '=HYPERLINK("x")',
  ])("neutralises %j", (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`);
    expect(restoreFormula(neutraliseFormula(text))).toBe(text);
  });

  it.each([
    "-12.50",
    "+4930123",
    "-1,234.56",
    "2026-03-31",
    "a=b",
    "'quoted'",
    "",
  ])("leaves %j alone, both ways", (text) => {
    expect(neutraliseFormula(text)).toBe(text);
    expect(restoreFormula(text)).toBe(text);
  });
});
