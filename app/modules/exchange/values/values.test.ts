import { describe, expect, it } from "vitest";
import { decideBetween, noEvidence } from "./conventions";
import { needsDateOrder, readDate, readDateOrMonth, weighDate } from "./read-date";
import { needsDecimalMark, readDecimal, weighDecimal } from "./read-decimal";
import { readInstant } from "./read-instant";

const dateOrderOf = (values: string[]) => {
  const evidence = noEvidence(["dmy", "mdy"] as const);
  values.forEach((value, index) => {
    weighDate(value, index + 2, "day", evidence);
  });
  return decideBetween(evidence, ["dmy", "mdy"], "dmy");
};
const markOf = (values: string[], largest = Number.POSITIVE_INFINITY) => {
  const evidence = noEvidence(["point", "comma"] as const);
  values.forEach((value, index) => {
    weighDecimal(value, index + 2, "amount", largest, evidence);
  });
  return decideBetween(evidence, ["point", "comma"], "point");
};

describe("days", () => {
  it.each([
    ["2026-03-31", "iso", "2026-03-31"],
    ["2026/3/1", "dmy", "2026-03-01"],
    ["2026年3月31日", "iso", "2026-03-31"],
    ["20260331", "iso", "2026-03-31"],
    ["31/03/2026", "dmy", "2026-03-31"],
    ["3/31/2026", "mdy", "2026-03-31"],
    ["31.03.2026", "dmy", "2026-03-31"],
    ["31 Mar 2026", "iso", "2026-03-31"],
    ["31-Mar-2026", "mdy", "2026-03-31"],
    ["March 31, 2026", "dmy", "2026-03-31"],
    ["31/03/2026", "mdy", null],
    ["31/03/2026", "iso", null],
    ["2025-02-29", "iso", null],
    ["31/12/25", "dmy", null],
    ["45000", "iso", null],
    ["31 Foo 2026", "iso", null],
    ["31.03/2026", "dmy", null],
    ["yesterday", "iso", null],
  ] as const)("reads %s as %s: %s", (text, order, iso) => {
    expect(readDate(text, order)).toBe(iso);
  });

  it("takes a month for its first day", () => {
    for (const text of ["2026-03", "2026/03", "2026年3月", "03/2026", "Mar 2026"])
      expect(readDateOrMonth(text, "iso")).toBe("2026-03-01");
    expect(readDateOrMonth("2026-13", "iso")).toBeNull();
  });

  it("decides the order on the whole file, and asks when nothing decides", () => {
    expect(dateOrderOf(["03/04/2026", "31/04/2026"])).toBe("dmy");
    expect(dateOrderOf(["03/04/2026", "04/13/2026 10:00"])).toBe("mdy");
    expect(dateOrderOf(["03/04/2026", "05/06/2026"])).toBeNull();
    expect(dateOrderOf(["03.04.2026"])).toBeNull();
    expect(dateOrderOf(["13/01/2026", "01/13/2026"])).toBeNull();
    expect(dateOrderOf(["13/01/2026", "14/01/2026", "01/13/2026"])).toBe("dmy");
    expect(dateOrderOf(["05/05/2026", "2026-01-02"])).toBe("dmy");
    expect(needsDateOrder("05/05/2026 10:00")).toBe(true);
    expect(needsDateOrder("2026-05-05T10:00")).toBe(false);
  });
});

describe("instants", () => {
  it.each([
    ["2026-03-31T10:05:06Z", "2026-03-31", "10:05:06", "Z"],
    ["2026-03-31 10:05", "2026-03-31", "10:05:00", ""],
    ["2026-03-31T10:05:06.123456+0800", "2026-03-31", "10:05:06.123", "+08:00"],
    ["31/03/2026 2:05 PM", "2026-03-31", "14:05:00", ""],
    ["31/03/2026 12:05 am", "2026-03-31", "00:05:00", ""],
    ["31 Mar 2026 10:05 -05", "2026-03-31", "10:05:00", "-05:00"],
    ["2026-03-31", "2026-03-31", "00:00:00", ""],
  ])("reads %s", (text, date, time, zone) => {
    expect(readInstant(text, "dmy")).toEqual({ date, time, zone });
  });
  it.each([
    "2026-03-31 25:00",
    "2026-03-31 10:61",
    "10:00",
    "2026-03-31 13:00 PM",
    "noon",
  ])("refuses %s", (text) => expect(readInstant(text, "dmy")).toBeNull());
});

describe("amounts", () => {
  it.each([
    ["1234.56", "point", "1234.56"],
    ["1,234.56", "point", "1234.56"],
    ["1,234,567", "point", "1234567"],
    ["-1,234.5", "point", "-1234.5"],
    ["−5", "point", "-5"],
    ["(1,234.50)", "point", "-1234.50"],
    ["1'234.50", "point", "1234.50"],
    ["1.234,56", "comma", "1234.56"],
    ["1 234,56", "comma", "1234.56"],
    ["1.234.567", "comma", "1234567"],
    ["12,5", "comma", "12.5"],
    ["1234,56", "point", null],
    ["1.234,56", "point", null],
    ["1234.56", "comma", null],
    ["12,34,567", "point", null],
    ["€5", "point", null],
    ["1e5", "point", null],
    ["=1+1", "point", null],
    ["", "point", null],
  ] as const)("reads %j with a decimal %s as %j", (text, mark, value) => {
    expect(readDecimal(text, mark)).toBe(value);
  });

  it("decides the mark on the whole file, and asks when nothing decides", () => {
    expect(markOf(["1.234", "12.50"])).toBe("point");
    expect(markOf(["1.234", "12,50"])).toBe("comma");
    expect(markOf(["1.234.567", "1.234"])).toBe("comma");
    expect(markOf(["1.234", "5.678"])).toBeNull();
    expect(markOf(["1,234"])).toBeNull();
    expect(markOf(["12", "15"])).toBe("point");
    expect(markOf(["0.125"])).toBe("point");
    expect(markOf(["1.000"], 2)).toBe("point");
    expect(markOf(["1,000"], 2)).toBe("comma");
    expect(markOf(["1,5", "1.5"])).toBeNull();
    expect(needsDecimalMark("1.234")).toBe(true);
    expect(needsDecimalMark("1234.5")).toBe(false);
  });
});
