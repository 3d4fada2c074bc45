import { expect, it } from "vitest";
import { outcomesOf } from "./account-outcomes";

const none = {
  csatN: 0,
  csatTop2N: 0,
  csatSum: 0,
  npsN: 0,
  npsPromoters: 0,
  npsDetractors: 0,
  accountMonths: 0,
  accountsLost: 0,
};

it("8 of 10 answers of 4 or 5 are 80 %, Wilson 49.0 to 94.3 %; 40 points over 10 answers are 4.0", () => {
  const { csat, csatMean } = outcomesOf({ ...none, csatN: 10, csatTop2N: 8, csatSum: 40 });
  expect(csat?.value).toBeCloseTo(0.8);
  expect(csat?.low).toBeCloseTo(0.4902, 4);
  expect(csat?.high).toBeCloseTo(0.9433, 4);
  expect(csatMean).toBe(4);
});

it("50 promoters and 20 detractors among 100 are an NPS of 30 within 1.96 × 7.81 = 15.3 points", () => {
  const { nps } = outcomesOf({ ...none, npsN: 100, npsPromoters: 50, npsDetractors: 20 });
  expect(nps?.value).toBeCloseTo(30);
  expect(nps?.low).toBeCloseTo(30 - 15.31, 1);
  expect(nps?.high).toBeCloseTo(30 + 15.31, 1);
});

it("has no figure without answers: never 0", () => {
  expect(outcomesOf(none)).toEqual({ csat: null, csatMean: null, nps: null });
});
