import { describe, expect, it } from "vitest";
import { drawBeta } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { isRefusal } from "~/stats/result";
import { worstRelativeError } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { estimateFromFit } from "./log-parameter-fit";
import {
  fitShiftedBetaGeometric,
  sbgDiscountedLifetime,
  sbgDiscountedResidualLifetime,
  sbgRetention,
  sbgSurvival,
} from "./shifted-beta-geometric";

const { sbg } = readReference("expected").clv;

function fitted(lost: number[], active: number | number[]) {
  const fit = fitShiftedBetaGeometric(lost, active);
  if (isRefusal(fit)) throw new Error(JSON.stringify(fit));
  return fit;
}

describe.each(["high_end", "regular"])("Fader and Hardie's %s cohort", (name) => {
  const want = sbg[name];
  const fit = fitted(want.lost, want.active_end);
  const { alpha, beta } = fit.parameters;

  it("has R's estimates, errors and likelihood", () => {
    expect(worstRelativeError([alpha, beta], [want.mle.alpha, want.mle.beta])).toBeLessThan(1e-6);
    expect(worstRelativeError([fit.standardErrors.alpha, fit.standardErrors.beta], want.se)).toBeLessThan(
      1e-6,
    );
    expect(worstRelativeError([fit.logLikelihood], [want.loglik])).toBeLessThan(1e-8);
  });

  it("has R's survival, retention and residual lifetimes", () => {
    // At R's own parameters, so that the optimiser's tolerance is not in the way.
    const at = want.mle;
    const t = want.S_1to12.map((_: number, i: number) => i + 1);
    expect(
      worstRelativeError(
        t.map((k: number) => sbgSurvival(at, k)),
        want.S_1to12,
      ),
    ).toBeLessThan(1e-8);
    expect(
      worstRelativeError(
        t.map((k: number) => sbgRetention(at, k)),
        want.retention_1to12,
      ),
    ).toBeLessThan(1e-8);
    expect(worstRelativeError([sbgDiscountedLifetime(at, 0.1)], [want.DEL_d10])).toBeLessThan(1e-8);
    const residual = want.DERL_d10_n.n.map((n: number) => sbgDiscountedResidualLifetime(at, n, 0.1));
    expect(worstRelativeError(residual, want.DERL_d10_n.value)).toBeLessThan(1e-8);
  });

  it("gives every derived number a standard error", () => {
    const lifetime = estimateFromFit(fit, (parameters) => sbgDiscountedLifetime(parameters, 0.1));
    expect(lifetime.standardError).toBeGreaterThan(0);
    // Against the parameters moved by hand along the covariance.
    const h = 1e-4;
    const at = (da: number, db: number) =>
      sbgDiscountedLifetime({ alpha: alpha * Math.exp(da), beta: beta * Math.exp(db) }, 0.1);
    const ga = (at(h, 0) - at(-h, 0)) / (2 * h);
    const gb = (at(0, h) - at(0, -h)) / (2 * h);
    const [vaa, vab, , vbb] = fit.logCovariance.values;
    const byHand = Math.sqrt(ga * ga * vaa! + 2 * ga * gb * vab! + gb * gb * vbb!);
    expect(worstRelativeError([lifetime.standardError], [byHand])).toBeLessThan(1e-6);
  });
});

it("sums to its own discounted lifetime", () => {
  const parameters = { alpha: 0.7, beta: 1.2 };
  let sum = 0;
  for (let t = 0; t < 3000; t++) sum += sbgSurvival(parameters, t) / 1.1 ** t;
  expect(worstRelativeError([sbgDiscountedLifetime(parameters, 0.1)], [sum])).toBeLessThan(1e-12);
});

it("counts contracts as weights: ten times the contracts, the same estimates and smaller errors", () => {
  const one = fitted([131, 126, 90, 60, 42, 34, 26], 491);
  const ten = fitted([1310, 1260, 900, 600, 420, 340, 260], 4910);
  expect(worstRelativeError([ten.parameters.alpha], [one.parameters.alpha])).toBeLessThan(1e-7);
  expect(
    worstRelativeError([ten.standardErrors.beta * Math.sqrt(10)], [one.standardErrors.beta]),
  ).toBeLessThan(1e-6);
});

it("takes contracts of different ages: all censored at the end is the plain case", () => {
  const spread = fitted([131, 126, 90, 60, 42, 34, 26], [0, 0, 0, 0, 0, 0, 491]);
  expect(spread.logLikelihood).toBeCloseTo(sbg.high_end.loglik, 7);
});

it("recovers planted parameters, its intervals covering them", () => {
  const g = createGenerator("sbg");
  let covered = 0;
  const rounds = 60;
  for (let round = 0; round < rounds; round++) {
    const lost = [0, 0, 0, 0, 0, 0];
    let active = 0;
    for (let i = 0; i < 800; i++) {
      const theta = drawBeta(g, 1.2, 2.5);
      let t = 0;
      while (t < 6 && g.uniform() > theta) t += 1;
      if (t < 6) lost[t] = lost[t]! + 1;
      else active += 1;
    }
    const fit = fitted(lost, active);
    const survival = estimateFromFit(fit, (parameters) => sbgSurvival(parameters, 5));
    const truth = sbgSurvival({ alpha: 1.2, beta: 2.5 }, 5);
    if (survival.interval.lower <= truth && truth <= survival.interval.upper) covered += 1;
  }
  expect(covered / rounds).toBeGreaterThan(0.87);
});

it("refuses what it cannot fit and throws on what is no cohort", () => {
  expect(fitShiftedBetaGeometric([], 0)).toMatchObject({ refused: "no-base" });
  expect(fitShiftedBetaGeometric([0, 0], 10)).toMatchObject({ refused: "no-events" });
  expect(fitShiftedBetaGeometric([10], 0)).toMatchObject({ refused: "no-variation" });
  // Retention exactly constant or falling: no spread between contracts can be seen.
  expect(fitShiftedBetaGeometric([100, 150, 225], 525)).toHaveProperty("refused");
  expect(() => fitShiftedBetaGeometric([1.5], 0)).toThrow(/lost/);
  expect(() => fitShiftedBetaGeometric([1], -1)).toThrow(/active/);
  expect(() => sbgSurvival({ alpha: 0, beta: 1 }, 1)).toThrow(/alpha/);
  expect(() => sbgDiscountedLifetime({ alpha: 1, beta: 1 }, 0)).toThrow(/discountRate/);
});
