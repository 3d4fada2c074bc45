import { expect, it } from "vitest";
import { worstRelativeError } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawLogNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { gini, logNormalGini, logNormalSigmaForShare, logNormalTopShare, topShare } from "./top-share";
import { whaleCurve } from "./whale-curve";

const { lognormal_share: logNormal, metrics } = readReference("expected");

it("has R's log-normal shares and Gini coefficients", () => {
  expect(
    worstRelativeError(
      logNormal.sigma.map((s: number) => logNormalTopShare(s, 0.2)),
      logNormal.top20,
    ),
  ).toBeLessThan(1e-10);
  expect(worstRelativeError(logNormal.sigma.map(logNormalGini), logNormal.gini)).toBeLessThan(1e-10);
  expect(logNormalSigmaForShare(0.8, 0.2)).toBeCloseTo(logNormal.sigma[4], 12);
});

it("finds them in a log-normal sample", () => {
  const g = createGenerator("shares");
  const values = Array.from({ length: 40_000 }, () => drawLogNormal(g, 3, 1));
  expect(Math.abs(Number(topShare(values, 0.2)) - logNormal.top20[0])).toBeLessThan(0.01);
  expect(Math.abs(Number(gini(values)) - logNormal.gini[0])).toBeLessThan(0.01);
});

it("counts a part of an account and is unmoved by order", () => {
  expect(topShare([1, 3, 2, 4], 0.25)).toBe(0.4);
  expect(topShare([1, 3, 2, 4], 0.3)).toBeCloseTo((4 + 0.2 * 3) / 10, 14);
  expect(topShare([5, 5, 5], 0.2)).toBeCloseTo(0.2, 14);
  expect(gini([5, 5, 5])).toBe(0);
  expect(gini([0, 0, 9])).toBeCloseTo(2 / 3, 14);
});

it("has R's whale curve", () => {
  const { profit, cum_share, peak } = metrics.whale;
  const shuffled = [...profit].reverse();
  const curve = whaleCurve(shuffled);
  if ("refused" in curve) throw new Error("refused");
  expect(worstRelativeError(curve.cumulativeShare, cum_share)).toBeLessThan(1e-12);
  expect(curve.peak).toBeCloseTo(peak, 14);
  expect(shuffled[curve.order[0]!]).toBe(500);
});

it("refuses totals that are none", () => {
  expect(whaleCurve([1, -2])).toMatchObject({ refused: "no-base" });
  expect(whaleCurve([])).toMatchObject({ refused: "no-base" });
  expect(topShare([0, 0], 0.2)).toMatchObject({ refused: "no-base" });
  expect(gini([])).toMatchObject({ refused: "no-base" });
  expect(() => gini([1, -1])).toThrow(/values/);
  expect(() => topShare([1], 1)).toThrow(/fraction/);
  expect(() => whaleCurve([Number.NaN])).toThrow(/profits/);
  expect(() => logNormalSigmaForShare(0.1, 0.2)).toThrow(/share/);
});
