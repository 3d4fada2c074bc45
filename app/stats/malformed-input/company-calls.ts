import type { Calls } from "./case";
import { entry, event, exit, x } from "./sample-rows";

export const companyCalls: Calls = {
  "concentration/top-share": {
    topShare: () => [exit, 0.2],
    gini: () => [exit],
    logNormalTopShare: () => [1.5, 0.2],
    logNormalGini: () => [1.5],
    logNormalSigmaForShare: () => [0.8, 0.2],
  },
  "concentration/whale-curve": { whaleCurve: () => [x] },

  "workforce/turnover-rate": {
    turnoverRate: {
      args: () => [event, exit, { periodsPerYear: 12, level: 0.9 }],
      refuses: [["nobody there", "no-base", () => [event.map(() => 0), exit.map(() => 0)]]],
    },
  },
  "workforce/cost-per-hire": {
    costPerHire: {
      args: () => [180_000, 120_000, 60],
      refuses: [["no hires", "no-base", () => [180_000, 120_000, 0]]],
    },
  },
  "workforce/human-capital-return": {
    humanCapitalReturn: () => [{ revenue: 10, operatingExpense: 8, payAndBenefits: 4 }],
    humanCapitalValueAdded: () => [{ revenue: 10, operatingExpense: 8, payAndBenefits: 4 }, 3],
  },
  "retention/revenue-retention": {
    revenueRetention: {
      args: () => [{ start: 1000, churned: 50, contraction: 30, expansion: 120 }],
      refuses: [["no start", "no-base", () => [{ start: 0, churned: 0, contraction: 0, expansion: 0 }]]],
    },
    revenueMovements: () => [exit, entry],
  },
  "returns/return-on-investment": {
    benefitCostRatio: { args: () => [240, 150], refuses: [["no cost", "no-base", () => [240, 0]]] },
    returnOnInvestment: { args: () => [240, 150], refuses: [["no cost", "no-base", () => [240, 0]]] },
  },
};
