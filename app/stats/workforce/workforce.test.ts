import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { eventRate } from "../proportions/event-rate";
import { costPerHire } from "./cost-per-hire";
import { humanCapitalReturn, humanCapitalValueAdded } from "./human-capital-return";
import { turnoverRate } from "./turnover-rate";

const { metrics } = readReference("expected");

describe("turnover", () => {
  const { separations, monthly_avg_headcount: headcount, annual_rate_pct } = metrics.turnover;
  const whole = answered(turnoverRate(separations, headcount));

  it("is separations over average headcount in a whole year", () => {
    expectClose([100 * whole.estimate], [annual_rate_pct]);
    expect(whole.n).toBe(20);
  });

  it("has the interval of so many events in so many person-years", () => {
    expect(whole.interval).toEqual(answered(eventRate(20, 1209 / 12)).interval);
  });

  it("is a rate a year whatever the periods", () => {
    const quarters = [0, 3, 6, 9].map((at) => ({
      left: separations.slice(at, at + 3).reduce((a: number, b: number) => a + b),
      there: headcount.slice(at, at + 3).reduce((a: number, b: number) => a + b) / 3,
    }));
    const rate = answered(
      turnoverRate(
        quarters.map(({ left }) => left),
        quarters.map(({ there }) => there),
        { periodsPerYear: 4 },
      ),
    );
    expectClose([rate.estimate], [whole.estimate], 1e-14);
    const half = answered(turnoverRate(separations.slice(0, 6), headcount.slice(0, 6)));
    expectClose([half.estimate], [9 / (600 / 12)], 1e-14);
  });

  it("refuses nobody and names wrong arguments", () => {
    expect(turnoverRate([], [])).toMatchObject({ refused: "no-base" });
    expect(turnoverRate([0], [0])).toMatchObject({ refused: "no-base" });
    expect(() => turnoverRate([0.5], [10])).toThrow(/departures/);
    expect(() => turnoverRate([1], [-1])).toThrow(/averageHeadcounts/);
    expect(() => turnoverRate([1], [10], { periodsPerYear: 0 })).toThrow(/periodsPerYear/);
  });
});

it("spreads recruiting cost over hires", () => {
  const { external, internal, hires, cph } = metrics.cost_per_hire;
  expect(costPerHire(external, internal, hires)).toBe(cph);
  expect(costPerHire(external, internal, 0)).toMatchObject({ refused: "no-base" });
  expect(() => costPerHire(external, internal, 1.5)).toThrow(/hires/);
});

it("relates profit before people cost to people cost and to full-time equivalents", () => {
  const { revenue, opex, comp_benefits, hcroi, hcva_per_fte_100 } = metrics.hcroi;
  const account = { revenue, operatingExpense: opex, payAndBenefits: comp_benefits };
  expect(humanCapitalReturn(account)).toBe(hcroi);
  expect(humanCapitalValueAdded(account, 100)).toBe(hcva_per_fte_100);
  expect(humanCapitalReturn({ ...account, payAndBenefits: 0 })).toMatchObject({ refused: "no-base" });
  expect(humanCapitalValueAdded(account, 0)).toMatchObject({ refused: "no-base" });
  expect(() => humanCapitalReturn({ ...account, payAndBenefits: -1 })).toThrow(/payAndBenefits/);
});
