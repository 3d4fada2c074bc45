import { describe, expect, it } from "vitest";
import { assumptionsAt, turnoverAssumptions } from "./turnover-assumptions";
import { estimateTurnoverCost, rampLossMonths, turnoverCost } from "./turnover-cost";

/** 62,780.00 a year: 172.00 a calendar day (÷ 365) and 36.50 an hour (÷ 1,720). */
const inputs = {
  annualPayMinor: 62_780_00n,
  fte: 1,
  costPerHireMinor: 5_600_00n,
  trainingHourMinor: 40_00n,
};
const assumed = {
  ...assumptionsAt("base"),
  vacancyDays: 42,
  contributionPerPay: 1.5,
  coverShare: 0.5,
  administrationHours: 10,
  leaveDays: 5,
  onboardingHours: 40,
  trainingHours: 24,
  rampMonths: 5,
  rampStart: 0.3,
};

describe("turnover cost", () => {
  const { parts, totalMinor, rates } = turnoverCost(inputs, assumed);

  it("separation: 10 h × 36.50 + 5 days × 8 h × 36.50 = 1,825.00", () => {
    expect(parts.separation).toBe(1_825_00n);
  });
  it("vacancy: 42 days × 172.00 × 1.5 = 10,836.00, less pay saved 7,224.00, plus half of it for cover 3,612.00", () => {
    expect([parts.vacancy, parts.paySaved, parts.cover]).toEqual([10_836_00n, -7_224_00n, 3_612_00n]);
  });
  it("replacement: 5,600.00 a hire + 40 h × 36.50 + 24 h × 40.00", () => {
    expect([parts.recruiting, parts.onboarding, parts.training]).toEqual([5_600_00n, 1_460_00n, 960_00n]);
  });
  it("ramp: 0.7 × 5 / ln 7 = 1.7986 months of 172.00 × 1.5 × 365 / 12 = 7,847.50 are 14,114.86", () => {
    expect(rampLossMonths(5, 0.3)).toBeCloseTo(1.79864, 4);
    expect(rates.monthlyContributionMinor).toBe(7_847_50n);
    expect(parts.ramp).toBe(14_114_86n);
  });
  it("the total is what the parts shown add up to", () => {
    expect(totalMinor).toBe(
      1_825_00n + 10_836_00n - 7_224_00n + 3_612_00n + 5_600_00n + 1_460_00n + 960_00n + 14_114_86n,
    );
  });
  it("half the hours cost half the pay, and an hour of them costs the same", () => {
    const half = turnoverCost({ ...inputs, annualPayMinor: 31_390_00n, fte: 0.5 }, assumed);
    expect(half.rates.hourlyPayMinor).toBe(36_50n);
    expect(half.parts.vacancy).toBe(5_418_00n);
  });
  it("without own figures: 8 % of 62,780.00 for the hire, and 24 h at one hourly pay for training", () => {
    const own = turnoverCost({ ...inputs, costPerHireMinor: null, trainingHourMinor: null }, assumed);
    expect([own.parts.recruiting, own.parts.training]).toEqual([5_022_40n, 876_00n]);
  });
});

describe("range", () => {
  it("every assumption on its own costs less at its low end and more at its high end", () => {
    const base = assumptionsAt("base");
    const bare = { ...inputs, costPerHireMinor: null, trainingHourMinor: null };
    const middle = turnoverCost(bare, base).totalMinor;
    for (const [name, { low, high }] of Object.entries(turnoverAssumptions)) {
      expect(turnoverCost(bare, { ...base, [name]: low }).totalMinor, name).toBeLessThanOrEqual(middle);
      expect(turnoverCost(bare, { ...base, [name]: high }).totalMinor, name).toBeGreaterThanOrEqual(middle);
    }
  });
  it("holds the estimate between its ends", () => {
    const { lowMinor, totalMinor, highMinor } = estimateTurnoverCost(inputs);
    expect(lowMinor).toBeLessThan(totalMinor);
    expect(totalMinor).toBeLessThan(highMinor);
  });
});
