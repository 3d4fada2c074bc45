import { describe, expect, it } from "vitest";
import { monthAxis } from "./month-axis";
import { prepareAccountMonths } from "./prepare-account-months";

const figures = {
  month: "2026-09-01",
  revenueMinor: "12000",
  recurringMinor: "10000",
  csatN: 2,
  csatSum: 9,
  csatSumOfSquares: 41,
};

describe("prepareAccountMonths", () => {
  it("ends with the present month and leaves a missing one empty instead of 0", () => {
    const { months, recurringMinor, oneOffMinor, csat } = prepareAccountMonths([figures], "2026-10-31", 3);
    expect(months).toEqual(["2026-08-01", "2026-09-01", "2026-10-01"]);
    expect(recurringMinor).toEqual([null, 10_000, null]);
    expect(oneOffMinor).toEqual([null, 2_000, null]);
    expect(csat.map((month) => month.mean)).toEqual([null, 4.5, null]);
  });
});

describe("monthAxis", () => {
  it("places a month by its days: of 31 + 30 days the middle of the first is 15.5 days in", () => {
    const { middles, ticks } = monthAxis(["2026-01-01", "2026-02-01"]);
    expect(middles[0]).toBeCloseTo((100 * 15.5) / 59, 10);
    expect(ticks).toEqual([{ month: "2026-01-01", x: 0 }]);
  });
});
