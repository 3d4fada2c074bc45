import { describe, expect, it } from "vitest";
import { suppressGroups } from "./suppression";

const verdicts = (sizes: Record<string, number>, options = {}) =>
  Object.fromEntries(
    suppressGroups(
      Object.entries(sizes).map(([key, n]) => ({ key, n })),
      options,
    ),
  );

describe("suppressGroups", () => {
  it("shows groups of five and hides four", () => {
    expect(verdicts({ a: 5, b: 4 }, { isTotalShown: false })).toEqual({ a: "shown", b: "too_few" });
  });

  it("hides the smallest shown group too where one hidden group stands alone: total 21 − 7 − 10 would give 4 away", () => {
    expect(verdicts({ a: 7, b: 10, c: 4 })).toEqual({ a: "complementary", b: "shown", c: "too_few" });
  });

  it("leaves the rest shown where two hidden groups hold five together: 2 + 3 = 5", () => {
    expect(verdicts({ a: 8, b: 2, c: 3 })).toEqual({ a: "shown", b: "too_few", c: "too_few" });
  });

  it("hides one more where two hidden groups hold fewer than five together: 1 + 2 = 3", () => {
    expect(verdicts({ a: 8, b: 9, c: 1, d: 2 })).toEqual({
      a: "complementary",
      b: "shown",
      c: "too_few",
      d: "too_few",
    });
  });

  it("needs no second hidden group where the empty one is empty: there is nobody to give away", () => {
    expect(verdicts({ a: 8, b: 0 })).toEqual({ a: "shown", b: "too_few" });
  });

  it("takes ten for comments", () => {
    expect(verdicts({ a: 9, b: 10 }, { minimum: 10, isTotalShown: false })).toEqual({
      a: "too_few",
      b: "shown",
    });
  });
});
