import { describe, expect, it } from "vitest";
import { buildEffect, buildSpecResult } from "../../../../../tests/builders/driver-results";
import { type DriverEffect, isRefusedEffect } from "../result";
import { protectEffects } from "./protect-effects";

function shown(parts: Partial<DriverEffect> & { exposure: string }) {
  const [result] = protectEffects([buildSpecResult({ spec: "satisfaction", effects: [buildEffect(parts)] })]);
  return result!.effects[0]!;
}

describe("what surveys and pay say", () => {
  it.each([
    "engagement",
    "values_alignment",
    "pay_position",
  ])("of %s has no range: its ends are people", (exposure) => {
    const effect = shown({ exposure, employees: 200 });
    expect(isRefusedEffect(effect)).toBe(false);
    expect((effect as DriverEffect).exposureRange).toBeNull();
  });

  it("is no effect of fewer than five people, and keeps its place", () => {
    const effect = shown({ exposure: "engagement", employees: 4 });
    expect(isRefusedEffect(effect)).toBe(true);
    expect(effect.key).toBe("satisfaction.engagement");
    expect(JSON.stringify(effect)).not.toMatch(/estimate|checks/);
  });

  it("is no reason to hide what may be known of people", () => {
    const effect = shown({ exposure: "training", employees: 4 }) as DriverEffect;
    expect(effect.exposureRange).not.toBeNull();
  });
});
