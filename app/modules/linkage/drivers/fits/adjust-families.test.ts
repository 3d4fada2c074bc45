import { describe, expect, it } from "vitest";
import type { DriverEffect, SpecResult } from "../result";
import { adjustFamilies } from "./adjust-families";

const effect = (p: number) =>
  ({ p, q: null, grade: "B", weakened: [], verdict: "none" }) as unknown as DriverEffect;
const result = (family: string | null, ...effects: unknown[]) =>
  ({ specification: { family }, effects, retention: [] }) as unknown as SpecResult;

describe("adjustFamilies", () => {
  it("adjusts over all analyses of a family: of 0.01, 0.02, 0.03 and 0.9 the first three become 0.04", () => {
    const [first, second] = adjustFamilies([
      result("drivers", effect(0.01), effect(0.9)),
      result("drivers", effect(0.03), effect(0.02)),
    ]);
    const q = [...first!.effects, ...second!.effects].map((one) => (one as DriverEffect).q!);
    expect(q[0]).toBeCloseTo(0.04, 12);
    expect(q[1]).toBeCloseTo(0.9, 12);
    expect(q[2]).toBeCloseTo(0.04, 12);
    expect(q[3]).toBeCloseTo(0.04, 12);
  });

  it("gives what R's p.adjust gives", () => {
    const [only] = adjustFamilies([
      result("drivers", ...[0.001, 0.012, 0.03, 0.04, 0.2, 0.9].map((p) => effect(p))),
    ]);
    // p.adjust(c(.001, .012, .03, .04, .2, .9), "BH")
    const expected = [0.006, 0.036, 0.06, 0.06, 0.24, 0.9];
    for (const [at, one] of only!.effects.entries())
      expect((one as DriverEffect).q).toBeCloseTo(expected[at]!, 12);
  });

  it("keeps families apart: one test alone keeps its p", () => {
    const [, leaving] = adjustFamilies([
      result("drivers", effect(0.5), effect(0.5)),
      result("leaving", effect(0.04)),
    ]);
    expect((leaving!.effects[0] as DriverEffect).q).toBeCloseTo(0.04, 12);
    expect((leaving!.effects[0] as DriverEffect).verdict).toBe("differs");
  });

  it("counts what was refused as no test", () => {
    const refused = { key: "x", refused: { code: "no_survey", detail: {} } };
    const [only] = adjustFamilies([result("drivers", refused, effect(0.03))]);
    expect((only!.effects[1] as DriverEffect).q).toBeCloseTo(0.03, 12);
  });

  it("gives no q outside of a family", () => {
    const [alone] = adjustFamilies([result(null, effect(0.001))]);
    expect((alone!.effects[0] as DriverEffect).q).toBeNull();
  });
});
