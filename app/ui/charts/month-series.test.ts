import { describe, expect, it } from "vitest";
import { stackByMonth, unbrokenRuns } from "./month-series";

describe("stackByMonth", () => {
  it("stacks 3 and 4 to 7 upwards and a credit of 2 downwards from zero", () => {
    const bars = stackByMonth(1, [
      { key: "a", label: "", color: "", values: [3] },
      { key: "b", label: "", color: "", values: [-2] },
      { key: "c", label: "", color: "", values: [4] },
    ]);
    expect(bars).toEqual([
      { key: "a", index: 0, from: 0, to: 3 },
      { key: "b", index: 0, from: 0, to: -2 },
      { key: "c", index: 0, from: 3, to: 7 },
    ]);
  });

  it("draws nothing for a month without a value", () => {
    expect(stackByMonth(2, [{ key: "a", label: "", color: "", values: [null, 0] }])).toEqual([]);
  });
});

describe("unbrokenRuns", () => {
  it("breaks the line at a missing month", () => {
    expect(unbrokenRuns([1, 2, null, 3, null])).toEqual([[0, 1], [3]]);
  });
});
