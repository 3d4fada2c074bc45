import { aalenJohansen } from "../survival/aalen-johansen";
import { coxRegression } from "../survival/cox-regression";
import { coxExpectedCurves } from "../survival/cox-survival";
import { type Calls, given } from "./case";
import { Untouched } from "./mutations";
import {
  account,
  cause,
  cox,
  coxRows,
  curve,
  entry,
  exit,
  follow,
  half,
  rows,
  separated,
  weights,
  x,
} from "./sample-rows";

export const survivalCalls: Calls = {
  "survival/kaplan-meier": {
    kaplanMeier: {
      args: () => [
        { ...follow, weights },
        { level: 0.9, cluster: account },
      ],
      refuses: [["no rows", "too-few-observations", () => [{ exit: [], event: [] }]]],
    },
    kaplanMeierByGroup: () => [follow, half],
  },
  "survival/log-rank": {
    logRankTest: {
      args: () => [follow, half, { strata: rows.map((i) => Math.floor(i / 12)) }],
      refuses: [
        ["all censored", "no-events", () => [{ exit, event: exit.map(() => 0) }, half]],
        ["one group", "no-comparison-group", () => [follow, rows.map(() => 1)]],
      ],
    },
  },
  "survival/aalen-johansen": {
    aalenJohansen: {
      args: () => [
        { entry, exit, event: cause },
        { causes: 2, level: 0.9 },
      ],
      refuses: [["all censored", "no-events", () => [{ exit, event: exit.map(() => 0) }]]],
    },
    incidenceAt: () => {
      const curves = given(aalenJohansen({ exit, event: cause }, { causes: 2 }));
      return [new Untouched(curves), new Untouched(curves.causes[0]), [10, 15]];
    },
  },
  "survival/restricted-mean": { restrictedMean: () => [curve(), 15, 0.9] },
  "survival/survival-at": { survivalAt: () => [curve(), [5, 10, 20]] },
  "survival/survival-quantile": {
    survivalQuantile: () => [curve(), 0.5],
    medianSurvival: () => [curve()],
  },
  "survival/cox-regression": {
    coxRegression: {
      args: () => [
        { ...coxRows, weights, strata: half },
        { cluster: account, level: 0.9 },
      ],
      refuses: [
        ["all censored", "no-events", () => [{ ...coxRows, event: exit.map(() => 0) }]],
        ["a constant column", "rank-deficient", () => [{ ...coxRows, covariates: [x, x.map(() => 1)] }]],
        ["separated groups", "separated", () => [separated]],
        ["one cluster", "too-few-clusters", () => [coxRows, { cluster: rows.map(() => 1) }]],
        ["no rows", "too-few-observations", () => [{ exit: [], event: [], covariates: [[]] }]],
      ],
    },
  },
  "survival/cox-survival": {
    coxExpectedCurves: () => [coxRows, cox(), [1, 50]],
    expectedSurvivalAt: () => [
      new Untouched(given(coxExpectedCurves(coxRows, given(coxRegression(coxRows))))[0]),
      [8, 12],
    ],
  },
  "survival/proportional-hazards-test": { proportionalHazardsTest: () => [coxRows, cox()] },
  "survival/concordance": {
    concordance: {
      args: () => [follow, x, { strata: half, cluster: account, level: 0.9 }],
      refuses: [["all censored", "no-events", () => [{ exit, event: exit.map(() => 0) }, x]]],
    },
  },
};
