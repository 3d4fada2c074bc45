import { clusteredCovariance } from "../regression/clustered-covariance";
import { fixedEffects } from "../regression/fixed-effects";
import { randomEffects } from "../regression/random-effects";
import { as, type Calls, given } from "./case";
import { Untouched } from "./mutations";
import {
  account,
  employee,
  error,
  generator,
  intercept,
  linear,
  month,
  panelFit,
  rows,
  weights,
  x,
  y,
  z,
} from "./sample-rows";

export const regressionCalls: Calls = {
  "regression/ordinary-least-squares": {
    ordinaryLeastSquares: {
      args: () => [{ outcome: y, covariates: [x, z], weights }],
      refuses: [
        [
          "as many columns as rows",
          "too-few-observations",
          () => [{ outcome: [1, 2], covariates: [[1, 3]] }],
        ],
      ],
    },
  },
  "regression/classical-covariance": { classicalCovariance: () => [linear()] },
  "regression/heteroskedastic-covariance": { heteroskedasticCovariance: () => [linear(), "HC3"] },
  "regression/clustered-covariance": {
    clusteredCovariance: {
      args: () => [panelFit(), [account, month]],
      refuses: [["one cluster", "too-few-clusters", () => [panelFit(), [rows.map(() => 1)]]]],
    },
  },
  "regression/bias-reduced-covariance": {
    biasReducedCovariance: {
      args: () => [panelFit(), account],
      refuses: [["one cluster", "too-few-clusters", () => [panelFit(), rows.map(() => 1)]]],
    },
  },
  "regression/driscoll-kraay": { driscollKraayCovariance: () => [panelFit(), month, { lags: 1 }] },
  "regression/coefficient-table": {
    coefficientTable: () => {
      const fit = given(fixedEffects({ outcome: y, covariates: [x, z], effects: [account] }));
      return [new Untouched(fit), as(clusteredCovariance(fit, [account])), 0.9];
    },
  },
  "regression/wild-cluster-bootstrap": {
    wildClusterBootstrap: {
      args: () => [
        {
          fit: panelFit(),
          cluster: account,
          coefficient: 0,
          generator: generator(),
          draws: 99,
          level: 0.9,
          nullValue: 0,
        },
      ],
      refuses: [
        [
          "one cluster",
          "too-few-clusters",
          () => [
            {
              fit: panelFit(),
              cluster: rows.map(() => 1),
              coefficient: 0,
              generator: generator(),
            },
          ],
        ],
      ],
    },
  },
  "regression/fixed-effects": {
    fixedEffects: {
      args: () => [{ outcome: y, covariates: [x, z], effects: [account, month, employee] }],
      refuses: [
        [
          "a covariate constant within accounts",
          "rank-deficient",
          () => [{ outcome: y, covariates: [account], effects: [account] }],
        ],
        ["one row", "too-few-observations", () => [{ outcome: [1], covariates: [[1]], effects: [[1]] }]],
      ],
    },
  },
  "regression/effect-levels": { estimateEffectLevels: () => [panelFit()] },
  "regression/variance-inflation": {
    varianceInflation: { args: () => [[x, z, error]] },
  },
  "regression/random-intercept": {
    randomIntercept: {
      args: () => [{ outcome: y, covariates: [x], group: account, level: 0.9 }],
      refuses: [
        ["one group", "too-few-clusters", () => [{ outcome: y, covariates: [x], group: rows.map(() => 1) }]],
        ["a group a row", "not-identified", () => [{ outcome: y, covariates: [x], group: rows }]],
      ],
    },
  },
  "regression/random-intercept-profile": { profileRandomIntercept: () => [new Untouched(intercept()), 0.9] },
  "regression/shrunken-ranks": {
    shrunkenRanks: () => [
      new Untouched(intercept().groupEffects),
      { generator: generator(), draws: 100, level: 0.9 },
    ],
  },
  "regression/group-mean-columns": { groupMeanColumns: () => [[x, z], account] },
  "regression/between-regression": {
    betweenRegression: () => [{ outcome: y, covariates: [x], group: account }],
  },
  "regression/mundlak": {
    mundlakRegression: () => [{ outcome: y, covariates: [x], group: account, level: 0.9 }],
  },
  "regression/random-effects": {
    randomEffects: () => [{ outcome: y, covariates: [x], group: account, level: 0.9 }],
  },
  "regression/hausman": {
    hausmanTest: () => [as(randomEffects({ outcome: y, covariates: [x], group: account }))],
  },

  "regression/random-slopes": {
    randomSlopes: {
      args: () => [
        { outcome: y, covariates: [x, z], group: account, slopes: new Untouched([0]), level: 0.9 },
      ],
    },
  },
};
