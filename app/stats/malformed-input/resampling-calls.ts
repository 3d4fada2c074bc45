import type { Calls } from "./case";
import { account, generator, half, matrix, month, rows, y } from "./sample-rows";

const meanOfRows = (sample: Int32Array) => sample.reduce((sum, row) => sum + y[row]!, 0) / sample.length;

export const resamplingCalls: Calls = {
  "resampling/bootstrap": {
    bootstrap: {
      args: () => [24, meanOfRows, { generator: generator(), replicates: 99, level: 0.9 }],
      refuses: [["one row", "too-few-observations", () => [1, meanOfRows, { generator: generator() }]]],
    },
    clusterBootstrap: {
      args: () => [account, meanOfRows, { generator: generator(), replicates: 99, level: 0.9 }],
      refuses: [
        [
          "one cluster",
          "too-few-clusters",
          () => [rows.map(() => 1), meanOfRows, { generator: generator() }],
        ],
      ],
    },
  },
  "resampling/permutation": {
    permuteWithinStrata: () => [month, generator()],
    permutationTest: {
      args: () => [
        month,
        (labelOf: Int32Array) => labelOf.reduce((sum, of, i) => sum + half[of]! * y[i]!, 0),
        { generator: generator(), permutations: 99 },
      ],
      refuses: [["a stratum a row", "no-variation", () => [rows, () => 1, { generator: generator() }]]],
    },
  },
  "resampling/sample-quantile": {
    sampleQuantile: { args: () => [y, 0.4], passes: ["without rows", "cut to 0 rows"] },
  },
  "resampling/wild-weights": {
    drawWildWeight: {
      args: () => [generator(), "webb"],
      throws: [["an unknown kind", "kind", () => [generator(), "normal"]]],
    },
  },
  "random/generator": { createGenerator: () => [12] },
  "random/draws": {
    drawNormal: () => [generator()],
    drawExponential: () => [generator(), 2],
    drawGamma: () => [generator(), 2, 3],
    drawBeta: () => [generator(), 2, 3],
    drawLogNormal: () => [generator(), 0.5, 1],
    drawPoisson: () => [generator(), 4],
    multivariateNormalSampler: () => [[1, 2], matrix],
    drawMultivariateNormal: () => [generator(), [1, 2], matrix],
  },
};
