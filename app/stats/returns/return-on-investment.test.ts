import { expect, it } from "vitest";
import { readReference } from "../../../tests/reference/read-reference";
import { benefitCostRatio, returnOnInvestment } from "./return-on-investment";

it("has the reference's benefit–cost ratio and return", () => {
  const { benefit, cost, bcr, roi_pct } = readReference("expected").metrics.phillips;
  expect(benefitCostRatio(benefit, cost)).toBe(bcr);
  expect(100 * Number(returnOnInvestment(benefit, cost))).toBe(roi_pct);
});

it("is negative where the benefit does not cover the cost, and refuses a cost of nothing", () => {
  expect(returnOnInvestment(60, 100)).toBe(-0.4);
  expect(returnOnInvestment(60, 0)).toMatchObject({ refused: "no-base" });
  expect(benefitCostRatio(60, 0)).toMatchObject({ refused: "no-base" });
  expect(() => returnOnInvestment(60, -1)).toThrow(/cost/);
});
