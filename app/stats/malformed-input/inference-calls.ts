import type { Calls } from "./case";
import { account, x, y } from "./sample-rows";

export const inferenceCalls: Calls = {
  "inference/multiple-testing": {
    adjustPValues: { args: () => [[0.01, 0.02, 0.4, 0.5]], passes: ["NaN in a row"] },
  },
  "inference/e-value": { eValue: () => [{ measure: "risk-ratio", estimate: 2, lower: 1.2, upper: 3.3 }] },
  "inference/independence": {
    independenceTest: () => [{ rows: 2, columns: 2, values: new Float64Array([10, 20, 30, 25]) }],
  },
  "inference/one-way-anova": { oneWayAnova: () => [y, account] },
  "inference/rank-sum": { rankSumTest: () => [x, y.slice(3)] },
  "inference/power": {
    minimumDetectableEffect: () => [0.4, 30, { significance: 0.05, power: 0.8 }],
    designEffect: () => [12, 0.1],
    twoProportionPower: () => [200, 0.3, 0.4, { significance: 0.05 }],
    twoProportionSampleSize: () => [0.3, 0.4, { significance: 0.05, power: 0.8 }],
    twoProportionDetectableShare: () => [300, 0.3, { significance: 0.05, power: 0.8 }],
    twoSampleTPower: () => [50, 0.5, 1, { significance: 0.05 }],
    twoSampleTSampleSize: () => [0.5, 1, { significance: 0.05, power: 0.8 }],
    twoSampleTDetectableDifference: () => [50, 1, { significance: 0.05, power: 0.8 }],
    schoenfeldEvents: () => [0.7, 0.5, { significance: 0.05, power: 0.8 }],
    schoenfeldDetectableHazardRatio: () => [200, 0.5, { significance: 0.05, power: 0.8 }],
  },
};
