import { groupTimeEffects } from "../event-study/group-time-effects";
import { createGenerator } from "../random/generator";
import { as, type Calls, type Case, given } from "./case";
import { generator } from "./sample-rows";

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

export const eventStudyCalls: Calls = {
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
  "event-study/noncentral-chi-square": {
    noncentralChiSquareUpper: () => [7, 3, 4],
    noncentralityForPower: () => [3, 7.8, 0.8],
  },
};
