import { describe, expect, it } from "vitest";
import { createGenerator } from "../random/generator";
import { ascendingOrder, orderByCode } from "./ascending-order";

/** The comparison sort of the language is stable, so it is the answer to compare with. */
function byComparison(keys: Float64Array): number[] {
  return [...keys.keys()].sort((a, b) => keys[a]! - keys[b]!);
}

describe("ascendingOrder", () => {
  const generator = createGenerator(5);
  const draw = (make: () => number) => Float64Array.from({ length: 5000 }, make);
  it.each([
    ["whole days with many ties", draw(() => generator.int(40))],
    ["negative whole numbers", draw(() => generator.int(1000) - 500)],
    ["whole numbers too far apart to count", draw(() => (generator.int(2000) - 1000) * 1e12)],
    ["fractions of either sign", draw(() => generator.uniform() - 0.5)],
    ["very large and very small", draw(() => (generator.uniform() - 0.5) * 10 ** (generator.int(600) - 300))],
    ["both zeros", Float64Array.of(0, -0, 0.5, -0, 0, -0.5)],
    ["one row", Float64Array.of(3)],
    ["no row", new Float64Array(0)],
  ])("%s", (_name, keys) => {
    expect([...ascendingOrder(keys)]).toEqual(byComparison(keys));
  });
});

describe("orderByCode", () => {
  it("keeps the given order within a code", () => {
    const codes = Int32Array.of(1, 0, 1, 0);
    expect([...orderByCode(codes, 2, Uint32Array.of(3, 2, 1, 0))]).toEqual([3, 1, 2, 0]);
  });
});
