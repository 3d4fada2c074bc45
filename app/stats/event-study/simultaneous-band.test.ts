import { describe, expect, it } from "vitest";
import { readReference } from "../../../tests/reference/read-reference";
import { normalQuantile } from "../distributions/normal";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import type { Estimate } from "../result";
import { noncentralChiSquareUpper, noncentralityForPower } from "./noncentral-chi-square";
import { simultaneousBand } from "./simultaneous-band";

const { noncentral } = readReference("event-study");

/** Effects whose influences are independent normals: the critical value is known. */
function independent(count: number, clusters: number, scale = 1) {
  const g = createGenerator(11);
  const influence = Float64Array.from({ length: count * clusters }, () => scale * drawNormal(g));
  const effects = Array.from({ length: count }, (_, k): Estimate => {
    const column = influence.subarray(k * clusters, (k + 1) * clusters);
    const standardError = Math.sqrt(column.reduce((sum, x) => sum + x * x, 0));
    return {
      estimate: k,
      standardError,
      interval: { lower: k, upper: k, level: 0.95 },
      degreesOfFreedom: Number.POSITIVE_INFINITY,
      n: clusters,
      method: "",
      warnings: [],
    };
  });
  return { effects, influence, clusters };
}

describe("simultaneousBand", () => {
  for (const count of [1, 5, 12]) {
    it(`has the critical value of the largest of ${count} independent normals`, () => {
      const band = simultaneousBand({
        ...independent(count, 400),
        generator: createGenerator(3),
        replicates: 4999,
      });
      const known = normalQuantile((1 + 0.95 ** (1 / count)) / 2);
      expect(band).toMatchObject({ warnings: [] });
      if ("criticalValue" in band) expect(Math.abs(band.criticalValue - known)).toBeLessThan(0.08);
    });
  }

  it("does not depend on the unit of the effects and repeats with its seed", () => {
    const [a, b] = [1, 1e6].map((scale) =>
      simultaneousBand({ ...independent(4, 50, scale), generator: createGenerator("x"), replicates: 99 }),
    );
    if (!("criticalValue" in a!) || !("criticalValue" in b!)) throw new Error("refused");
    expect(a.criticalValue).toBeCloseTo(b.criticalValue, 10);
  });

  it("leaves an effect without error as a point", () => {
    const given = independent(3, 60);
    given.influence.fill(0, 60, 120);
    const effects = given.effects.map((effect, k) => (k === 1 ? { ...effect, standardError: 0 } : effect));
    const band = simultaneousBand({ ...given, effects, generator: createGenerator(1) });
    if (!("intervals" in band)) throw new Error("refused");
    expect(band.intervals[1]).toEqual({ lower: 1, upper: 1, level: 0.95 });
  });

  it("refuses and throws", () => {
    const given = { ...independent(2, 60), generator: createGenerator(1) };
    const still = given.effects.map((effect) => ({ ...effect, standardError: 0 }));
    expect(simultaneousBand({ ...given, effects: still })).toMatchObject({ refused: "no-variation" });
    expect(simultaneousBand({ ...independent(2, 1), generator: createGenerator(1) })).toMatchObject({
      refused: "too-few-clusters",
    });
    expect(() => simultaneousBand({ ...given, replicates: 5 })).toThrow(/replicates/);
    expect(() => simultaneousBand({ ...given, level: 1 })).toThrow(/level/);
    expect(() => simultaneousBand({ ...given, clusters: 61 })).toThrow(/influence/);
  });
});

describe("noncentral chi-square", () => {
  it("has R's upper tail", () => {
    noncentral.upper.forEach((upper: number, i: number) => {
      const got = noncentralChiSquareUpper(noncentral.x[i], noncentral.df[i], noncentral.ncp[i]);
      expect(Math.abs(got - upper)).toBeLessThan(1e-8 * upper + 1e-300);
    });
  });

  it("finds the noncentrality of a power", () => {
    const lambda = noncentralityForPower(3, 7.814727903251179, 0.8);
    expect(noncentralChiSquareUpper(7.814727903251179, 3, lambda)).toBeCloseTo(0.8, 12);
  });
});
