import { describe, expect, it } from "vitest";
import { whaleCurve } from "~/stats/concentration/whale-curve";
import { isRefusal } from "~/stats/result";
import { prepareProfitCurve } from "./prepare-profit-curve";

describe("the whale curve", () => {
  it("of 50, 30, 20 and −20 peaks at 100 of a total of 80: 125 %", () => {
    const curve = prepareProfitCurve([-20, 30, 50, 20])!;
    expect(curve.totalMinor).toBe(80);
    expect(curve.positiveMinor).toBe(100);
    expect(curve.lossMaking).toBe(1);
    const library = whaleCurve([-20, 30, 50, 20]);
    if (isRefusal(library)) throw new Error("refused");
    expect(curve.positiveMinor / curve.totalMinor).toBe(library.peak);
  });

  it("counts a fifth of four accounts as 0.8 of the best: 0.8 × 50 ÷ 80 = 50 %", () => {
    expect(prepareProfitCurve([-20, 30, 50, 20])!.topFifthShare).toBeCloseTo(0.5, 12);
  });

  it("needs the best two of three, 50 + 30 of 100, for 80 % of profit: two key accounts", () => {
    expect(prepareProfitCurve([-20, 30, 50, 20])!.keyAccounts).toBe(2);
  });

  it("has no share of a total that is not above 0, and still its money", () => {
    const curve = prepareProfitCurve([10, -30])!;
    expect(curve.topFifthShare).toBeNull();
    expect(curve.totalMinor).toBe(-20);
  });

  it("of one account is that account", () => {
    expect(prepareProfitCurve([7])!.keyAccounts).toBe(1);
    expect(prepareProfitCurve([])).toBeNull();
  });
});
