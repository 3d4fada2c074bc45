import { describe, expect, it } from "vitest";
import { addMonths, monthRange } from "~/kernel/calendar";
import { isClearlyDifferent } from "./figure";
import { meanReading, rateReading, ratioReading, shareReading } from "./figures";
import { heatSteps, yearlyChurn } from "./heat-scale";
import { prepareCustomerFigures } from "./prepare-customer-figures";
import { prepareLeadershipFigures } from "./prepare-leadership-figures";
import { prepareCostPerHire, prepareTurnover } from "./prepare-people-figures";
import type { CustomerMonth } from "./read-customer-months.server";
import type { PeopleMonth } from "./read-people-months.server";
import { prepareSurveyResults } from "./read-survey-results.server";
import { lastDayOf, sumOver, windowBefore } from "./window";

const window = windowBefore("2026-11-21");

function customerMonths(change: Partial<CustomerMonth> = {}): CustomerMonth[] {
  const month: Omit<CustomerMonth, "month"> = {
    accountsAtStart: 100,
    accountsLost: 1,
    cohortAccounts: 80,
    cohortLost: 8,
    revenueMinor: 1_000,
    costOfGoodsMinor: 400,
    recurringBaseMinor: 500,
    recurringKeptCappedMinor: 450,
    recurringKeptMinor: 520,
    csatN: 10,
    csatTop2: 8,
    npsN: 10,
    npsPromoters: 5,
    npsDetractors: 2,
    cesN: 4,
    cesSum: 20,
    cesSumOfSquares: 104,
    handovers: 2,
    handoversAfterDeparture: 1,
    ...change,
  };
  return monthRange(addMonths(window.last, -47), window.last).map((each) => ({ month: each, ...month }));
}

function peopleMonths(change: Partial<PeopleMonth> = {}): PeopleMonth[] {
  const month: Omit<PeopleMonth, "month"> = {
    headcountEnd: 50,
    personDays: 1_522,
    fteDays: 1_400,
    hires: 1,
    leavers: 1,
    leftVoluntary: 1,
    leftRegretted: 0,
    acquisitionMinor: 30,
    compensationMinor: 200,
    retentionMinor: 10,
    trainingMinor: 20,
    turnoverMinor: 15,
    productivityMinor: 5,
    moraleMinor: 20,
    trainingHours: 90,
    ...change,
  };
  return monthRange(addMonths(window.last, -47), window.last).map((each) => ({ month: each, ...month }));
}

describe("window", () => {
  it("on 21 November 2026 is November 2025 to October 2026, as of 31 October", () => {
    expect(window).toEqual({ first: "2025-11-01", last: "2026-10-01" });
    expect(lastDayOf(window)).toBe("2026-10-31");
  });

  it("has no sum where its first month lies before the data", () => {
    expect(sumOver([{ month: "2026-01-01", n: 3 }], window, ["n"])).toBeNull();
  });
});

describe("customer figures", () => {
  const figures = Object.fromEntries(
    prepareCustomerFigures(customerMonths(), window).map((figure) => [figure.id, figure]),
  );

  it("CSAT is 12 × 8 of 12 × 10 = 80 %", () => expect(figures["csat"]).toMatchObject({ value: 0.8, n: 120 }));
  it("NPS is 100 × (60 − 24) ÷ 120 = 30", () => expect(figures["nps"]?.value).toBeCloseTo(30, 10));
  it("CES is 240 ÷ 48 = 5", () => expect(figures["ces"]).toMatchObject({ value: 5, n: 48 }));
  it("logo churn is 8 ÷ 80 = 10 % of the cohort, not a sum of months", () =>
    expect(figures["logoChurn"]).toMatchObject({ value: 0.1, n: 80 }));
  it("GRR is 12 × 450 ÷ (12 × 500) = 90 %, NRR 104 %", () => {
    expect(figures["grr"]?.value).toBeCloseTo(0.9, 12);
    expect(figures["nrr"]?.value).toBeCloseTo(1.04, 12);
  });
  it("handovers are 6 × 2 = 12, of them 6 after a departure", () => {
    expect(figures["handovers"]).toMatchObject({ value: 12, previous: 12 });
    expect(figures["handovers"]?.parts.map((part) => part.value)).toEqual([6, 6]);
  });
  it("a scope without answers has no value and a reason", () => {
    const [csat] = prepareCustomerFigures(customerMonths({ csatN: 0, csatTop2: 0 }), window);
    expect(csat).toMatchObject({ value: null, reason: "no_base" });
  });
  it("no months at all is no data, not zero", () => {
    for (const figure of prepareCustomerFigures([], window))
      expect(figure).toMatchObject({ value: null, reason: "no_data" });
  });
});

describe("people figures", () => {
  it("turnover is 12 departures over 12 × 1,522 ÷ 365.25 = 50.004 person-years", () => {
    expect(prepareTurnover(peopleMonths(), window, "turnover", "leavers").value).toBeCloseTo(
      12 / ((12 * 1_522) / 365.25),
      12,
    );
  });
  it("cost per hire is 12 × 30 ÷ 12 = 30, and has no value without a hire", () => {
    expect(prepareCostPerHire(peopleMonths(), window).value).toBe(30);
    expect(prepareCostPerHire(peopleMonths({ hires: 0 }), window)).toMatchObject({
      value: null,
      reason: "no_base",
    });
  });
});

describe("leadership figures", () => {
  const byId = (people: PeopleMonth[]) =>
    Object.fromEntries(
      prepareLeadershipFigures(customerMonths(), people, window).map((figure) => [figure.id, figure]),
    );

  it("margin after people cost is (1,000 − 400 − 300) ÷ 1,000 = 30 %", () =>
    expect(byId(peopleMonths())["marginAfterPeopleCost"]?.value).toBeCloseTo(0.3, 12));
  it("people cost per revenue is 300 ÷ 1,000 = 30 %", () =>
    expect(byId(peopleMonths())["peopleCostPerRevenue"]?.value).toBeCloseTo(0.3, 12));
  it("the cost of four people is nobody's to see, not even as a margin", () => {
    const figures = byId(peopleMonths({ headcountEnd: 4 }));
    expect(figures["marginAfterPeopleCost"]).toMatchObject({ value: null, reason: "suppressed", parts: [] });
    expect(figures["peopleCostPerRevenue"]).toMatchObject({ value: null, reason: "suppressed", parts: [] });
    expect(figures["revenue"]?.value).toBe(12_000);
  });
});

describe("readings", () => {
  it("a share of none has no value", () =>
    expect(shareReading(0, 0, ["a", "b"])).toMatchObject({ value: null, reason: "no_base" }));
  it("no departure in 10 person-years still has an upper limit of 3.69 ÷ 10", () => {
    expect(rateReading(0, 10, ["a", "b"]).interval?.upper).toBeCloseTo(0.3689, 4);
  });
  it("one answer has a number but no mean to trust", () =>
    expect(meanReading(1, 5, 25)).toMatchObject({ value: null, reason: "too_few", n: 1 }));
  it("nothing to divide by is no value, not infinity", () => {
    expect(
      ratioReading({ name: "a", value: 1, unit: "count" }, { name: "b", value: 0, unit: "count" }).value,
    ).toBeNull();
  });
  it("0.10 against 0.12 with half-widths 0.02 each is within the noise; against 0.20 it is not", () => {
    const around = (value: number) => ({ lower: value - 0.02, upper: value + 0.02 });
    expect(isClearlyDifferent(0.1, around(0.1), 0.12, around(0.12))).toBe(false);
    expect(isClearlyDifferent(0.1, around(0.1), 0.2, around(0.2))).toBe(true);
    expect(isClearlyDifferent(0.1, null, 0.2, null)).toBeNull();
  });
});

describe("survey results", () => {
  const hidden = { reason: "too_few", sums: null } as const;
  it("read the wave as it was decided: a mean of 4 from 12 answers, 50 from 12, and hidden as hidden", () => {
    const shown = {
      engagement: { reason: null, sums: { n: 12, sum: 48, squares: 200 } },
      enps: { reason: null, sums: { n: 12, promoters: 8, detractors: 2 } },
    } as const;
    const { engagement, units } = prepareSurveyResults({
      survey: "Pulse",
      company: shown,
      units: [
        { unitId: "a", unitName: "A", ...shown },
        { unitId: "b", unitName: "B", engagement: hidden, enps: { reason: "no_data", sums: null } },
      ],
    });
    expect(engagement).toMatchObject({ value: 4, n: 12 });
    expect(units.map((unit) => [unit.engagement.value, unit.enps.value])).toEqual([
      [4, 50],
      [null, null],
    ]);
    expect(units[1]).toMatchObject({
      engagement: { n: null, reason: "too_few" },
      enps: { reason: "no_data" },
    });
  });

  it("say that a company of four is hidden", () => {
    const { engagement } = prepareSurveyResults({
      survey: "Pulse",
      company: { engagement: hidden, enps: hidden },
      units: [],
    });
    expect(engagement).toMatchObject({ value: null, reason: "suppressed", n: null });
  });
});

describe("heat map", () => {
  it("puts 1 to 8 into four steps of two and leaves a missing value out", () => {
    expect(heatSteps([1, 2, 3, 4, 5, 6, 7, 8, null])).toEqual([0, 0, 0, 1, 1, 2, 2, 3, null]);
  });
  it("2 lost in 240 account-months is 1 − exp(−0.1) a year; 59 account-months are too few", () => {
    expect(yearlyChurn(2, 240)).toBeCloseTo(1 - Math.exp(-0.1), 12);
    expect(yearlyChurn(2, 59)).toBeNull();
  });
});
