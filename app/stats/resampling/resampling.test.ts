import { describe, expect, it } from "vitest";
import { answered } from "../../../tests/reference/compare";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { bootstrap, clusterBootstrap } from "./bootstrap";
import { permutationTest, permuteWithinStrata } from "./permutation";
import { sampleQuantile } from "./sample-quantile";
import { drawWildWeight } from "./wild-weights";

const meanOf = (values: number[]) => (rows: Int32Array) =>
  rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;

describe("the bootstrap", () => {
  const g = createGenerator("bootstrap");
  const values = Array.from({ length: 200 }, () => drawNormal(g));
  it("finds the standard error of a mean, the same from the same seed", () => {
    const run = () => answered(bootstrap(200, meanOf(values), { generator: createGenerator(5) }));
    const one = run();
    const mean = values.reduce((sum, v) => sum + v, 0) / 200;
    const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 200);
    expect(one.estimate).toBeCloseTo(mean, 14);
    expect(Math.abs(one.standardError / (sd / Math.sqrt(200)) - 1)).toBeLessThan(0.06);
    expect(one.replicates).toEqual(run().replicates);
  });
  it("over clusters widens for what rows share, and takes every row of each", () => {
    const doubled = [...values, ...values];
    const labels = doubled.map((_, i) => i % 200);
    const rows = answered(bootstrap(400, meanOf(doubled), { generator: createGenerator(1) }));
    const clusters = answered(clusterBootstrap(labels, meanOf(doubled), { generator: createGenerator(1) }));
    expect(Math.abs(clusters.standardError / rows.standardError / Math.SQRT2 - 1)).toBeLessThan(0.08);
    const uneven = answered(
      clusterBootstrap(["a", "a", "b"], (drawn) => drawn.length, {
        generator: createGenerator(1),
        replicates: 200,
      }),
    );
    expect(new Set(uneven.replicates)).toEqual(new Set([2, 3, 4]));
  });
  it("covers", () => {
    let covered = 0;
    for (let round = 0; round < 200; round++) {
      const data = Array.from({ length: 60 }, () => drawNormal(g));
      const { lower, upper } = answered(
        bootstrap(60, meanOf(data), { generator: g.split(round), replicates: 299 }),
      ).interval;
      if (lower <= 0 && 0 <= upper) covered += 1;
    }
    expect(covered / 200).toBeGreaterThan(0.89);
  });
  it("counts replicates without an answer and refuses when they are most", () => {
    const some = answered(
      bootstrap(5, (rows) => (new Set(rows).size > 2 ? 1 : Number.NaN), { generator: createGenerator(2) }),
    );
    expect(some.failed).toBeGreaterThan(0);
    expect(some.warnings).toEqual(["failed-replicates"]);
    const options = { generator: createGenerator(1) };
    expect(bootstrap(5, () => Number.NaN, options)).toMatchObject({ refused: "no-variation" });
    expect(bootstrap(0, () => 1, options)).toMatchObject({ refused: "no-base" });
    expect(bootstrap(1, () => 1, options)).toMatchObject({ refused: "too-few-observations" });
    expect(clusterBootstrap([1, 1], () => 1, options)).toMatchObject({ refused: "too-few-clusters" });
    expect(clusterBootstrap([], () => 1, options)).toMatchObject({ refused: "no-base" });
    expect(() => bootstrap(3, () => 1, { ...options, replicates: 1 })).toThrow(/replicates/);
  });
});

describe("permutation within strata", () => {
  it("moves rows inside their strata only, to every order alike", () => {
    const strata = ["n", "s", "n", "s", "n"];
    const g = createGenerator("strata");
    const seen = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const order = permuteWithinStrata(strata, g);
      expect(order.every((from, to) => strata[from] === strata[to])).toBe(true);
      const key = [order[0], order[2], order[4]].join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
  it("has uniform p-values without an effect and small ones with it", () => {
    const g = createGenerator("p");
    let small = 0;
    const strata = Array.from({ length: 40 }, (_, i) => i % 4);
    const treated = Array.from({ length: 40 }, (_, i) => (i % 8 < 4 ? 1 : 0));
    const run = (shift: number, round: number) => {
      const outcome = treated.map((d) => drawNormal(g) + shift * d);
      const gap = (labelOf: Int32Array) =>
        outcome.reduce((sum, y, i) => sum + y * (2 * treated[labelOf[i]!]! - 1), 0) / 20;
      return answered(permutationTest(strata, gap, { generator: g.split(round), permutations: 199 })).p;
    };
    for (let round = 0; round < 300; round++) if (run(0, round) <= 0.1) small += 1;
    expect(small / 300).toBeGreaterThan(0.05);
    expect(small / 300).toBeLessThan(0.15);
    expect(run(3, -1)).toBe(1 / 200);
  });
  it("refuses strata of one row", () => {
    const options = { generator: createGenerator(1) };
    expect(permutationTest([1, 2, 3], () => 1, options)).toMatchObject({ refused: "no-variation" });
    expect(permutationTest([], () => 1, options)).toMatchObject({ refused: "no-variation" });
    expect(() => permutationTest([1, 1], () => 1, { ...options, permutations: 0 })).toThrow(/permutations/);
  });
});

it.each(["rademacher", "mammen", "webb"] as const)("%s weights have mean 0 and variance 1", (kind) => {
  const g = createGenerator(kind);
  const draws = Array.from({ length: 40_000 }, () => drawWildWeight(g, kind));
  const moment = (k: number) => draws.reduce((sum, w) => sum + w ** k, 0) / draws.length;
  expect(Math.abs(moment(1))).toBeLessThan(0.02);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
  if (kind === "mammen") expect(Math.abs(moment(3) - 1)).toBeLessThan(0.06);
});

it("has R's type 7 quantiles", () => {
  // quantile(c(3, 1, 4, 1.5, 9), c(0, .1, .5, .77, 1))
  expect([0, 0.1, 0.5, 0.77, 1].map((p) => sampleQuantile([3, 1, 4, 1.5, 9], p))).toEqual([
    1, 1.2, 3, 4.4, 9,
  ]);
  expect(sampleQuantile([], 0.5)).toBeNaN();
  expect(() => sampleQuantile([1], 2)).toThrow(/p:/);
});
