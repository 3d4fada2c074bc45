/** With few people the bootstrap has the last word, in one direction only. */
import { describe, expect, it } from "vitest";
import type { CoefficientEstimate } from "~/stats/regression/coefficient-table";
import { ofFewClusters } from "./within-fit";

const own = {
  name: "workload",
  estimate: -0.06,
  standardError: 0.014,
  pValue: 0.002,
  degreesOfFreedom: 11,
  interval: { lower: -0.09, upper: -0.03, level: 0.95 },
} as unknown as CoefficientEstimate;

describe("ofFewClusters", () => {
  it("takes the larger p and the wider limits", () => {
    const wild = { pValue: 0.034, interval: { lower: -0.11, upper: -0.005 } };
    expect(ofFewClusters(own, wild)).toMatchObject({
      pValue: 0.034,
      interval: { lower: -0.11, upper: -0.005, level: 0.95 },
    });
  });
  it("never makes an estimate surer", () => {
    const wild = { pValue: 0.0005, interval: { lower: -0.08, upper: -0.04 } };
    expect(ofFewClusters(own, wild)).toEqual(own);
  });
  it("leaves a limit that the bootstrap could not find", () => {
    const wild = { pValue: 0.2, interval: { lower: Number.NEGATIVE_INFINITY, upper: Number.NaN } };
    expect(ofFewClusters(own, wild).interval).toEqual(own.interval);
  });
  it("changes nothing where people are many", () => {
    expect(ofFewClusters(own, null)).toBe(own);
  });
});
