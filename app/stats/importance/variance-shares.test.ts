import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { type DriverImportanceInput, driverImportance } from "./driver-importance";
import { relativeWeights, shapleyImportance } from "./variance-shares";

const inputs = readReference("inputs");
const expected = readReference("expected").key_driver;

const data = (set: "swiss" | "mtcars") => ({
  outcome: inputs[set][set === "swiss" ? "Fertility" : "mpg"] as number[],
  predictors: expected[set].predictors.map((name: string) => inputs[set][name]) as number[][],
});

describe.each(["swiss", "mtcars"] as const)("shares of R² on %s", (set) => {
  it("are R's LMG and Johnson weights", () => {
    const wanted = expected[set];
    const lmg = answered(shapleyImportance(data(set)));
    expectClose(lmg.importance, wanted.lmg);
    expectClose(lmg.share, wanted.lmg_share);
    expectClose(lmg.standardisedCoefficient, wanted.std_beta);
    expectClose(lmg.correlation, wanted.zero_order_r);
    const johnson = answered(relativeWeights(data(set)));
    expectClose(johnson.importance, wanted.johnson_relative_weights);
    expectClose(johnson.share, wanted.rw_share);
    for (const fit of [lmg, johnson]) {
      expectClose([fit.rSquared, fit.importance.reduce((a, b) => a + b, 0)], [wanted.r2, wanted.r2]);
      expect(fit.interpretation).toBe("association");
    }
  });

  it("do not depend on units, order of rows or of predictors, and take weights as copies", () => {
    const { outcome, predictors } = data(set);
    for (const method of [shapleyImportance, relativeWeights]) {
      const plain = answered(method({ outcome, predictors })).importance;
      const moved = answered(
        method({
          outcome: outcome.map((y) => 1e6 - 40 * y).reverse(),
          predictors: predictors.map((x) => x.map((value) => 1e-5 * value + 3).reverse()),
        }),
      );
      expectClose(moved.importance, plain);
      const swapped = answered(method({ outcome, predictors: [...predictors].reverse() }));
      expectClose([...swapped.importance].reverse(), plain, 1e-10);
      const weights = outcome.map((_, i) => 1 + (i % 3));
      const repeat = (x: number[]) => x.flatMap((value, i) => Array(1 + (i % 3)).fill(value) as number[]);
      const weighted = answered(method({ outcome, predictors, weights }));
      const copied = answered(method({ outcome: repeat(outcome), predictors: predictors.map(repeat) }));
      expectClose(weighted.importance, copied.importance, 1e-10);
      expect(weighted.n).toBe(copied.n);
    }
  });
});

/** 15 equicorrelated predictors with known coefficients. */
function manyPredictors(rows: number, p: number, seed = 5) {
  const g = createGenerator(seed);
  const predictors = Array.from({ length: p }, () => new Float64Array(rows));
  const outcome = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const shared = drawNormal(g);
    let y = drawNormal(g);
    for (let j = 0; j < p; j++) {
      const x = 0.6 * shared + drawNormal(g);
      predictors[j]![i] = x;
      y += x * (j / p);
    }
    outcome[i] = y;
  }
  return { outcome, predictors };
}

describe("many predictors", () => {
  it("15 are shared out by all 32,768 subsets and add up", () => {
    const fit = answered(shapleyImportance(manyPredictors(400, 15)));
    expect(fit.importance.reduce((a, b) => a + b, 0)).toBeCloseTo(fit.rSquared, 12);
  });

  it("16 go to Johnson's weights, and Shapley says so", () => {
    const rows = manyPredictors(300, 16);
    expect(() => shapleyImportance(rows)).toThrow(/predictors/);
    const fit = answered(driverImportance({ ...rows, generator: createGenerator(1), replicates: 19 }));
    expect(fit.method).toBe("Johnson relative weights");
  });

  it("uncorrelated predictors get their own r²", () => {
    const predictors = [
      [1, 1, 1, 1, -1, -1, -1, -1],
      [1, 1, -1, -1, 1, 1, -1, -1],
    ];
    const outcome = [4, 3, 1, 2, 0, -1, -2, 1];
    const fit = answered(shapleyImportance({ outcome, predictors }));
    expectClose(
      fit.importance,
      fit.correlation.map((r) => r * r),
      1e-12,
    );
    expectClose(answered(relativeWeights({ outcome, predictors })).importance, fit.importance, 1e-12);
  });
});

describe("driverImportance", () => {
  it("repeats with its seed, and with rows of one cluster drawn together is wider when they are alike", () => {
    const base = manyPredictors(60, 3);
    const five = (x: Float64Array) => Float64Array.from({ length: 300 }, (_, i) => x[Math.floor(i / 5)]!);
    const copied = { outcome: five(base.outcome), predictors: base.predictors.map(five) };
    const run = (extra: Partial<DriverImportanceInput>) =>
      answered(driverImportance({ ...copied, generator: createGenerator(9), replicates: 299, ...extra }));
    const cluster = Float64Array.from({ length: 300 }, (_, i) => Math.floor(i / 5));
    const together = run({ cluster });
    expect(run({ cluster }).importanceEstimate).toEqual(together.importanceEstimate);
    expect(together.clusters).toBe(60);
    const apart = run({});
    together.importanceEstimate.forEach((estimate, j) => {
      expect(estimate.standardError).toBeGreaterThan(1.5 * apart.importanceEstimate[j]!.standardError);
    });
  });

  it("covers the planted shares", () => {
    // x₁, x₂ independent with coefficients 1 and 2, error variance 4: r² are 1/9 and 4/9.
    const g = createGenerator(21);
    const runs = 150;
    let inside = 0;
    for (let run = 0; run < runs; run++) {
      const rows = { outcome: [] as number[], predictors: [[], []] as number[][] };
      for (let i = 0; i < 150; i++) {
        const [a, b] = [drawNormal(g), drawNormal(g)];
        rows.predictors[0]!.push(a);
        rows.predictors[1]!.push(b);
        rows.outcome.push(a + 2 * b + 2 * drawNormal(g));
      }
      const fit = answered(driverImportance({ ...rows, generator: g.split(run), replicates: 199 }));
      const { lower, upper } = fit.importanceEstimate[1]!.interval;
      if (lower <= 4 / 9 && 4 / 9 <= upper) inside++;
    }
    expect(inside / runs).toBeGreaterThan(0.88);
  });
});

describe("malformed columns", () => {
  const { outcome, predictors } = data("swiss");
  const generator = createGenerator(1);
  const methods = [
    shapleyImportance,
    relativeWeights,
    (d: typeof fine) => driverImportance({ ...d, generator }),
  ];
  const fine = { outcome, predictors };

  it("are refused with their numbers", () => {
    for (const method of methods) {
      expect(method({ outcome: [], predictors: [[]] })).toMatchObject({ refused: "too-few-observations" });
      expect(method({ outcome: [1], predictors: [[2]] })).toMatchObject({ refused: "too-few-observations" });
      expect(method({ ...fine, outcome: outcome.map(() => 7.1) })).toMatchObject({
        refused: "no-variation",
        detail: { outcome: true, predictors: [] },
      });
      expect(method({ ...fine, predictors: [predictors[0]!, outcome.map(() => 1e9)] })).toMatchObject({
        refused: "no-variation",
        detail: { predictors: [1] },
      });
      const sum = predictors[0]!.map((x, i) => x - 2 * predictors[1]![i]!);
      expect(method({ ...fine, predictors: [predictors[0]!, predictors[1]!, sum] })).toMatchObject({
        refused: "rank-deficient",
        detail: { predictors: [2] },
      });
    }
    expect(driverImportance({ ...fine, generator, cluster: outcome.map(() => 1) })).toMatchObject({
      refused: "too-few-clusters",
    });
  });

  it("are thrown at, by name", () => {
    for (const method of methods) {
      expect(() => method({ ...fine, predictors: [] })).toThrow(/^predictors/);
      expect(() => method({ ...fine, predictors: [[1, 2]] })).toThrow(/^predictors\[0\]/);
      expect(() => method({ ...fine, outcome: outcome.map(() => Number.NaN) })).toThrow(/^outcome/);
      expect(() => method({ ...fine, predictors: [outcome.map(() => Number.POSITIVE_INFINITY)] })).toThrow(
        /^predictors\[0\]/,
      );
    }
    expect(() => shapleyImportance({ ...fine, weights: outcome.map(() => 0) })).toThrow(/^weights/);
    expect(() => driverImportance({ ...fine, generator, replicates: 3 })).toThrow(/^replicates/);
    expect(() => driverImportance({ ...fine, generator, level: 0 })).toThrow(/^level/);
    expect(() => driverImportance({ ...fine, generator, cluster: [1] })).toThrow(/^cluster/);
  });
});
