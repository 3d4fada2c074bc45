import type { Calls, Case } from "./case";
import { account, error, generator, rows, weights, x, y, z } from "./sample-rows";

const drivers = { outcome: y, predictors: [x, z, error], weights };
const driverRefusals: Case["refuses"] = [
  ["a constant predictor", "no-variation", () => [{ ...drivers, predictors: [x, x.map(() => 2)] }]],
  [
    "collinear predictors",
    "rank-deficient",
    () => [{ ...drivers, predictors: [x, x.map((v) => 3 - 2 * v)] }],
  ],
  ["one row", "too-few-observations", () => [{ outcome: [1], predictors: [[1]] }]],
];

export const importanceCalls: Calls = {
  "importance/variance-shares": {
    shapleyImportance: {
      args: () => [drivers],
      refuses: driverRefusals,
      throws: [["16 predictors", "predictors", () => [{ ...drivers, predictors: Array(16).fill(x) }]]],
    },
    relativeWeights: { args: () => [drivers], refuses: driverRefusals },
  },
  "importance/driver-importance": {
    driverImportance: {
      args: () => [{ ...drivers, cluster: account, level: 0.9, replicates: 19, generator: generator() }],
      refuses: [
        [
          "one cluster",
          "too-few-clusters",
          () => [{ ...drivers, cluster: rows.map(() => 1), generator: generator() }],
        ],
      ],
    },
  },
};
