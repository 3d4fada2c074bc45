/** A working call of every public function, and what is a part of others, for the walk with malformed input. */
import { groupTimeEffects } from "./event-study/group-time-effects";
import { Untouched } from "./malformed-input-mutations";
import { fitShiftedBetaGeometric, type SbgParameters } from "./lifetime/shifted-beta-geometric";
import { drawExponential, drawGamma } from "./random/draws";
import { createGenerator } from "./random/generator";
import { clusteredCovariance } from "./regression/clustered-covariance";
import { fixedEffects } from "./regression/fixed-effects";
import type { LinearFit } from "./regression/linear-fit";
import { ordinaryLeastSquares } from "./regression/ordinary-least-squares";
import { randomEffects } from "./regression/random-effects";
import { type RandomInterceptFit, randomIntercept } from "./regression/random-intercept";
import { isRefusal, type Refusal, type RefusalReason } from "./result";
import { aalenJohansen } from "./survival/aalen-johansen";
import { coxRegression } from "./survival/cox-regression";
import { coxExpectedCurves } from "./survival/cox-survival";
import { kaplanMeier } from "./survival/kaplan-meier";

type Arguments = () => readonly unknown[];

export interface Case {
  readonly args: Arguments;
  /** Mutations, by a part of their label, that have an answer and say so in the function's description. */
  readonly passes?: readonly string[];
  /** Statistical impossibilities: what, the reason it is refused with, the arguments. */
  readonly refuses?: ReadonlyArray<readonly [string, RefusalReason, Arguments]>;
  /** A caller's mistakes beyond the spoilt values: what, the argument named, the arguments. */
  readonly throws?: ReadonlyArray<readonly [string, string, Arguments]>;
}

function given<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}
/** Passed as it is: another function's result. */
const as = <T>(value: T | Refusal) => new Untouched(given(value));

// 24 rows: six accounts in four months, three employees, nothing regular enough to be collinear.
const rows = Array.from({ length: 24 }, (_, i) => i);
const noise = (seed: number) => {
  const g = createGenerator(`malformed ${seed}`);
  return rows.map(() => g.uniform());
};
const x = noise(1).map((u) => 10 * u - 3);
const z = noise(2).map((u) => Math.round(100 * u));
const error = noise(3);
const account = rows.map((i) => Math.floor(i / 4) + 1);
const month = rows.map((i) => (i % 4) + 1);
const employee = noise(4).map((u) => 1 + Math.floor(3 * u));
const y = rows.map((i) => account[i]! + 0.4 * x[i]! - 0.02 * z[i]! + 0.3 * employee[i]! + error[i]!);
const half = rows.map((i) => i % 2);
const exit = noise(5).map((u) => 5 + Math.floor(20 * u));
const entry = noise(6).map((u) => Math.floor(4 * u));
const event = noise(7).map((u) => Number(u < 0.7));
const cause = noise(8).map((u) => Math.floor(3 * u));
const weights = noise(9).map((u) => 1 + Math.floor(3 * u));
const binary = noise(10).map((u) => Number(u < 0.5));
const follow = { entry, exit, event };
const generator = () => new Untouched(createGenerator(1));

const linear = () => as(ordinaryLeastSquares({ outcome: y, covariates: [x, z] }) as LinearFit | Refusal);
const panelFit = () => as(fixedEffects({ outcome: y, covariates: [x, z], effects: [account, month] }));
const intercept = () =>
  given(randomIntercept({ outcome: y, covariates: [x], group: account })) as RandomInterceptFit;
const curve = () => as(kaplanMeier(follow));
const coxRows = { ...follow, covariates: [x, z] };
const cox = () => as(coxRegression(coxRows));

// Twelve units over five periods, treated from the third, from the fourth or never.
const cells = Array.from({ length: 60 }, (_, i) => i);
const unit = cells.map((i) => Math.floor(i / 5) + 1);
const period = cells.map((i) => (i % 5) + 1);
const firstTreated = cells.map((i) => [3, 4, Number.POSITIVE_INFINITY][Math.floor(i / 5) % 3]!);
const panelNoise = createGenerator("panel");
const outcome = cells.map((i) => panelNoise.uniform() + (period[i]! >= firstTreated[i]! ? 1 : 0));
const staggered = { unit, period, outcome, firstTreated };
const never = cells.map(() => Number.POSITIVE_INFINITY);
const effects = () => as(groupTimeEffects(staggered));
/** Never treated is infinite, so an infinity there is an answer, or a unit that contradicts itself. */
const neverIsInfinite = ["firstTreated: infinity in a row"];
const panelRefusals = (extra: object = {}): Case["refuses"] => [
  ["nobody treated", "no-events", () => [{ ...staggered, ...extra, firstTreated: never }]],
  ["one cluster", "too-few-clusters", () => [{ ...staggered, ...extra, cluster: cells.map(() => 1) }]],
];

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

// 60 customers who buy at rates of their own, stop at times of their own, and spend amounts of their own.
const customers = createGenerator("customers");
const bought = Array.from({ length: 60 }, () => {
  const rate = drawGamma(customers, 0.9, 6);
  const stops = drawExponential(customers, drawGamma(customers, 1.5, 20));
  const times: number[] = [];
  for (
    let t = drawExponential(customers, rate);
    t < Math.min(stops, 40);
    t += drawExponential(customers, rate)
  )
    times.push(t);
  return {
    times,
    spend:
      drawGamma(customers, 6 * Math.max(times.length, 1), 1) /
      Math.max(times.length, 1) /
      drawGamma(customers, 4, 60),
  };
});
const histories = {
  frequency: bought.map(({ times }) => times.length),
  recency: bought.map(({ times }) => times[times.length - 1] ?? 0),
  observed: bought.map(() => 40),
};
const spend = bought.map((customer) => customer.spend);
const history = { frequency: 3, recency: 20, observed: 34 };
const bgNbd = { r: 0.25, alpha: 4.4, a: 0.8, b: 2.4 };
const paretoNbd = { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 };
const meanOfRows = (sample: Int32Array) => sample.reduce((sum, row) => sum + y[row]!, 0) / sample.length;
/** The density of nothing is nothing, as in R. */
const nanInNanOut = ["x: NaN"];

const matrix = { rows: 2, columns: 2, values: new Float64Array([2, 0.5, 0.5, 1]) };
const separated = { ...follow, covariates: [event.map((e, i) => (e ? 1000 - exit[i]! : -1000 - exit[i]!))] };

export const calls: Readonly<Record<string, Readonly<Record<string, Case | Arguments>>>> = {
  "event-study/group-time-effects": {
    groupTimeEffects: {
      args: () => [
        {
          ...staggered,
          covariates: [outcome.map((v) => v * v)],
          weights: unit,
          cluster: unit,
          anticipation: 0,
          level: 0.9,
        },
      ],
      passes: neverIsInfinite,
      refuses: panelRefusals(),
      throws: [
        ["two rows of a unit in a period", "period", () => [{ ...staggered, period: cells.map(() => 1) }]],
      ],
    },
  },
  "event-study/aggregate-effects": {
    aggregateEffects: {
      args: () => [effects(), { by: "dynamic" }],
      throws: [["an unknown average", "by", () => [effects(), { by: "week" }]]],
    },
  },
  "event-study/simultaneous-band": {
    simultaneousBand: {
      args: () => {
        const { effects: of, influence, clusters } = given(groupTimeEffects(staggered));
        const bare = of.map(({ estimate, standardError }) => ({ estimate, standardError }));
        return [{ effects: bare, influence, clusters, generator: generator(), level: 0.9, replicates: 99 }];
      },
    },
  },
  "event-study/pre-trend-test": {
    preTrendTest: { args: () => [effects(), { level: 0.9, power: 0.8 }] },
  },
  "event-study/sun-abraham": {
    sunAbraham: {
      args: () => [{ ...staggered, cluster: unit, reference: -1, level: 0.9 }],
      passes: neverIsInfinite,
      refuses: panelRefusals(),
    },
  },
  "event-study/two-way-contrast": {
    staticTwoWay: {
      args: () => [{ ...staggered, cluster: unit, level: 0.9 }],
      passes: neverIsInfinite,
      refuses: [["nobody treated", "no-variation", () => [{ ...staggered, firstTreated: never }]]],
    },
    dynamicTwoWay: {
      args: () => [{ ...staggered, cluster: unit, reference: -1, level: 0.9 }],
      passes: neverIsInfinite,
    },
  },
  "event-study/goodman-bacon": {
    goodmanBacon: {
      args: () => [staggered],
      passes: neverIsInfinite,
      refuses: [["nobody treated", "no-variation", () => [{ ...staggered, firstTreated: never }]]],
    },
  },
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

  "lifetime/bg-nbd": {
    fitBgNbd: {
      args: () => [histories],
      refuses: [["no customers", "no-base", () => [{ frequency: [], recency: [], observed: [] }]]],
    },
    bgNbdLogLikelihood: () => [bgNbd, history],
    bgNbdProbabilityAlive: () => [bgNbd, history],
    bgNbdExpectedPurchases: () => [bgNbd, 20],
    bgNbdConditionalPurchases: () => [bgNbd, history, 20],
  },
  "lifetime/pareto-nbd": {
    fitParetoNbd: {
      args: () => [histories],
      refuses: [["no customers", "no-base", () => [{ frequency: [], recency: [], observed: [] }]]],
    },
    paretoNbdLogLikelihood: () => [paretoNbd, history],
    paretoNbdProbabilityAlive: () => [paretoNbd, history],
    paretoNbdExpectedPurchases: () => [paretoNbd, 20],
    paretoNbdConditionalPurchases: () => [paretoNbd, history, 20],
  },
  "lifetime/gamma-gamma": {
    fitGammaGamma: { args: () => [histories.frequency, spend] },
    gammaGammaPopulationMean: () => [{ p: 6, q: 4, v: 15 }],
    gammaGammaConditionalMean: () => [{ p: 6, q: 4, v: 15 }, 3, 40],
  },
  "lifetime/shifted-beta-geometric": {
    fitShiftedBetaGeometric: {
      args: () => [[131, 126, 90, 60, 42, 34, 26], 491],
      refuses: [
        ["nobody lost", "no-events", () => [[0, 0, 0], 100]],
        ["no contracts", "no-base", () => [[], 0]],
      ],
    },
    fitShiftedBetaGeometricAtRisk: {
      args: () => [[131, 126, 90, 60], [1_000, 869, 743, 653], 1_000],
      refuses: [
        ["nobody lost", "no-events", () => [[0, 0, 0], [100, 100, 100], 100]],
        ["nobody at risk", "no-base", () => [[0], [0], 0]],
        ["nobody kept", "no-variation", () => [[5], [5], 5]],
      ],
    },
    sbgSurvival: () => [{ alpha: 0.7, beta: 1.2 }, 4],
    sbgRetention: () => [{ alpha: 0.7, beta: 1.2 }, 4],
    sbgDiscountedLifetime: () => [{ alpha: 0.7, beta: 1.2 }, 0.1],
    sbgDiscountedResidualLifetime: () => [{ alpha: 0.7, beta: 1.2 }, 4, 0.1],
  },
  "lifetime/contractual-value": {
    constantRetentionValue: () => [100, 0.8, 0.1, "now"],
    survivalValue: () => [100, (t: number) => 0.8 ** t, 12, 0.1],
  },
  "lifetime/discounted-value": {
    discountedPurchaseValue: () => [
      {
        expectedPurchases: (t: number) => 0.4 * t,
        valuePerPurchase: 30,
        periods: 12,
        periodLength: 1,
        discountRate: 0.01,
      },
    ],
  },
  "lifetime/log-parameter-fit": {
    estimateFromFit: () => [
      as(fitShiftedBetaGeometric([131, 126, 90, 60, 42, 34, 26], 491)),
      ({ alpha, beta }: SbgParameters) => beta / alpha,
      { level: 0.9 },
    ],
  },
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
  "regression/random-slopes": {
    randomSlopes: {
      args: () => [
        { outcome: y, covariates: [x, z], group: account, slopes: new Untouched([0]), level: 0.9 },
      ],
    },
  },

  "distributions/normal": {
    normalCdf: () => [1.2],
    normalQuantile: () => [0.3],
    normalDensity: { args: () => [1.2], passes: nanInNanOut },
    normalLogDensity: { args: () => [1.2], passes: nanInNanOut },
  },
  "distributions/student-t": {
    studentTCdf: () => [1.2, 7],
    studentTQuantile: () => [0.3, 7],
  },
  "distributions/chi-square": { chiSquareCdf: () => [3, 4], chiSquareQuantile: () => [0.3, 4] },
  "distributions/f": { fCdf: () => [2, 3, 20], fQuantile: () => [0.3, 3, 20] },
  "distributions/gamma": { gammaCdf: () => [2, 3, 1], gammaQuantile: () => [0.3, 3, 1] },
  "distributions/beta": { betaCdf: () => [0.2, 3, 2], betaQuantile: () => [0.3, 3, 2] },
  "distributions/poisson": { poissonCdf: () => [3, 2.5] },
  "distributions/binomial": { binomialCdf: () => [3, 10, 0.3] },
  "distributions/noncentral-t": { noncentralTCdf: () => [1.2, 7, 0.5] },
  "event-study/noncentral-chi-square": {
    noncentralChiSquareUpper: () => [7, 3, 4],
    noncentralityForPower: () => [3, 7.8, 0.8],
  },
  "special/log-gamma": { logGamma: { args: () => [3.3], passes: nanInNanOut } },
  "special/digamma": { digamma: () => [3.3], trigamma: () => [3.3] },
  "special/log-beta": { logBeta: () => [3.3, 2] },
  "special/hypergeometric": { hypergeometric2F1: () => [1, 2, 3, 0.4] },
  "special/regularised-beta": { regularisedBeta: () => [0.3, 2, 3] },
  "special/regularised-gamma": { regularisedGammaLower: () => [2, 3], regularisedGammaUpper: () => [2, 3] },
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

/** Exported for the files around them alone; what they are given has been checked. */
export const partsOfOthers: Readonly<Record<string, "all" | readonly string[]>> = {
  "distributions/beta": ["betaQuantilePair"],
  "distributions/invert": "all",
  "distributions/student-t": ["studentTLogDensity"],
  "distributions/tail": "all",
  "event-study/aggregate-effects": ["covarianceOf"],
  "event-study/cohort-design": "all",
  "event-study/propensity-logit": "all",
  "event-study/staggered-panel": "all",
  "event-study/two-period-difference": "all",
  "event-study/two-way-contrast": ["clusteredEstimate"],
  "event-study/weighted-gram-inverse": "all",
  "event-study/within-unit-dummies": "all",
  "importance/cross-products": "all",
  "importance/johnson-shares": "all",
  "importance/lmg-shares": "all",
  "importance/variance-shares": ["sharesOfProducts"],
  "inference/wald": "all",
  "lifetime/distinct-histories": "all",
  "lifetime/log-parameter-fit": ["fitLogParameters"],
  "lifetime/purchase-histories": "all",
  "linear-algebra/cholesky": "all",
  "linear-algebra/matrix": "all",
  "linear-algebra/qr": "all",
  "linear-algebra/symmetric-eigen": "all",
  "optimisation/minimise": "all",
  "optimisation/numerical-derivatives": "all",
  "optimisation/root": "all",
  "proportions/moments": "all",
  "proportions/ranks": "all",
  "proportions/share": ["requireSuccesses"],
  "regression/cluster-projections": "all",
  "regression/conjugate-gradients": "all",
  "regression/connected-components": "all",
  "regression/dense-effect-solver": "all",
  "regression/effect-absorption": "all",
  "regression/effect-incidence": "all",
  "regression/fit-clusters": "all",
  "regression/group-codes": "all",
  "regression/grouped-moments": "all",
  "regression/implicit-effect-operator": "all",
  "regression/least-squares": "all",
  "regression/orthonormal-rows": "all",
  "regression/random-intercept-criterion": "all",
  "regression/random-slopes-criterion": "all",
  "regression/regression-input": "all",
  "regression/sandwich-product": "all",
  "regression/singletons": "all",
  "regression/sparse-effect-operator": "all",
  "regression/triangular-reduction": "all",
  "regression/variance-ratio-search": "all",
  "regression/wild-bootstrap-draws": "all",
  "resampling/bootstrap": ["rowsByLabel"],
  "resampling/sample-quantile": ["quantileOfSorted"],
  "runner/emit-worker-entry": "all",
  "runner/fixed-effects-answer": "all",
  "runner/message-buffers": "all",
  "runner/shared-column": "all",
  "runner/worker-protocol": "all",
  "special/gauss-legendre": "all",
  "special/log-gamma": ["logGammaOnePlus", "logGammaRatio"],
  "special/log-tails": "all",
  "special/log1p-minus-x": "all",
  "special/regularised-beta": ["logBetaTerm", "logRegularisedBeta"],
  "special/regularised-gamma": ["logPoissonTerm", "logRegularisedGamma"],
  "special/stirling": "all",
  "survival/ascending-order": "all",
  "survival/cox-likelihood": "all",
  "survival/cox-regression": ["chiSquareTest"],
  "survival/cox-rows": "all",
  "survival/cox-scores": "all",
  "survival/dependent-columns": "all",
  "survival/follow-up": "all",
  "survival/level-codes": "all",
  "survival/newton": "all",
  "survival/risk-table": "all",
  "survival/survival-at": ["countUpTo"],
  "survival/survival-interval": "all",
  "survival/two-sided-p": "all",
};
