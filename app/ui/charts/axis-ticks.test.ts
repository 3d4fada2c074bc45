import { describe, expect, it } from "vitest";
import { niceTicks, tickDecimals } from "./axis-ticks";

describe("niceTicks", () => {
  it.each([
    [0, 11.2, [0, 5, 10, 15]],
    [0, 0.9, [0, 0.5, 1]],
    [3.4, 4.6, [3, 3.5, 4, 4.5, 5]],
    [-30, 60, [-50, 0, 50, 100]],
    [0, 0, [0, 1]],
  ])("%d to %d", (min, max, expected) => {
    expect(niceTicks(min, max)).toEqual(expected);
  });
});

it("writes all labels of an axis with the decimals that one of them needs", () => {
  expect([tickDecimals([0, 0.05, 0.1]), tickDecimals([0, 20])]).toEqual([2, 0]);
});
