import { describe, expect, it } from "vitest";
import { buildEffect, buildSpecResult } from "../../../../tests/builders/driver-results";
import type { DriverEffect } from "../drivers/result";
import { heldEqual } from "./prepare-held-equal";

const key = "satisfaction.departure_handover_0_2";
const resultWith = (parts: Partial<DriverEffect>) =>
  buildSpecResult({
    spec: "satisfaction",
    effects: [buildEffect({ exposure: "departure_handover_0_2", key, estimate: -0.2, ...parts })],
  });

describe("heldEqual", () => {
  it("takes the row whose analysis holds tenure and training equal", () => {
    expect(heldEqual([resultWith({})], "satisfaction")).toMatchObject({ key, estimate: -0.2 });
  });

  it("is silent where the row is shown side by side only, where there is none, and for churn", () => {
    expect(heldEqual([resultWith({ verdict: "side_by_side" })], "satisfaction")).toBeNull();
    expect(heldEqual([], "satisfaction")).toBeNull();
    expect(heldEqual([resultWith({})], "churn")).toBeNull();
  });
});
