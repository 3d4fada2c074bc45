import { describe, expect, it } from "vitest";
import { isDominated } from "./dominance";

describe("isDominated", () => {
  it("finds one of six who holds 81 of 100", () => expect(isDominated([81, 4, 4, 4, 4, 3])).toBe(true));
  it("lets 80 of 100 pass where the rest is spread: 20 − 4 ≥ 8", () =>
    expect(isDominated([80, 4, 4, 4, 4, 4])).toBe(false));
  it("finds two who know each other: 60 + 38 of 100 leaves 2 < 6 to hide the first from the second", () =>
    expect(isDominated([60, 38, 1, 1])).toBe(true));
  it("takes five equal ones as safe, and nothing as nothing", () => {
    expect(isDominated([1, 1, 1, 1, 1])).toBe(false);
    expect(isDominated([0, 0])).toBe(false);
    expect(isDominated([])).toBe(false);
  });
  it("does not care about signs", () => expect(isDominated([-81, 4, -4, 4, 4, 3])).toBe(true));
});
