import { describe, expect, it } from "vitest";
import type { Check } from "../result";
import { gradeOf, verdictOf, weakeningsOf } from "./grade-effect";

const check = (name: Check["name"], passed: boolean | null): Check => ({
  name,
  estimate: 0,
  lower: 0,
  upper: 0,
  p: 0.5,
  passed,
});

describe("gradeOf", () => {
  it("gives A to an event study, B to differences within, C to association", () => {
    expect([gradeOf("event_study", []), gradeOf("within", []), gradeOf("association", [])]).toEqual([
      "A",
      "B",
      "C",
    ]);
  });

  it("takes the claim of cause away where the months before were not flat", () => {
    expect(gradeOf("event_study", ["pre_trend_not_flat"])).toBe("C");
    expect(gradeOf("event_study", ["placebo_not_flat"])).toBe("C");
    expect(gradeOf("within", ["lead_not_flat"])).toBe("C");
  });

  it("takes only the A where the months before cannot be seen", () => {
    expect(gradeOf("event_study", ["pre_trend_could_not_be_seen"])).toBe("B");
    expect(gradeOf("association", ["pre_trend_could_not_be_seen"])).toBe("C");
  });

  it("leaves the grade alone for few units, which are marked instead", () => {
    expect(gradeOf("within", ["few_units", "few_clusters"])).toBe("B");
  });
});

describe("weakeningsOf", () => {
  it("marks 9 units as too few, 29 as few, 30 as enough", () => {
    expect(weakeningsOf(9, 100, [])).toEqual(["too_few_units"]);
    expect(weakeningsOf(29, 100, [])).toEqual(["few_units"]);
    expect(weakeningsOf(30, 100, [])).toEqual([]);
  });

  it("marks fewer than 40 clusters", () => {
    expect(weakeningsOf(100, 39, [])).toEqual(["few_clusters"]);
  });

  it("counts a failed check and not one that is for information", () => {
    expect(weakeningsOf(100, 100, [check("lead", false), check("pooled", null)])).toEqual(["lead_not_flat"]);
  });
});

describe("verdictOf", () => {
  const effect = { grade: "A" as const, p: 0.01, q: 0.03, weakened: [] };

  it("lets the grade choose the verb of what is found", () => {
    expect(verdictOf(effect)).toBe("moves");
    expect(verdictOf({ ...effect, grade: "B" })).toBe("differs");
    expect(verdictOf({ ...effect, grade: "C" })).toBe("goes_with");
  });

  it("goes by q and not by p within a family", () => {
    expect(verdictOf({ ...effect, q: 0.06 })).toBe("none");
    expect(verdictOf({ ...effect, q: null })).toBe("moves");
  });

  it("claims nothing of fewer than ten units, however small p is", () => {
    expect(verdictOf({ ...effect, q: 0, weakened: ["too_few_units"] })).toBe("side_by_side");
  });

  it("finds nothing where p is not a number", () => {
    expect(verdictOf({ ...effect, p: Number.NaN, q: null })).toBe("none");
  });
});
