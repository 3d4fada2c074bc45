import { describe, expect, it } from "vitest";
import { lifetimeOfAHire } from "./lifetime-of-a-hire";
import { humanCapitalFigures } from "./people-money";
import { roleLifetimes } from "./role-lifetimes";

const course = {
  contributionMinor: 1_000,
  payMinor: 400,
  leaving: 0,
  // Fully up to speed from the first day: the ramp is over before it begins.
  rampStart: 0.899_999,
  rampMonths: 1e-9,
  joiningMinor: 500,
  exitMinor: 300,
};

describe("employee lifetime value", () => {
  it("3 months of 1,000 − 400, less 500 to join: 1,300", () => {
    expect(lifetimeOfAHire(course, 0, 3)).toBeCloseTo(1_300, 6);
  });
  it("half leave every month: (600 × 0.5 − 0.5 × 300) + (600 × 0.25 − 0.25 × 300) − 500 = −275", () => {
    expect(lifetimeOfAHire({ ...course, leaving: 0.5 }, 0, 2)).toBeCloseTo(-275, 6);
  });
  it("falls with leaving, with pay and with the time to get up to speed", () => {
    const value = lifetimeOfAHire(course, 0.08, 36);
    expect(lifetimeOfAHire({ ...course, leaving: 0.02 }, 0.08, 36)).toBeLessThan(value);
    expect(lifetimeOfAHire({ ...course, payMinor: 500 }, 0.08, 36)).toBeLessThan(value);
    expect(lifetimeOfAHire({ ...course, rampStart: 0.3, rampMonths: 8 }, 0.08, 36)).toBeLessThan(value);
  });
});

describe("by role", () => {
  const people = (role: string, count: number, contributionMinor: number | null = 1_000) =>
    Array.from({ length: count }, (_, index) => ({ role, payMinor: 400 + index, contributionMinor }));
  const assumed = {
    rampStart: 0.3,
    rampMonths: 5,
    joiningMinor: 0,
    exitMinor: 0,
    annualRate: 0.08,
    horizonMonths: 36,
  };
  it("leaves out roles of fewer than five and counts them; quartiles need ten", () => {
    const all = [
      ...people("four", 4),
      ...people("five", 5),
      ...people("ten", 10),
      ...people("none", 6, null),
    ];
    const { roles, hidden } = roleLifetimes(all, new Map(), assumed);
    expect(hidden).toBe(1);
    expect(
      roles.map(({ role, meanMinor, quartilesMinor }) => [role, meanMinor !== null, quartilesMinor !== null]),
    ).toEqual([
      ["ten", true, true],
      ["none", false, false],
      ["five", true, false],
    ]);
  });
});

describe("human capital", () => {
  it("revenue 1,000, goods 300, people 400 of which pay 350: 650 before people, HCROI 1.857, ISO 0.857, HCVA 65 for 10 FTE", () => {
    const figures = humanCapitalFigures({
      operating: {
        revenueMinor: 1_000,
        costOfGoodsMinor: 300,
        peopleCostMinor: 400,
        payMinor: 350,
        fteYears: 10,
      },
    });
    expect(figures.hcroi).toBeCloseTo(650 / 350, 9);
    expect(figures.hcroiIso).toBeCloseTo(300 / 350, 9);
    expect(figures.hcvaMinor).toBe(65);
  });
  it("has no value without pay or people", () => {
    const operating = { revenueMinor: 1, costOfGoodsMinor: 0, peopleCostMinor: 0, payMinor: 0, fteYears: 0 };
    expect(humanCapitalFigures({ operating })).toMatchObject({
      hcroi: null,
      hcroiIso: null,
      hcvaMinor: null,
    });
  });
});
