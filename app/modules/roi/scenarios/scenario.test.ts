import { describe, expect, it } from "vitest";
import { companyInputs } from "../returns/company-inputs";
import type { ReturnFacts } from "../returns/return-facts";
import { leversOf, type ScenarioBasis } from "./levers";
import {
  computeScenario,
  isBeforeCosts,
  leverQuery,
  problemsOf,
  readLeverValues,
  usableValues,
} from "./scenario";

const facts: ReturnFacts = {
  accounts: {
    active: 100,
    accountMonths: 1_200,
    lost: 12,
    revenueMinor: 1_200_000_00,
    costOfGoodsMinor: 700_000_00,
    monthlyMargins: [400_00, 400_00],
  },
  people: {
    headcount: 20,
    personMonths: 240,
    fteYears: 20,
    departures: 4,
    compensationMinor: 1_000_000_00,
    hires: 4,
  },
  owners: {
    people: 10,
    accounts: 100,
    trainingHours: { mean: 31, p5: 18, p95: 52 },
    accountsPerFte: { mean: 10, p5: 7, p95: 14, deviation: 2 },
    serviceOrientation: null,
    newHires: { people: 0, accounts: 0, serviceOrientation: null },
  },
  departureHandovers: {
    accounts: 0,
    atOnceShare: null,
    quarterlyShares: null,
    waitMonths: 0,
    newHireShareAtOnce: 0,
    newHireShareLater: 0,
  },
  departureCost: null,
  hourlyPayMinor: 30_00,
};
const effect = (exposure: string, grade: "B" | "C") => ({
  key: `revenue.${exposure}`,
  outcome: "revenue" as const,
  exposure,
  grade,
  estimate: 0.001,
  standardError: 0.0002,
  n: 100,
  range: null,
});
const catalogue = {
  effects: [effect("training", "B"), effect("workload", "C")],
  inputs: [
    {
      kind: "effects" as const,
      spec: "revenue",
      keys: ["revenue.training", "revenue.workload"],
      estimates: [0.001, 0.001],
      covariance: [4e-8, 0, 0, 4e-8],
    },
  ],
};
const basis: ScenarioBasis = {
  facts,
  catalogue,
  inputs: [...companyInputs(facts), ...catalogue.inputs],
  annualDiscountRate: 0.08,
  horizonMonths: 36,
  currency: "EUR",
  trainingHourMinor: 50_00,
};
const levers = leversOf(basis);
const lever = (key: string) => levers.find((each) => each.key === key)!;

describe("levers", () => {
  it("reach from the 5th to the 95th percentile of our own data, from where we are", () => {
    expect(lever("training_hours")).toMatchObject({ now: 31, from: 18, to: 52, refused: null });
    expect(lever("accounts_per_manager")).toMatchObject({ now: 10, from: 7, to: 14, refused: null });
  });
  it("are refused with the reason where our data have no basis", () => {
    expect(lever("crm_spend").refused).toBe("no_crm_comparison");
    expect(lever("hiring_quality").refused).toBe("no_scores");
    expect(lever("pay_for_retention").refused).toBe("no_pay");
    expect(lever("handed_over_at_once").refused).toBe("no_departures");
  });
  it("refuse a value beyond the data instead of clipping it", () => {
    expect(problemsOf(levers, { training_hours: 53 })).toEqual({ training_hours: "outside" });
    expect(problemsOf(levers, { crm_spend: 5 })).toEqual({ crm_spend: "refused" });
    expect(usableValues(levers, { training_hours: 53, accounts_per_manager: 9, crm_spend: 5 })).toEqual({
      accounts_per_manager: 9,
    });
  });
  it("read what a form or an address says, and nothing that is no number", () => {
    const read = readLeverValues(
      (name) => ({ training_hours: "39,5", accounts_per_manager: "1e9", crm_spend: "x" })[name],
    );
    expect(read).toEqual({ training_hours: 39.5 });
    expect(readLeverValues((name) => new URLSearchParams(leverQuery(read)).get(name))).toEqual(read);
  });
});

describe("a scenario", () => {
  it("8 hours more for 10 account managers at 50 an hour cost 4,000", () => {
    const { cost } = computeScenario(basis, levers, { training_hours: 39 });
    expect(cost.base).toBe(4_000_00);
    expect(cost.low).toBeLessThan(cost.base);
  });
  it("fewer accounts per manager: 100 ÷ 8 − 100 ÷ 10 = 2.5 posts of 1,720 hours at 30", () => {
    const { cost, levers: outcomes } = computeScenario(basis, levers, { accounts_per_manager: 8 });
    expect(cost.base).toBeCloseTo(2.5 * 1_720 * 30_00, 3);
    // Workload rests on grade C here: its effect is shown and not counted.
    expect(outcomes[0]).toMatchObject({ isMeasured: false });
    expect(outcomes[0]!.net.base).toBeCloseTo(-cost.base, 3);
    expect(outcomes[0]!.leftOut.base).not.toBe(0);
  });
  it("two levers together are their sum, drawn together: the same lever says the same alone and beside another", () => {
    const alone = computeScenario(basis, levers, { training_hours: 39 });
    const both = computeScenario(basis, levers, { training_hours: 39, accounts_per_manager: 8 });
    expect(both.levers[0]).toEqual(alone.levers[0]);
    expect(both.net.base).toBeCloseTo(both.levers[0]!.net.base + both.levers[1]!.net.base, 3);
  });
  it("where nothing is moved is nil", () => {
    expect(computeScenario(basis, levers, { training_hours: 31 })).toMatchObject({
      levers: [],
      net: { base: 0 },
    });
  });
  describe("with a lever whose cost no ledger holds", () => {
    const departures = {
      ...facts,
      departureHandovers: {
        ...facts.departureHandovers,
        accounts: 50,
        atOnceShare: 0.6,
        quarterlyShares: { mean: 0.6, p5: 0.4, p95: 0.9 },
        waitMonths: 3,
      },
    };
    const vacancy = {
      effects: [{ ...effect("vacancy", "B"), estimate: -0.05 }],
      inputs: [
        {
          kind: "effects" as const,
          spec: "revenue",
          keys: ["revenue.vacancy"],
          estimates: [-0.05],
          covariance: [1e-6],
        },
      ],
    };
    const handovers: ScenarioBasis = {
      ...basis,
      facts: departures,
      catalogue: vacancy,
      inputs: [...companyInputs(departures), ...vacancy.inputs],
    };
    const reach = leversOf(handovers);

    it("is no net until somebody says what a unit costs", () => {
      const result = computeScenario(handovers, reach, { handed_over_at_once: 80 });
      expect(result.levers[0]).toMatchObject({ hasKnownCost: false, assumedCostMinor: null });
      expect(isBeforeCosts(result)).toBe(true);
      expect(result.cost.base).toBe(0);
    });

    it("20 points more of 50 accounts at 300 an account cost 10 × 300 = 3,000, which the net is less by", () => {
      const before = computeScenario(handovers, reach, { handed_over_at_once: 80 });
      const after = computeScenario(handovers, reach, {
        handed_over_at_once: 80,
        handed_over_at_once_cost: 300,
      });
      expect(after.cost.base).toBeCloseTo(3_000_00, 3);
      expect(after.net.base).toBeCloseTo(before.net.base - 3_000_00, 3);
      expect(after.levers[0]).toMatchObject({ hasKnownCost: true, assumedCostMinor: 300_00 });
      expect(isBeforeCosts(after)).toBe(false);
    });

    it("takes no cost below nil, and none of a lever that is not moved", () => {
      expect(usableValues(reach, { handed_over_at_once: 80, handed_over_at_once_cost: -1 })).toEqual({
        handed_over_at_once: 80,
      });
      expect(usableValues(reach, { handed_over_at_once_cost: 300 })).toEqual({});
    });
  });
});
