import { describe, expect, it } from "vitest";
import { suppressCells, suppressGroups } from "./suppression";

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
    expect(verdicts({ a: 9, b: 10 }, { kind: "comments", isTotalShown: false })).toEqual({
      a: "too_few",
      b: "shown",
    });
  });
});

const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `p${from + index}`);
const decide = (cells: Parameters<typeof suppressCells>[0]) => Object.fromEntries(suppressCells(cells));

describe("suppressCells", () => {
  it("hides a unit before and after one person moved: 12 against 11 would tell the twelfth", () => {
    expect(
      decide([
        { key: "before", members: people(1, 12) },
        { key: "after", members: people(1, 11) },
      ]),
    ).toEqual({ before: "shown", after: "differencing" });
  });

  it("hides a unit that is its region but for three people: 20 − 17", () => {
    expect(
      decide([
        { key: "region", members: people(1, 20) },
        { key: "unit", members: people(1, 17) },
      ]),
    ).toEqual({ region: "shown", unit: "differencing" });
  });

  it("sees through two filters: region 20 = women 10 + men 10 = north 10 + south 10, where they differ by one person each way", () => {
    const verdict = decide([
      { key: "north", members: people(1, 10) },
      { key: "women", members: [...people(1, 9), "p11"] },
    ]);
    expect(verdict).toEqual({ north: "shown", women: "differencing" });
  });

  it("sees through three cells that no pair gives away: (a + b) + (b + c) − (a + c) is twice b, three people", () => {
    const a = people(1, 9);
    const b = people(11, 13);
    const c = people(21, 27);
    const verdict = decide([
      { key: "ab", members: [...a, ...b] },
      { key: "bc", members: [...b, ...c] },
      { key: "ac", members: [...a, ...c] },
    ]);
    expect(Object.values(verdict).filter((each) => each === "shown")).toHaveLength(2);
  });

  it("sees what a new cell makes of those before it: company 14 − north 6 − south two 5 leaves three people", () => {
    const verdict = decide([
      { key: "company", members: people(1, 14) },
      { key: "west", members: people(1, 2) },
      { key: "north", members: people(3, 8) },
      { key: "north one", members: people(3, 7) },
      { key: "south", members: people(9, 14) },
      { key: "south one", members: people(9, 9) },
      { key: "south two", members: people(10, 14) },
      { key: "moved", members: people(11, 14) },
      { key: "new", members: ["p12", "p14"], kind: "split" },
    ]);
    expect(verdict).toMatchObject({ company: "shown", north: "shown", "south two": "complementary" });
  });

  it("takes ten for a group split by a second filter, and hides the other side of the split", () => {
    expect(
      decide([
        { key: "unit", members: people(1, 30) },
        { key: "under a year", members: people(1, 8), kind: "split" },
        { key: "over a year", members: people(9, 30), kind: "split" },
      ]),
    ).toEqual({ unit: "shown", "under a year": "too_few", "over a year": "complementary" });
  });

  it("knows that a second filter everybody passes splits nothing", () => {
    expect(
      decide([
        { key: "unit", members: people(1, 7) },
        { key: "all of it", members: people(1, 7), kind: "split" },
      ]),
    ).toEqual({ unit: "shown", "all of it": "shown" });
  });

  it("hides a sum that one person makes up, and what would give it away", () => {
    const pay = [900, 20, 20, 20, 20, 20];
    expect(
      decide([
        { key: "all", members: people(1, 16) },
        { key: "dominated", members: people(1, 6), contributions: pay },
        { key: "rest", members: people(7, 16) },
      ]),
    ).toEqual({ all: "shown", dominated: "dominance", rest: "complementary" });
  });

  it("gives the same answer in whatever order the cells come", () => {
    const cells = [
      { key: "all", members: people(1, 24) },
      { key: "a", members: people(1, 9) },
      { key: "b", members: people(10, 21) },
      { key: "c", members: people(22, 24) },
    ];
    expect(decide([...cells].reverse())).toEqual(decide(cells));
  });
});
