import { describe, expect, it } from "vitest";
import type { CostCategory } from "./cost-entry";
import { type DatedCost, totalCosts } from "./cost-totals";

const cost = (category: CostCategory, incurredOn: string, reportingMinor: bigint | null): DatedCost => ({
  category,
  incurredOn,
  reportingMinor,
});
const person = { hiredOn: "2023-07-17", hasLeft: false };
const of = (costs: DatedCost[], who = person) => totalCosts(costs, who, "2026-10-31");

describe("cost totals", () => {
  it("6,000 + 6,000 + 500 of 12,500 in all: compensation is 96 %, training 4 %", () => {
    const totals = of([
      cost("compensation", "2026-10-31", 6_000_00n),
      cost("compensation", "2025-09-30", 6_000_00n),
      cost("training", "2026-02-12", 500_00n),
    ]);
    const [compensation, training] = totals.categories;
    expect(totals.periodMinor).toBe(12_500_00n);
    expect(compensation).toMatchObject({ periodMinor: 12_000_00n, last12Minor: 6_000_00n, share: 0.96 });
    expect(training?.share).toBe(0.04);
  });

  it("covers November 2024 to October 2026 and nothing before or after", () => {
    const totals = of([
      cost("morale", "2024-10-31", 1n),
      cost("morale", "2024-11-01", 2n),
      cost("morale", "2026-10-31", 4n),
      cost("morale", "2026-11-01", 8n),
    ]);
    expect(totals.months).toHaveLength(24);
    expect(totals.months[0]).toBe("2024-11-01");
    expect(totals.periodMinor).toBe(6n);
  });

  it("a credit of 200 against 500 leaves 300", () => {
    const totals = of([cost("training", "2026-02-01", 500n), cost("training", "2026-02-20", -200n)]);
    expect(totals.byMonth.training.at(-9)).toBe(300n);
  });

  it("says why a category is empty instead of showing 0", () => {
    const reasons = Object.fromEntries(of([]).categories.map(({ category, reason }) => [category, reason]));
    expect(reasons).toEqual({
      compensation: "not_recorded",
      training: "not_recorded",
      retention: "not_recorded",
      acquisition: "hired_before_period",
      productivity: "not_recorded",
      morale: "not_recorded",
      turnover: "still_employed",
    });
    const newcomer = of([], { hiredOn: "2026-01-01", hasLeft: true });
    expect(newcomer.categories.find(({ category }) => category === "acquisition")?.reason).toBe(
      "not_recorded",
    );
    expect(newcomer.categories.find(({ category }) => category === "turnover")?.reason).toBe("not_recorded");
  });

  it("leaves out what has no rate and counts it", () => {
    const totals = of([cost("retention", "2026-10-01", null), cost("retention", "2026-10-02", 5n)]);
    expect(totals).toMatchObject({ periodMinor: 5n, withoutRate: 1 });
  });
});
