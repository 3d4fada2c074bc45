import { describe, expect, it } from "vitest";
import { drawNormal } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { answered, worstRelativeError } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { fromColumns, identity } from "../linear-algebra/matrix";
import { moments } from "../proportions/moments";
import { cronbachAlpha } from "./cronbach-alpha";
import { intraclassCorrelation } from "./intraclass-correlation";
import { calibrateCoefficients, correctForUnreliability } from "./regression-calibration";
import { reliabilityOfMean, shrunkenMeans } from "./shrunken-means";
import { withinGroupAgreement, withinGroupAgreementOverItems } from "./within-group-agreement";

const { agreement } = readReference("expected");
const { sleepstudy, attitude } = readReference("inputs");
const own = readReference("proportions");

describe("intraclass correlation", () => {
  it("has R's mean squares and both coefficients", () => {
    const want = agreement.sleepstudy_days_as_raters;
    const got = answered(intraclassCorrelation(sleepstudy.Reaction, sleepstudy.Subject));
    expect(
      worstRelativeError(
        [got.meanSquareBetween, got.meanSquareWithin, got.single, got.groupMean],
        [want.msb, want.msw, want.icc1, want.icc2],
      ),
    ).toBeLessThan(1e-8);
    expect(got.effectiveSize).toBe(10);
    expect(got.singleInterval.lower).toBeLessThan(got.single);
    expect(got.singleInterval.upper).toBeGreaterThan(got.single);
  });
  it("uses the effective size where groups differ in size, and says so", () => {
    const got = answered(intraclassCorrelation(own.y, own.g));
    const sizes = [3, 5, 1, 8, 2, 6, 4, 7, 4];
    const squares = sizes.reduce((sum, size) => sum + size * size, 0);
    expect(got.effectiveSize).toBeCloseTo((40 - squares / 40) / 8, 12);
    expect(got.warnings).toEqual(["unequal-group-sizes"]);
  });
  it("is unmoved by unit, origin and labels", () => {
    const one = answered(intraclassCorrelation(own.y, own.g));
    const other = answered(
      intraclassCorrelation(
        own.y.map((v: number) => 1e6 - 3 * v),
        own.g.map((label: number) => `team ${label}`),
      ),
    );
    expect(worstRelativeError([other.single, other.groupMean], [one.single, one.groupMean])).toBeLessThan(
      1e-9,
    );
  });
  it("covers the planted share of variance", () => {
    const g = createGenerator("icc");
    let covered = 0;
    for (let round = 0; round < 400; round++) {
      const values: number[] = [];
      const groups: number[] = [];
      for (let j = 0; j < 20; j++) {
        const level = drawNormal(g);
        for (let i = 0; i < 5; i++) {
          values.push(level + 2 * drawNormal(g));
          groups.push(j);
        }
      }
      const { lower, upper } = answered(intraclassCorrelation(values, groups)).singleInterval;
      if (lower <= 0.2 && 0.2 <= upper) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
    expect(covered / 400).toBeLessThan(0.98);
  });
});

describe("agreement within a group", () => {
  it("has R's rwg", () => {
    const { x, s2, sigma_eu2, rwg } = agreement.rwg_example;
    const got = answered(withinGroupAgreement(x, 5));
    expect([got.variance, got.expectedVariance, got.agreement]).toEqual([s2, sigma_eu2, rwg]);
  });
  it("has R's rwg(j), and rwg for a single item", () => {
    expect(answered(withinGroupAgreementOverItems(own.items, 7)).agreement).toBeCloseTo(own.rwgj[0], 12);
    expect(answered(withinGroupAgreementOverItems([[4, 5, 4, 3, 4]], 5)).agreement).toBe(0.75);
  });
  it("is 0, not negative, for raters at the two ends", () => {
    const apart = answered(withinGroupAgreement([1, 5, 1, 5], 5));
    expect(apart.agreement).toBe(0);
    expect(apart.unclipped).toBeLessThan(0);
    expect(
      answered(
        withinGroupAgreementOverItems(
          [
            [1, 5],
            [5, 1],
          ],
          5,
        ),
      ).agreement,
    ).toBe(0);
  });
});

describe("Cronbach's alpha", () => {
  it("is R's", () => {
    const got = answered(cronbachAlpha(Object.values(attitude) as number[][]));
    expect(worstRelativeError([got.alpha], [agreement.cronbach_alpha_attitude])).toBeLessThan(1e-10);
    const mine = answered(cronbachAlpha(own.items));
    expect(
      worstRelativeError([mine.alpha, ...mine.withoutItem], [own.alpha.all[0], ...own.alpha.without]),
    ).toBeLessThan(1e-12);
    expect(mine.interval.lower).toBeLessThan(mine.alpha);
    expect(mine.interval.upper).toBeGreaterThan(mine.alpha);
  });
});

describe("shrunken means", () => {
  it("weights by reliability", () => {
    expect(reliabilityOfMean(1, 4, 4)).toBe(0.5);
    expect(reliabilityOfMean(0, 4, 4)).toBe(0);
    const got = answered(shrunkenMeans([2, 6, Number.NaN], [4, 4, 0], { between: 1, within: 4 }));
    expect(Array.from(got.means)).toEqual([3, 5, 4]);
    expect(Array.from(got.reliabilities)).toEqual([0.5, 0.5, 0]);
    expect(got.standardErrors[0]).toBeCloseTo(Math.SQRT1_2, 14);
  });
  it("gives back the slope that a noisy predictor lost", () => {
    const g = createGenerator("calibration");
    const truths = Array.from({ length: 4000 }, () => drawNormal(g));
    const noisy = truths.map((x) => x + 1.5 * drawNormal(g));
    const outcome = truths.map((x) => 0.8 * x + drawNormal(g));
    const lambda = 1 / (1 + 2.25);
    const slope = (x: ArrayLike<number>) => {
      const { mean, sumOfSquares } = moments(x);
      return outcome.reduce((sum, y, i) => sum + y * (x[i]! - mean), 0) / sumOfSquares;
    };
    const naive = slope(noisy);
    expect(naive).toBeLessThan(0.35);
    const corrected = answered(
      correctForUnreliability({ estimate: naive, standardError: 0.01, reliability: lambda, n: 4000 }),
    );
    expect(Math.abs(corrected.estimate - 0.8)).toBeLessThan(0.06);
    expect(
      slope(
        answered(shrunkenMeans(noisy, new Float64Array(4000).fill(1), { between: 1, within: 2.25 })).means,
      ),
    ).toBeCloseTo(corrected.estimate, 10);
  });
});

describe("regression calibration", () => {
  it("divides by the reliability and adds its error", () => {
    const got = answered(
      correctForUnreliability({
        estimate: 0.3,
        standardError: 0.05,
        reliability: 0.6,
        reliabilityStandardError: 0.04,
        n: 50,
        degreesOfFreedom: 48,
      }),
    );
    expect(got.estimate).toBeCloseTo(0.5, 14);
    expect(got.standardError).toBeCloseTo(Math.sqrt(0.05 ** 2 / 0.36 + (0.09 * 0.0016) / 0.6 ** 4), 14);
  });
  it("inverts a calibration matrix", () => {
    const calibration = fromColumns([
      [0.5, 0.1],
      [0.2, 0.9],
    ]);
    const truth = [1, -2];
    const naive = [0.5 * truth[0]! + 0.2 * truth[1]!, 0.1 * truth[0]! + 0.9 * truth[1]!];
    const got = answered(calibrateCoefficients(naive, identity(2), calibration));
    expect(worstRelativeError(got.coefficients, truth)).toBeLessThan(1e-13);
    const single = answered(calibrateCoefficients([0.3], fromColumns([[0.0025]]), fromColumns([[0.6]])));
    expect(single.coefficients[0]).toBeCloseTo(0.5, 14);
    expect(Math.sqrt(single.covariance.values[0]!)).toBeCloseTo(0.05 / 0.6, 14);
  });
});

it("refuses what cannot be said and names what is wrong", () => {
  expect(intraclassCorrelation([], [])).toMatchObject({ refused: "no-comparison-group" });
  expect(intraclassCorrelation([1, 2, 3], [1, 2, 3])).toMatchObject({ refused: "too-few-observations" });
  expect(withinGroupAgreement([3], 5)).toMatchObject({ refused: "too-few-observations" });
  expect(withinGroupAgreementOverItems([], 5)).toMatchObject({ refused: "no-base" });
  expect(cronbachAlpha([[1, 2, 3]])).toMatchObject({ refused: "no-comparison-group" });
  expect(
    cronbachAlpha([
      [1, 1],
      [2, 2],
    ]),
  ).toMatchObject({ refused: "no-variation" });
  expect(cronbachAlpha([[1], [2]])).toMatchObject({ refused: "too-few-observations" });
  const naive = { estimate: 1, standardError: 0.1, n: 9 };
  expect(correctForUnreliability({ ...naive, reliability: 0 })).toMatchObject({ refused: "not-identified" });
  expect(correctForUnreliability({ ...naive, reliability: 0.3, minimumReliability: 0.5 })).toMatchObject({
    refused: "not-identified",
  });
  expect(
    correctForUnreliability({ ...naive, reliability: 0.3, reliabilityStandardError: 0.2 }),
  ).toMatchObject({ refused: "not-identified" });
  expect(
    calibrateCoefficients(
      [1, 2],
      identity(2),
      fromColumns([
        [1, 1],
        [1, 1],
      ]),
    ),
  ).toMatchObject({ refused: "rank-deficient" });
  expect(() => correctForUnreliability({ ...naive, reliability: Number.NaN })).toThrow(/reliability/);
  expect(() => withinGroupAgreement([1, 2], 1)).toThrow(/scalePoints/);
  expect(() => withinGroupAgreement([1, Number.NaN], 5)).toThrow(/answers/);
  expect(() => cronbachAlpha([[1, 2], [1]])).toThrow(/items\[1\]/);
  expect(shrunkenMeans([Number.NaN], [0], { between: 1, within: 1 })).toMatchObject({ refused: "no-base" });
  expect(() => shrunkenMeans([1], [1], { between: -1, within: 1 })).toThrow(/between/);
  expect(() => reliabilityOfMean(1, 1, 0)).toThrow(/n:/);
  expect(() => intraclassCorrelation([Number.NaN], [1])).toThrow(/values/);
});
