import type { Calls } from "./case";
import { account, binary, event, exit, follow, half, rows, weights, x, z } from "./sample-rows";

export const hazardCalls: Calls = {
  "hazard/discrete-time-hazard": {
    personPeriods: () => [follow, { width: 5 }],
    discreteTimeHazard: {
      args: () => [
        { exit, event, covariates: [x] },
        { width: 8, lastPeriod: 3, cluster: account, level: 0.9 },
      ],
      refuses: [
        [
          "all censored",
          "no-events",
          () => [
            { exit, event: exit.map(() => 0), covariates: [x] },
            { width: 8, lastPeriod: 3 },
          ],
        ],
      ],
    },
  },
  "hazard/generalised-linear-model": {
    generalisedLinearModel: {
      args: () => [
        { response: binary, columns: [rows.map(() => 1), x], weights, offset: z.map((v) => v / 1000) },
        { family: "logit", cluster: account, level: 0.9 },
      ],
      refuses: [
        [
          "a constant response of 0",
          "no-events",
          () => [{ response: x.map(() => 0), columns: [x] }, { family: "logit" }],
        ],
        [
          "separated groups",
          "separated",
          () => [{ response: half, columns: [rows.map(() => 1), half] }, { family: "logit" }],
        ],
        [
          "collinear columns",
          "rank-deficient",
          () => [{ response: binary, columns: [x, x] }, { family: "logit" }],
        ],
        [
          "one cluster",
          "too-few-clusters",
          () => [
            { response: binary, columns: [x] },
            { family: "logit", cluster: rows.map(() => 1) },
          ],
        ],
      ],
    },
  },
};
