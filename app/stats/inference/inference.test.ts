import { describe, expect, it } from "vitest";
import { createGenerator } from "~/stats/random/generator";
import { answered, worstRelativeError } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { fromColumns } from "../linear-algebra/matrix";
import { type EValueArguments, eValue } from "./e-value";
import { independenceTest } from "./independence";
import { type Adjustment, adjustPValues } from "./multiple-testing";
import { oneWayAnova } from "./one-way-anova";
import {
  designEffect,
  minimumDetectableEffect,
  schoenfeldDetectableHazardRatio,
  schoenfeldEvents,
  twoProportionDetectableShare,
  twoProportionPower,
  twoProportionSampleSize,
  twoSampleTDetectableDifference,
  twoSampleTPower,
  twoSampleTSampleSize,
} from "./power";
import { rankSumTest } from "./rank-sum";
import { waldInterval } from "./wald";

const expected = readReference("expected");
const { mtcars } = readReference("inputs");
const own = readReference("proportions");

describe("many tests at once", () => {
  const names: [Adjustment, string][] = [
    ["benjamini-hochberg", "BH"],
    ["benjamini-yekutieli", "BY"],
    ["holm", "holm"],
    ["hochberg", "hochberg"],
    ["bonferroni", "bonferroni"],
  ];
  it.each(names)("%s is R's p.adjust", (method, key) => {
    for (const family of Object.values(expected.padjust) as Record<string, number | number[]>[]) {
      const column = (value: number | number[] | undefined) => (Array.isArray(value) ? value : [value!]);
      const { adjusted } = adjustPValues(column(family.p), method);
      expect(worstRelativeError(adjusted, column(family[key]), 1e-15)).toBeLessThan(1e-12);
    }
  });
  it("leaves NaN out of the family and counts it", () => {
    const { adjusted, tested, excluded } = adjustPValues([0.01, Number.NaN, 0.04, Number.NaN]);
    expect(Array.from(adjusted)).toEqual([0.02, Number.NaN, 0.04, Number.NaN]);
    expect([tested, excluded]).toEqual([2, 2]);
    expect(adjustPValues([])).toMatchObject({ tested: 0, excluded: 0 });
  });
  it("follows its rows through any order", () => {
    const p = [0.04, 0.01, 0.03, 0.01, 0.5, 0.2];
    const forward = adjustPValues(p).adjusted;
    expect(Array.from(adjustPValues([...p].reverse()).adjusted).reverse()).toEqual(Array.from(forward));
  });
  it("holds the false discovery rate", () => {
    const g = createGenerator("fdr");
    let rate = 0;
    for (let round = 0; round < 500; round++) {
      // Eighty true nulls, twenty effects with tiny p-values.
      const p = Array.from({ length: 100 }, (_, i) => (i < 80 ? g.uniform() : g.uniform() * 1e-4));
      const found = Array.from(adjustPValues(p).adjusted, (q) => q <= 0.1);
      const all = found.filter(Boolean).length;
      rate += all === 0 ? 0 : found.slice(0, 80).filter(Boolean).length / all / 500;
    }
    expect(rate).toBeGreaterThan(0.06);
    expect(rate).toBeLessThan(0.1);
  });
  it("names a p-value that is none", () => {
    expect(() => adjustPValues([0.1, 1.2])).toThrow(/pValues: row 1/);
  });
});

describe("E-value", () => {
  it("has VanderWeele and Ding's numbers", () => {
    const want = expected.evalue;
    const of = (given: EValueArguments) => eValue(given);
    const published = of({ measure: "risk-ratio", estimate: 3.9, lower: 1.8, upper: 8.7 });
    const hazard = of({ measure: "hazard-ratio", estimate: 1.5, commonOutcome: true });
    const odds = of({ measure: "odds-ratio", estimate: 2, commonOutcome: true });
    const d = of({ measure: "standardised-difference", estimate: 0.3, standardError: 0.1 });
    const got = [
      published.estimate,
      published.nearerLimit,
      of({ measure: "risk-ratio", estimate: 0.8 }).estimate,
    ];
    expect(worstRelativeError(got, [want["rr_3.9"], want["ci_1.8"], want["rr_0.8"]])).toBeLessThan(1e-12);
    expect(
      worstRelativeError(
        [hazard.riskRatio, hazard.estimate],
        [want["hr1.5_common"].rr, want["hr1.5_common"].e],
      ),
    ).toBeLessThan(1e-12);
    expect(
      worstRelativeError([odds.riskRatio, odds.estimate], [want.or2_common.rr, want.or2_common.e]),
    ).toBeLessThan(1e-12);
    expect(
      worstRelativeError(
        [d.riskRatio, d.estimate, d.lower],
        [want["d0.3"].rr, want["d0.3"].e, want["d0.3"]["rr_ci_lower_with_se0.1"]],
      ),
    ).toBeLessThan(1e-12);
  });
  it("is 1 where the interval holds 1, and mirrors below 1", () => {
    expect(eValue({ measure: "risk-ratio", estimate: 1.2, lower: 0.9, upper: 1.6 }).nearerLimit).toBe(1);
    expect(eValue({ measure: "risk-ratio", estimate: 1 }).estimate).toBe(1);
    const above = eValue({ measure: "hazard-ratio", estimate: 2, lower: 1.25, upper: 4 });
    const below = eValue({ measure: "hazard-ratio", estimate: 0.5, lower: 0.25, upper: 0.8 });
    expect([below.estimate, below.nearerLimit]).toEqual([above.estimate, above.nearerLimit]);
    expect(eValue({ measure: "odds-ratio", estimate: 2 }).riskRatio).toBe(2);
    expect(eValue({ measure: "risk-ratio", estimate: 2 }).nearerLimit).toBeNaN();
  });
  it("names wrong arguments", () => {
    expect(() => eValue({ measure: "risk-ratio", estimate: 0 })).toThrow(/estimate/);
    expect(() => eValue({ measure: "risk-ratio", estimate: 2, lower: 3 })).toThrow(/lower/);
    expect(() => eValue({ measure: "risk-ratio", estimate: 2, standardError: 1 })).toThrow(/standardError/);
  });
});

describe("power", () => {
  const want = expected.power;
  it("has R's numbers", () => {
    expect(worstRelativeError([answered(twoSampleTSampleSize(0.2))], [want["t_n_d0.2"]])).toBeLessThan(1e-8);
    expect(worstRelativeError([twoSampleTDetectableDifference(100)], [want.t_mde_n100])).toBeLessThan(1e-8);
    const got = [
      answered(twoProportionSampleSize(0.1, 0.08)),
      twoProportionPower(2000, 0.1, 0.08),
      answered(schoenfeldEvents(1.4, 0.3)),
      minimumDetectableEffect(1),
      minimumDetectableEffect(1, 9),
      designEffect(25, 0.1),
    ];
    const wanted = [want.two_prop_n_per_group, want.two_prop_power_n2000, want.schoenfeld_events];
    expect(
      worstRelativeError(got, [
        ...wanted,
        want.mde_multiplier_80,
        want.mde_cluster_df9,
        want["deff_m25_icc0.1"],
      ]),
    ).toBeLessThan(1e-8);
  });
  it("has R's t and proportion powers at tight tolerances", () => {
    const { t, tn, td, prop, propn, propp2 } = own.power;
    const got = [
      twoSampleTPower(5, 1),
      twoSampleTPower(20, 0.5),
      twoSampleTPower(20, 0.5, 2),
      twoSampleTPower(400, -0.2, 1, { significance: 0.01 }),
    ];
    expect(worstRelativeError(got, t)).toBeLessThan(1e-9);
    expect(
      worstRelativeError(
        [
          answered(twoSampleTSampleSize(0.35, 1.2, { power: 0.9 })),
          twoSampleTDetectableDifference(12, 1.2, { power: 0.9 }),
        ],
        [tn[0], td[0]],
      ),
    ).toBeLessThan(1e-9);
    expect(
      worstRelativeError(
        [twoProportionPower(100, 0.3, 0.5), twoProportionPower(2500, 0.02, 0.03, { significance: 0.1 })],
        prop,
      ),
    ).toBeLessThan(1e-10);
    // power.prop.test solves to 1e-4 of its own; its answer is put back through the power.
    expect(
      worstRelativeError([answered(twoProportionSampleSize(0.3, 0.42, { power: 0.9 }))], propn),
    ).toBeLessThan(1e-5);
    expect(worstRelativeError([answered(twoProportionDetectableShare(300, 0.3))], propp2)).toBeLessThan(1e-8);
  });
  it("answers its own question back", () => {
    const events = answered(schoenfeldEvents(1.3, 0.4));
    expect(schoenfeldDetectableHazardRatio(events, 0.4)).toBeCloseTo(1.3, 12);
    const n = answered(twoProportionSampleSize(0.2, 0.25));
    expect(twoProportionPower(n, 0.2, 0.25)).toBeCloseTo(0.8, 12);
    const small = answered(twoSampleTSampleSize(2.5));
    expect(twoSampleTPower(small, 2.5)).toBeCloseTo(0.8, 10);
  });
  it("refuses a null effect and names wrong arguments", () => {
    expect(twoProportionSampleSize(0.2, 0.2)).toMatchObject({ refused: "no-variation" });
    expect(twoSampleTSampleSize(0)).toMatchObject({ refused: "no-variation" });
    expect(schoenfeldEvents(1)).toMatchObject({ refused: "no-variation" });
    expect(twoProportionDetectableShare(3, 0.99)).toMatchObject({ refused: "not-identified" });
    expect(() => minimumDetectableEffect(0)).toThrow(/standardError/);
    expect(() => twoSampleTPower(1, 1)).toThrow(/n:/);
    expect(() => twoProportionPower(10, 1.2, 0.5)).toThrow(/p1/);
    expect(() => designEffect(5, 2)).toThrow(/intraclass/);
    expect(() => schoenfeldEvents(2, 0)).toThrow(/groupShare/);
    expect(() => minimumDetectableEffect(1, 3, { power: 1 })).toThrow(/power/);
  });
});

describe("classical tests", () => {
  const rows = (am: number) => mtcars.mpg.filter((_: number, i: number) => mtcars.am[i] === am);
  it("has R's chi-square, Wilcoxon and F of mtcars", () => {
    const { chisq_cyl_am, wilcox_mpg_am, anova_mpg_cyl } = expected.misc;
    const table = fromColumns(
      [0, 1].map((am) =>
        [4, 6, 8].map(
          (cyl) => mtcars.cyl.filter((c: number, i: number) => c === cyl && mtcars.am[i] === am).length,
        ),
      ),
    );
    const chi = answered(independenceTest(table));
    expect(
      worstRelativeError(
        [chi.chiSquare, chi.degreesOfFreedom, chi.p],
        [chisq_cyl_am.x2, chisq_cyl_am.df, chisq_cyl_am.p],
      ),
    ).toBeLessThan(1e-10);
    expect(chi.warnings).toEqual(["small-expected-counts"]);
    const w = answered(rankSumTest(rows(0), rows(1)));
    expect(worstRelativeError([w.w, w.p], [wilcox_mpg_am.W, wilcox_mpg_am.p])).toBeLessThan(1e-10);
    const f = answered(oneWayAnova(mtcars.mpg, mtcars.cyl));
    expect(worstRelativeError([f.f, f.p], [anova_mpg_cyl.F, anova_mpg_cyl.p])).toBeLessThan(1e-10);
  });
  it("has R's on other data", () => {
    const chi = answered(independenceTest(fromColumns(own.table)));
    expect(worstRelativeError([chi.chiSquare, chi.p], [own.chisq.x2[0], own.chisq.p[0]])).toBeLessThan(1e-12);
    const w = answered(
      rankSumTest(
        own.x,
        own.z.map((v: number) => v + 1.05),
      ),
    );
    expect(worstRelativeError([w.w, w.p], [own.wilcox.w[0], own.wilcox.p[0]])).toBeLessThan(1e-12);
    const f = answered(oneWayAnova(own.y, own.g));
    expect(
      worstRelativeError(
        [f.f, f.p, f.meanSquareBetween, f.meanSquareWithin],
        [own.anova.f[0], own.anova.p[0], own.anova.msb[0], own.anova.msw[0]],
      ),
    ).toBeLessThan(1e-11);
  });
  it("refuses what is no comparison", () => {
    expect(rankSumTest([], [1])).toMatchObject({ refused: "no-comparison-group" });
    expect(rankSumTest([1, 1], [1])).toMatchObject({ refused: "no-variation" });
    expect(oneWayAnova([1, 2], ["a", "a"])).toMatchObject({ refused: "no-comparison-group" });
    expect(oneWayAnova([1, 2], ["a", "b"])).toMatchObject({ refused: "too-few-observations" });
    expect(oneWayAnova([1, 1, 1], ["a", "b", "a"])).toMatchObject({ refused: "no-variation" });
    expect(
      independenceTest(
        fromColumns([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ refused: "no-base" });
    expect(independenceTest(fromColumns([[3, 4]]))).toMatchObject({ refused: "no-variation" });
    expect(() =>
      independenceTest(
        fromColumns([
          [0.5, 1],
          [1, 1],
        ]),
      ),
    ).toThrow(/table/);
    expect(() => rankSumTest([Number.NaN], [1])).toThrow(/first/);
    expect(() => oneWayAnova([1], [])).toThrow(/groups/);
    expect(() => waldInterval(1, 1, 3, 0)).toThrow(/level/);
  });
});
