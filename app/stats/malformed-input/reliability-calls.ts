import type { Calls } from "./case";
import { account, error, matrix, rows, x, y } from "./sample-rows";

export const reliabilityCalls: Calls = {
  "reliability/cronbach-alpha": {
    cronbachAlpha: () => [[x, y, x.map((v, i) => v + error[i]!)], { level: 0.9 }],
  },
  "reliability/intraclass-correlation": {
    intraclassCorrelation: {
      args: () => [y, account, { level: 0.9 }],
      refuses: [["one group", "no-comparison-group", () => [y, rows.map(() => 1)]]],
    },
  },
  "reliability/regression-calibration": {
    correctForUnreliability: () => [
      {
        estimate: 0.4,
        standardError: 0.1,
        degreesOfFreedom: 40,
        n: 200,
        reliability: 0.8,
        reliabilityStandardError: 0.05,
        level: 0.9,
      },
    ],
    calibrateCoefficients: () => [
      [0.4, 0.2],
      matrix,
      { rows: 2, columns: 2, values: new Float64Array([0.8, 0.1, 0, 1]) },
    ],
  },
  "reliability/shrunken-means": {
    reliabilityOfMean: () => [0.5, 1, 8],
    shrunkenMeans: () => [[1, 2, 4], [5, 3, 9], { between: 0.5, within: 1, centre: 2 }],
  },
  "reliability/within-group-agreement": {
    withinGroupAgreement: () => [[4, 5, 4, 3], 5, { expectedVariance: 2 }],
    withinGroupAgreementOverItems: () => [
      [
        [4, 5, 4],
        [3, 3, 4],
      ],
      5,
    ],
  },
};
