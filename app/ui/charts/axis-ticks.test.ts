import { describe, expect, it } from "vitest";
import { niceTicks } from "./axis-ticks";

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
