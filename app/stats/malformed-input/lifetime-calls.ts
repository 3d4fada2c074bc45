import { fitShiftedBetaGeometric, type SbgParameters } from "../lifetime/shifted-beta-geometric";
import { drawExponential, drawGamma } from "../random/draws";
import { createGenerator } from "../random/generator";
import { as, type Calls } from "./case";

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

export const lifetimeCalls: Calls = {
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
};
