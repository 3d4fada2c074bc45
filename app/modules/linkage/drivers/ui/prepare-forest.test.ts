import { describe, expect, it } from "vitest";
import { buildEffect, buildRunResults, buildSpecResult } from "../../../../../tests/builders/driver-results";
import { isRefusedEffect } from "../result";
import { axisFor, placeOn } from "./forest-axis";
import { readForestFilters } from "./forest-filters";
import { prepareForest } from "./prepare-forest";

const results = buildRunResults();
const forestOf = (query: string, previous?: typeof results) =>
  prepareForest(results, readForestFilters(new URLSearchParams(query)), previous);
const keysOf = (query: string) =>
  forestOf(query).groups.flatMap(({ rows }) => rows.map(({ effect }) => effect.key));

describe("the forest", () => {
  it("keeps nulls and refusals in their places, whatever was found", () => {
    expect(keysOf("outcome=satisfaction")).toEqual([
      "handovers.departure_handover_0_2",
      "handovers.departure_handover_3_5",
      "satisfaction.workload",
      "satisfaction.tenure",
      "satisfaction.training",
      "satisfaction.engagement",
      "satisfaction_between_people.values_alignment",
      "satisfaction_between_people.pay_position",
      "satisfaction_between_people.service_orientation",
    ]);
  });

  it("groups by outcome, each with its own axis", () => {
    const { groups } = forestOf("");
    expect(groups.map(({ outcome }) => outcome)).toEqual(["satisfaction", "revenue", "churn"]);
    for (const { axis, rows } of groups) {
      expect(axis!.ticks).toContain(0);
      for (const { effect } of rows)
        if (!isRefusedEffect(effect as never)) {
          const { estimate } = effect as { estimate: number };
          expect(estimate).toBeGreaterThan(axis!.min);
          expect(estimate).toBeLessThan(axis!.max);
        }
    }
  });

  it("filters by outcome and grade, hides refusals, and says how many are out of sight", () => {
    expect(keysOf("grade=A")).toEqual([
      "handovers.departure_handover_0_2",
      "handovers.departure_handover_3_5",
    ]);
    expect(keysOf("refused=hide").some((key) => key.includes("service_orientation"))).toBe(false);
    const { hidden } = forestOf("refused=hide");
    expect(hidden).toBe(1);
    expect(keysOf("grade=Z&outcome=nothing")).toEqual(keysOf(""));
  });

  it("counts the tests and those that found nothing, filters or not", () => {
    expect(forestOf("").tests).toEqual({ all: 15, none: 3 });
    expect(forestOf("grade=A").tests).toEqual(forestOf("").tests);
  });

  it("puts the last fit beside the present one", () => {
    const before = [
      buildSpecResult({
        spec: "satisfaction",
        effects: [buildEffect({ exposure: "training", estimate: 0.02 })],
      }),
    ];
    const rows = forestOf("compare=last", before).groups.flatMap((group) => group.rows);
    expect(rows.find(({ effect }) => effect.key === "satisfaction.training")?.last?.estimate).toBe(0.02);
    expect(rows.find(({ effect }) => effect.key === "satisfaction.tenure")?.last).toBeNull();
  });

  it("says by which analysis a question was answered where two answer it", () => {
    const twice = [
      ...results,
      buildSpecResult({
        spec: "satisfaction_again",
        effects: [
          buildEffect({ spec: "satisfaction_again", exposure: "departure_handover_0_2", estimate: -0.2 }),
        ],
      }),
    ];
    const { groups } = prepareForest(twice, readForestFilters(new URLSearchParams()));
    expect(groups[0]!.rows.slice(0, 3).map(({ analysis }) => analysis)).toEqual([
      "handovers",
      "satisfaction_again",
      null,
    ]);
  });
});

describe("an axis", () => {
  it("is cut where one interval would flatten the others", () => {
    const usual = buildEffect({ exposure: "training", estimate: 0.04 });
    const wide = buildEffect({ exposure: "vacancy", estimate: -0.1, lower: -9, upper: 9 });
    const axis = axisFor([usual, wide])!;
    expect(axis.max).toBeLessThan(0.5);
    expect(placeOn(axis, -9)).toBe(0);
    expect(placeOn(axis, 9)).toBe(100);
  });

  it("stands even when nothing was found and nothing moves", () => {
    const flat = buildEffect({
      exposure: "training",
      estimate: 0,
      lower: 0,
      upper: 0,
      verdict: "none",
      minimumDetectable: 0,
    });
    const axis = axisFor([flat])!;
    expect(axis.max).toBeGreaterThan(axis.min);
    expect(axisFor([])).toBeNull();
  });
});
