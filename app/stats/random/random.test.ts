import { describe, expect, it } from "vitest";
import { betaCdf } from "../distributions/beta";
import { gammaCdf } from "../distributions/gamma";
import { normalCdf } from "../distributions/normal";
import { poissonCdf } from "../distributions/poisson";
import { fromColumns } from "../linear-algebra/matrix";
import {
  drawBeta,
  drawExponential,
  drawGamma,
  drawLogNormal,
  drawMultivariateNormal,
  drawNormal,
  drawPoisson,
  multivariateNormalSampler,
} from "./draws";
import { createGenerator } from "./generator";

/** Kolmogorov and Smirnov's distance times √n: above 1.95 once in a thousand. */
function distance(draws: number[], cdf: (x: number) => number): number {
  const sorted = Float64Array.from(draws).sort();
  let worst = 0;
  sorted.forEach((x, i) => {
    worst = Math.max(worst, cdf(x) - i / sorted.length, (i + 1) / sorted.length - cdf(x));
  });
  return worst * Math.sqrt(sorted.length);
}
const many = (n: number, draw: () => number) => Array.from({ length: n }, draw);

describe("the generator", () => {
  it("repeats itself from its seed, and only from it", () => {
    const first = createGenerator("seed");
    const again = createGenerator("seed");
    expect(many(5, () => first.uniform())).toEqual(many(5, () => again.uniform()));
    expect(createGenerator(1).uniform()).not.toBe(createGenerator("1").uniform());
    expect(createGenerator(1).uniform()).not.toBe(createGenerator(2).uniform());
  });
  it("keeps these very numbers: a change would move every published simulation", () => {
    const g = createGenerator(20);
    expect([g.int(1000), g.int(1000), g.int(1000), g.split("a").int(1000)]).toMatchInlineSnapshot(`
      [
        621,
        249,
        70,
        615,
      ]
    `);
  });
  it("splits by label, not by position", () => {
    const g = createGenerator(1);
    const before = g.split("boot").uniform();
    g.uniform();
    expect(g.split("boot").uniform()).toBe(before);
    expect(g.split("other").uniform()).not.toBe(before);
    expect(g.split(1).uniform()).not.toBe(g.split("1").uniform());
    expect(g.split("a").split("b").uniform()).not.toBe(g.split("a/b").uniform());
  });
  it("is uniform, inside the open interval, and unrelated to its splits", () => {
    const g = createGenerator(7);
    const draws = many(50_000, () => g.uniform());
    expect(distance(draws, (x) => x)).toBeLessThan(1.95);
    expect(Math.min(...draws)).toBeGreaterThan(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    // First numbers of neighbouring splits, and lag one within a stream.
    expect(
      distance(
        many(20_000, () => 0).map((_, i) => g.split(i).uniform()),
        (x) => x,
      ),
    ).toBeLessThan(1.95);
    const lag =
      draws.slice(1).reduce((sum, u, i) => sum + (u - 0.5) * (draws[i]! - 0.5), 0) / (draws.length / 12);
    expect(Math.abs(lag) * Math.sqrt(draws.length)).toBeLessThan(3.3);
  });
  it("favours no whole number", () => {
    const g = createGenerator("int");
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[g.int(7)]! += 1;
    const chi = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(22.5);
    expect(g.int(1)).toBe(0);
    expect(() => g.int(0)).toThrow(/maxExclusive/);
    expect(() => createGenerator(Number.NaN)).toThrow(/seed/);
  });
});

describe("draws follow their distributions", () => {
  const g = createGenerator("draws");
  it("normal, exponential, log-normal", () => {
    expect(
      distance(
        many(20_000, () => drawNormal(g)),
        (x) => normalCdf(x),
      ),
    ).toBeLessThan(1.95);
    expect(
      distance(
        many(20_000, () => drawExponential(g, 3)),
        (x) => gammaCdf(x, 1, 3),
      ),
    ).toBeLessThan(1.95);
    expect(
      distance(
        many(20_000, () => drawLogNormal(g, 1, 0.5)),
        (x) => normalCdf((Math.log(x) - 1) / 0.5),
      ),
    ).toBeLessThan(1.95);
  });
  it.each([0.05, 0.8, 1, 3.3, 150])("gamma of shape %d", (shape) => {
    expect(
      distance(
        many(10_000, () => drawGamma(g, shape, 2)),
        (x) => gammaCdf(x, shape, 2),
      ),
    ).toBeLessThan(1.95);
  });
  it.each([
    [0.3, 0.4],
    [1, 5],
    [40, 60],
  ])("beta of %d and %d", (a, b) => {
    expect(
      distance(
        many(10_000, () => drawBeta(g, a, b)),
        (x) => betaCdf(x, a, b),
      ),
    ).toBeLessThan(1.95);
  });
  it.each([0.4, 9, 10, 300])("Poisson of mean %d", (mean) => {
    const draws = many(20_000, () => drawPoisson(g, mean));
    for (const share of [0.8, 1, 1.15]) {
      const count = Math.floor(mean * share);
      const p = poissonCdf(count, mean);
      const seen = draws.filter((x) => x <= count).length / draws.length;
      expect(Math.abs(seen - p)).toBeLessThan(3.5 * Math.sqrt((p * (1 - p)) / draws.length) + 1e-4);
    }
  });
  it("multivariate normal, also of a singular covariance", () => {
    const covariance = fromColumns([
      [2, 0.6, 1.2],
      [0.6, 1, 0.1],
      [1.2, 0.1, 3],
    ]);
    const sample = multivariateNormalSampler([1, 2, 3], covariance);
    const draws = many(20_000, () => 0).map(() => sample(g));
    for (let i = 0; i < 3; i++) {
      expect(
        distance(
          draws.map((d) => d[i]!),
          (x) => normalCdf((x - i - 1) / Math.sqrt(covariance.values[4 * i]!)),
        ),
      ).toBeLessThan(1.95);
    }
    const cross = draws.reduce((sum, d) => sum + (d[0]! - 1) * (d[2]! - 3), 0) / draws.length;
    expect(Math.abs(cross - 1.2)).toBeLessThan(0.08);
    const [one, two] = drawMultivariateNormal(
      g,
      [0, 0],
      fromColumns([
        [1, 2],
        [2, 4],
      ]),
    );
    expect(two).toBeCloseTo(2 * one!, 10);
  });
  it("names what is wrong", () => {
    expect(() => drawGamma(g, 0, 1)).toThrow(/shape/);
    expect(() => drawBeta(g, 1, Infinity)).toThrow(/b:/);
    expect(() => drawPoisson(g, -1)).toThrow(/mean/);
    expect(() => drawExponential(g, 0)).toThrow(/rate/);
    expect(() => drawLogNormal(g, Number.NaN, 1)).toThrow(/meanLog/);
    expect(() =>
      drawMultivariateNormal(
        g,
        [1],
        fromColumns([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toThrow(/covariance/);
  });
});
