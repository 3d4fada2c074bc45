import { describe, expect, it } from "vitest";
import { addMonths } from "~/kernel/calendar";
import { lastMonthBy, type MetricMonth, metricIds, metricOf, readMetric } from "./metric-library";

const empty: MetricMonth = {
  month: "2025-01-01",
  csatN: 0,
  csatTop2: 0,
  npsN: 0,
  npsPromoters: 0,
  npsDetractors: 0,
  cohortAccounts: 0,
  cohortLost: 0,
  revenueMinor: 0,
  recurringBaseMinor: 0,
  recurringKeptCappedMinor: 0,
  recurringKeptMinor: 0,
  accountsAtStart: 0,
  accountsWithoutOwner: 0,
  handoversAfterDeparture: 0,
  personDays: 0,
  fteDays: 0,
  hires: 0,
  leftVoluntary: 0,
  leftRegretted: 0,
  acquisitionMinor: 0,
  trainingHours: 0,
};

/** Twelve equal months of 2025, each with the parts given. */
const year = (parts: Partial<MetricMonth>): MetricMonth[] =>
  Array.from({ length: 12 }, (_, index) => ({ ...empty, ...parts, month: addMonths("2025-01-01", index) }));
const read = (id: (typeof metricIds)[number], parts: Partial<MetricMonth>) =>
  readMetric(metricOf(id), year(parts), "2025-12-01");

describe("the metric library", () => {
  it("CSAT: 12 × 3 of 12 × 4 answers are 36 ÷ 48 = 75 %", () => {
    expect(read("csat", { csatN: 4, csatTop2: 3 })).toMatchObject({
      value: 75,
      numerator: 36,
      denominator: 48,
    });
  });

  it("NPS: (12 × 5 − 12 × 2) ÷ (12 × 10) = 36 ÷ 120 = 30 points", () => {
    expect(read("nps", { npsN: 10, npsPromoters: 5, npsDetractors: 2 }).value).toBe(30);
  });

  it("customers lost: the cohort of the last month alone, 9 of 90 = 10 %", () => {
    expect(read("logoChurn", { cohortAccounts: 90, cohortLost: 9 })).toMatchObject({
      value: 10,
      denominator: 90,
    });
  });

  it("GRR 90 ÷ 100 = 90 % and NRR 105 ÷ 100 = 105 %, summed over the window before dividing", () => {
    const parts = { recurringBaseMinor: 100, recurringKeptCappedMinor: 90, recurringKeptMinor: 105 };
    expect(read("grr", parts).value).toBe(90);
    expect(read("nrr", parts).value).toBe(105);
  });

  it("revenue: 12 × 1,000 minor units; voluntary turnover: 12 leavers in 12 × 3,043.75 person-days = 100 years → 12 % a year", () => {
    expect(read("revenue", { revenueMinor: 1_000 }).value).toBe(12_000);
    expect(read("voluntaryTurnover", { leftVoluntary: 1, personDays: 3_043.75 }).value).toBeCloseTo(12);
  });

  it("training: 12 × 100 h in 12 × 913.125 FTE-days = 30 FTE-years → 40 h", () => {
    expect(read("trainingHoursPerFte", { trainingHours: 100, fteDays: 913.125 }).value).toBeCloseTo(40);
  });

  it("accounts without an owner: 12 × 2 of 12 × 50 account-months = 4 %", () => {
    expect(read("vacancyShare", { accountsWithoutOwner: 2, accountsAtStart: 50 }).value).toBe(4);
  });

  it("cost per hire: 12 × 5,000 ÷ 12 hires = 5,000; under five hires it is not shown, with none there is nothing to divide by", () => {
    expect(read("costPerHire", { acquisitionMinor: 5_000, hires: 1 }).value).toBe(5_000);
    const four = [...year({ acquisitionMinor: 5_000 })];
    four[0] = { ...four[0]!, hires: 4 };
    expect(readMetric(metricOf("costPerHire"), four, "2025-12-01")).toMatchObject({
      value: null,
      reason: "too_few",
    });
    expect(read("costPerHire", { acquisitionMinor: 5_000 })).toMatchObject({
      value: null,
      reason: "no_base",
    });
  });

  it("has no value, and says why, for a window that begins before the first month on record", () => {
    const months = year({ csatN: 4, csatTop2: 3 });
    expect(readMetric(metricOf("csat"), months, "2025-11-01")).toMatchObject({
      value: null,
      reason: "no_data",
    });
    expect(readMetric(metricOf("csat"), [], "2025-12-01").reason).toBe("no_data");
  });

  it("measures up to the last month that was over on the day", () => {
    expect(lastMonthBy("2026-01-31")).toBe("2025-12-01");
    expect(lastMonthBy("2026-02-01")).toBe("2026-01-01");
  });

  it("has every metric under its own id", () => {
    expect(metricIds.map((id) => metricOf(id).id)).toEqual([...metricIds]);
  });
});
