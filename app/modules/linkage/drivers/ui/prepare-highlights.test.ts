import { describe, expect, it } from "vitest";
import {
  buildEffect,
  buildRefusedEffect,
  buildRunResults,
  buildSpecResult,
} from "../../../../../tests/builders/driver-results";
import type { DriverEffect, RefusedEffect } from "../result";
import { readForestFilters } from "./forest-filters";
import { prepareForest } from "./prepare-forest";
import { prepareHighlights, prepareLeads } from "./prepare-highlights";

const groupsOf = (effects: readonly (DriverEffect | RefusedEffect)[]) =>
  prepareForest(
    [buildSpecResult({ spec: "satisfaction", effects: [...effects] })],
    readForestFilters(new URLSearchParams()),
  ).groups;

describe("what stands out", () => {
  it("is the best-founded finding of each outcome, the larger of two of one grade", () => {
    const groups = groupsOf([
      buildEffect({ exposure: "training", estimate: 0.04, verdict: "differs", grade: "B" }),
      buildEffect({ exposure: "workload", estimate: -0.06, verdict: "differs", grade: "B" }),
      buildEffect({ exposure: "service_orientation", estimate: 0.3, verdict: "goes_with", grade: "C" }),
      buildEffect({ exposure: "departure_handover_6_11", estimate: -0.9, verdict: "none", grade: "A" }),
    ]);
    expect(prepareHighlights(groups)).toMatchObject([
      { outcome: "satisfaction", best: { exposure: "workload" }, estimated: 4 },
    ]);
  });

  it("is that nothing was found, where nothing was", () => {
    const nothing = groupsOf([buildEffect({ exposure: "training", verdict: "none" })]);
    expect(prepareHighlights(nothing)).toMatchObject([{ best: null, estimated: 1 }]);
    expect(prepareLeads(nothing)).toEqual([]);
  });

  it("leaves out an outcome that could not be looked at", () => {
    expect(
      prepareHighlights(groupsOf([buildRefusedEffect({ exposure: "training", code: "no_training" })])),
    ).toEqual([]);
  });

  it("stands for every outcome of a run", () => {
    const { groups } = prepareForest(buildRunResults(), readForestFilters(new URLSearchParams()));
    expect(prepareHighlights(groups).map(({ outcome }) => outcome)).toEqual([
      "satisfaction",
      "revenue",
      "churn",
    ]);
  });
});

describe("where to begin", () => {
  it("follows from findings alone, and from their direction", () => {
    const found = { verdict: "differs", grade: "B" } as const;
    expect(
      prepareLeads(
        groupsOf([
          buildEffect({ exposure: "training", estimate: 0.04, ...found }),
          buildEffect({ exposure: "departure_handover_0_2", estimate: -0.3, ...found }),
          buildEffect({ exposure: "new_hire_handover", estimate: -0.2, ...found }),
          buildEffect({ exposure: "workload", estimate: 0.06, ...found }),
          buildEffect({ exposure: "vacancy", estimate: -0.2, verdict: "none" }),
        ]),
      ),
    ).toEqual(["handover", "successor", "training"]);
  });

  it("reads a lower churn as the better one, and says nothing of people who leave", () => {
    const churn = { outcome: "churn", verdict: "goes_with", grade: "C" } as const;
    expect(
      prepareLeads(
        groupsOf([
          buildEffect({ exposure: "satisfaction", estimate: -5, ...churn }),
          buildEffect({ exposure: "training", estimate: 2, ...churn }),
          buildEffect({ exposure: "workload", estimate: 9, ...churn, outcome: "leaving" }),
        ]),
      ),
    ).toEqual(["satisfaction"]);
  });
});
