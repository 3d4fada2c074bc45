import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { goodmanBacon } from "./goodman-bacon";
import { groupTimeEffects } from "./group-time-effects";
import { sunAbraham } from "./sun-abraham";
import { dynamicTwoWay, staticTwoWay } from "./two-way-contrast";

const mpdta = readReference("inputs").mpdta;
const expected = readReference("expected").event_study_mpdta;
const fixture = readReference("event-study");
const neverAsInfinity = (first: number[]) => first.map((g) => (g === 0 ? Number.POSITIVE_INFINITY : g));
const counties = {
  unit: mpdta.countyreal as number[],
  period: mpdta.year as number[],
  outcome: mpdta.lemp as number[],
  firstTreated: neverAsInfinity(mpdta["first.treat"]),
};
const own = {
  unit: fixture.data.unit as number[],
  period: fixture.data.period as number[],
  outcome: fixture.data.y as number[],
  firstTreated: neverAsInfinity(fixture.data.cohort),
  cluster: fixture.data.cluster as number[],
};
const balanced = {
  unit: fixture.balanced.unit as number[],
  period: fixture.balanced.period as number[],
  outcome: fixture.balanced.y as number[],
  firstTreated: neverAsInfinity(fixture.balanced.cohort),
};

const estimates = (rows: ReadonlyArray<{ estimate: number }>) => rows.map((row) => row.estimate);
const errors = (rows: ReadonlyArray<{ standardError: number }>) => rows.map((row) => row.standardError);

describe("two-way fixed effects, for contrast", () => {
  it("are fixest's on mpdta", () => {
    const still = answered(staticTwoWay(counties));
    expectClose([still.estimate, still.standardError], [expected.twfe_static.coef, expected.twfe_static.se]);
    expect(still.degreesOfFreedom).toBe(499);
    const moving = answered(dynamicTwoWay(counties));
    expectClose(estimates(moving.effects), expected.twfe_event.coef);
    expectClose(errors(moving.effects), expected.twfe_event.se);
  });

  it("are R's with a column per unit on an unbalanced panel clustered above the unit", () => {
    const still = answered(staticTwoWay(own));
    expectClose([still.estimate, still.standardError], [fixture.static.est, fixture.static.se]);
    const moving = answered(dynamicTwoWay(own));
    expect(moving.effects.map((row) => row.eventTime)).toEqual(fixture.event.event_time);
    expectClose(estimates(moving.effects), fixture.event.est);
    expectClose(errors(moving.effects), fixture.event.se);
  });

  it("leave out and warn of event times that the periods explain", () => {
    const keep = balanced.unit.map((_, i) => i).filter((i) => Number.isFinite(balanced.firstTreated[i]!));
    const allTreated = {
      unit: keep.map((i) => balanced.unit[i]!),
      period: keep.map((i) => balanced.period[i]!),
      outcome: keep.map((i) => balanced.outcome[i]!),
      firstTreated: keep.map((i) => balanced.firstTreated[i]!),
    };
    expect(answered(dynamicTwoWay(allTreated)).warnings).toEqual(["collinear-event-times"]);
  });

  it("pool event times beyond the ends", () => {
    const moving = answered(dynamicTwoWay({ ...counties, earliest: -2, latest: 1 }));
    expect(moving.effects.map((row) => row.eventTime)).toEqual([-2, 0, 1]);
  });

  it("refuse where treatment never changes", () => {
    const never = { ...counties, firstTreated: counties.unit.map(() => Number.POSITIVE_INFINITY) };
    expect(staticTwoWay(never)).toMatchObject({ refused: "no-variation" });
    expect(staticTwoWay({ ...counties, cluster: counties.unit.map(() => 0) })).toMatchObject({
      refused: "too-few-clusters",
    });
    expect(staticTwoWay({ unit: [], period: [], outcome: [], firstTreated: [] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(() => dynamicTwoWay({ ...counties, reference: Number.NaN })).toThrow(/reference/);
  });
});

describe("sunAbraham", () => {
  const fit = answered(sunAbraham(counties));

  it("is fixest's sunab on mpdta", () => {
    expect(fit.effects.map((row) => `year::${row.eventTime}`)).toEqual(expected.sun_abraham_fixest.terms);
    expectClose(estimates(fit.effects), expected.sun_abraham_fixest.est);
    expectClose(errors(fit.effects), expected.sun_abraham_fixest.se);
    expectClose([fit.overall.estimate, fit.overall.standardError], expected.sun_abraham_fixest.att_overall);
  });

  it("is R's with a column per unit on an unbalanced panel clustered above the unit", () => {
    const unbalanced = answered(sunAbraham(own));
    const wanted = fixture.sun_abraham;
    expectClose(
      estimates(unbalanced.effects),
      wanted.effects.map((row: number[]) => row[0]),
    );
    expectClose(
      errors(unbalanced.effects),
      wanted.effects.map((row: number[]) => row[1]),
    );
    expectClose([unbalanced.overall.estimate, unbalanced.overall.standardError], wanted.overall);
  });

  it("has Callaway and Sant'Anna's cells after treatment on a balanced panel with never-treated units", () => {
    const groupTime = answered(groupTimeEffects({ ...balanced, comparison: "never-treated" }));
    const cells = answered(sunAbraham(balanced)).cells.filter((cell) => cell.eventTime >= 0);
    const same = groupTime.effects.filter((cell) => cell.phase === "post");
    expect(cells.map((cell) => [cell.cohort, cell.eventTime])).toEqual(
      same.map((cell) => [cell.cohort, cell.eventTime]),
    );
    expectClose(estimates(cells), estimates(same), 1e-10);
  });

  it("compares with the last cohort where nobody stays untreated, and refuses when there is no other", () => {
    const keep = balanced.unit.map((_, i) => i).filter((i) => Number.isFinite(balanced.firstTreated[i]!));
    const rows = (kept: number[]) => ({
      unit: kept.map((i) => balanced.unit[i]!),
      period: kept.map((i) => balanced.period[i]!),
      outcome: kept.map((i) => balanced.outcome[i]!),
      firstTreated: kept.map((i) => balanced.firstTreated[i]!),
    });
    const last = answered(sunAbraham(rows(keep)));
    expect(last.warnings).toContain("last-cohort-as-comparison");
    expect(new Set(last.cells.map((cell) => cell.cohort))).toEqual(new Set([4, 6]));
    expect(sunAbraham(rows(keep.filter((i) => balanced.firstTreated[i] === 6)))).toMatchObject({
      refused: "no-events",
    });
    expect(() => sunAbraham({ ...balanced, reference: 0 })).toThrow(/reference/);
  });
});

describe("goodmanBacon", () => {
  it("adds up to the two-way coefficient", () => {
    const parts = answered(goodmanBacon(counties));
    expectClose([parts.coefficient], [expected.twfe_static.coef]);
    expect(parts.comparisons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expectClose([answered(goodmanBacon(balanced)).coefficient], [fixture.static_balanced]);
  });

  it("also with groups treated throughout, for which the cohorts 4 stand here", () => {
    const rows = { ...balanced, firstTreated: balanced.firstTreated.map((g) => (g === 4 ? -3 : g)) };
    const parts = answered(goodmanBacon(rows));
    expectClose([parts.coefficient], [answered(staticTwoWay(rows)).estimate]);
    expect(parts.comparisons.some(({ kind }) => kind === "later-vs-always-treated")).toBe(true);
  });

  it("shows growing effects turned against themselves: two cohorts, both rising by 1 a period after treatment", () => {
    const rows = {
      unit: [] as number[],
      period: [] as number[],
      outcome: [] as number[],
      firstTreated: [] as number[],
    };
    for (const [unit, first] of [3, 3, 7, 7].entries()) {
      for (let t = 1; t <= 10; t++) {
        rows.unit.push(unit);
        rows.period.push(t);
        rows.firstTreated.push(first);
        rows.outcome.push(Math.max(0, t - first + 1));
      }
    }
    const parts = answered(goodmanBacon(rows));
    // The later cohort gains 2.5 on average after treatment while the earlier goes on rising by 4: 2.5 − 4.
    expect(parts.comparisons.find(({ kind }) => kind === "later-vs-earlier")!.estimate).toBeCloseTo(-1.5, 12);
    expect(parts.weightOnTreatedComparisons).toBeGreaterThan(0.4);
  });

  it("refuses an unbalanced panel and one without changes", () => {
    expect(goodmanBacon(own)).toMatchObject({ refused: "not-identified" });
    expect(goodmanBacon({ ...balanced, firstTreated: balanced.unit.map(() => 5) })).toMatchObject({
      refused: "no-variation",
    });
    expect(goodmanBacon({ unit: [], period: [], outcome: [], firstTreated: [] })).toMatchObject({
      refused: "too-few-observations",
    });
  });
});
