import type { Calls } from "./case";
import { account, rows, x, y } from "./sample-rows";

export const proportionsCalls: Calls = {
  "proportions/share": { share: () => [30, 100, { level: 0.9 }] },
  "proportions/share-difference": { shareDifference: () => [30, 100, 45, 120, { level: 0.9 }] },
  "proportions/net-promoter-score": {
    netPromoterScore: {
      args: () => [{ promoters: 20, passives: 10, detractors: 5 }, { level: 0.9 }],
      refuses: [["nobody asked", "no-base", () => [{ promoters: 0, passives: 0, detractors: 0 }]]],
    },
    netPromoterScoreDifference: () => [
      { promoters: 20, passives: 10, detractors: 5 },
      { promoters: 12, passives: 10, detractors: 9 },
      { level: 0.9 },
    ],
  },
  "proportions/event-rate": { eventRate: () => [12, 340.5, { level: 0.9 }] },
  "proportions/mean": {
    mean: () => [y, { level: 0.9 }],
    clusteredMean: {
      args: () => [y, account, { level: 0.9 }],
      refuses: [["one cluster", "too-few-clusters", () => [y, rows.map(() => 1)]]],
    },
  },
  "proportions/mean-difference": { meanDifference: () => [x, y.slice(3), { level: 0.9 }] },
  "proportions/correlation": {
    pearsonCorrelation: {
      args: () => [x, y, { level: 0.9 }],
      refuses: [["a constant column", "no-variation", () => [x.map(() => 1), y]]],
    },
    spearmanCorrelation: {
      args: () => [x, y, { level: 0.9 }],
      refuses: [["a constant column", "no-variation", () => [x.map(() => 1), y]]],
    },
  },
};
