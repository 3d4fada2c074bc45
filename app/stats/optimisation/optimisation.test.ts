import { describe, expect, it } from "vitest";
import { worstRelativeError } from "../../../tests/reference/compare";
import { isRefusal } from "../result";
import { minimise } from "./minimise";
import { hessianFromGradient, numericalGradient } from "./numerical-derivatives";
import { increasingRoot } from "./root";

const rosenbrock = ([x = 0, y = 0]: Float64Array) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;

describe("minimise", () => {
  it("finds Rosenbrock's valley floor without and with a gradient", () => {
    const gradient = ([x = 0, y = 0]: Float64Array) =>
      Float64Array.of(-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x));
    for (const options of [{}, { gradient }]) {
      const found = minimise(rosenbrock, [-1.2, 1], options);
      if (isRefusal(found)) throw new Error(JSON.stringify(found));
      expect(worstRelativeError(found.point, [1, 1])).toBeLessThan(1e-6);
      expect(worstRelativeError(found.hessian.values, [802, -400, -400, 200])).toBeLessThan(1e-5);
    }
  });
  it("keeps to the domain", () => {
    const found = minimise(([x = 0]) => (x > 0 ? x - Math.log(x) : Number.NaN), [30]);
    if (isRefusal(found)) throw new Error(JSON.stringify(found));
    expect(found.point[0]).toBeCloseTo(1, 7);
    expect(found.inverseHessian.values[0]).toBeCloseTo(1, 6);
  });
  it("says so instead of returning where it did not arrive", () => {
    expect(minimise(rosenbrock, [-1.2, 1], { maximumIterations: 3 })).toHaveProperty("refused");
    // Falls for ever; a saddle; a flat direction; a start outside the domain.
    expect(minimise(([x = 0]) => Math.exp(-x), [0], { bound: 20 })).toHaveProperty("refused");
    expect(minimise(([x = 0, y = 0]) => x * x - y * y, [1, 0])).toHaveProperty("refused");
    expect(minimise(([x = 0, y = 0]) => (x + y - 1) ** 2, [3, 4])).toMatchObject({
      refused: "not-identified",
    });
    expect(minimise(() => Number.NaN, [1])).toMatchObject({ refused: "not-converged" });
    expect(() => minimise(rosenbrock, [Number.NaN, 1])).toThrow(/start/);
  });
});

it("differentiates numerically", () => {
  const f = ([x = 0, y = 0]: Float64Array) => Math.exp(x) * Math.sin(y);
  expect(
    worstRelativeError(numericalGradient(f, [0.3, 1.1]), [
      Math.exp(0.3) * Math.sin(1.1),
      Math.exp(0.3) * Math.cos(1.1),
    ]),
  ).toBeLessThan(1e-10);
  const gradient = ([x = 0, y = 0]: Float64Array) =>
    Float64Array.of(Math.exp(x) * Math.sin(y), Math.exp(x) * Math.cos(y));
  const e = Math.exp(0.3);
  const [s, c] = [Math.sin(1.1), Math.cos(1.1)];
  expect(
    worstRelativeError(hessianFromGradient(gradient, [0.3, 1.1]).values, [e * s, e * c, e * c, -e * s]),
  ).toBeLessThan(1e-9);
});

it("finds roots to the last digits", () => {
  expect(increasingRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
  expect(increasingRoot((x) => x, 0, 1)).toBe(0);
  expect(increasingRoot((x) => Math.atan(x - 1e5), 0, 1e9)).toBeCloseTo(1e5, 8);
});
