import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { aggregateEffects } from "./aggregate-effects";
import { type GroupTimeInput, groupTimeEffects } from "./group-time-effects";
import { preTrendTest } from "./pre-trend-test";
import { simultaneousBand } from "./simultaneous-band";
import { staticTwoWay } from "./two-way-contrast";

const mpdta = readReference("inputs").mpdta;
const expected = readReference("expected").event_study_mpdta.callaway_santanna;
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
};

const estimates = (rows: ReadonlyArray<{ estimate: number }>) => rows.map((row) => row.estimate);
const errors = (rows: ReadonlyArray<{ standardError: number }>) => rows.map((row) => row.standardError);

describe("groupTimeEffects on mpdta", () => {
  const fit = answered(groupTimeEffects({ ...counties, comparison: "never-treated" }));

  it("gives R's ATT(g, t) and errors", () => {
    expect(fit.effects.map((cell) => cell.cohort)).toEqual(expected.group);
    expect(fit.effects.map((cell) => cell.period)).toEqual(expected.time);
    expectClose(estimates(fit.effects), expected.att);
    expectClose(errors(fit.effects), expected.se_analytic);
    expect(fit.warnings).toEqual([]);
  });

  it("gives R's dynamic and simple averages", () => {
    const dynamic = answered(aggregateEffects(fit, { by: "dynamic" }));
    expect(dynamic.effects.map((row) => row.at)).toEqual(expected.dynamic.e);
    expectClose(estimates(dynamic.effects), expected.dynamic.est);
    expectClose(errors(dynamic.effects), expected.dynamic.se);
    expectClose(
      [dynamic.overall.estimate, dynamic.overall.standardError],
      [expected.dynamic_overall.est, expected.dynamic_overall.se],
    );
    const simple = answered(aggregateEffects(fit, { by: "simple" }));
    expectClose(
      [simple.overall.estimate, simple.overall.standardError],
      [expected.simple_overall.est, expected.simple_overall.se],
    );
  });

  it("keeps the cohorts seen long enough when balanced, and the event times asked for", () => {
    // Seen one year on: 2004 with 20 counties and 2006 with 40; 2007 has 131 and drops out.
    const balanced = answered(aggregateEffects(fit, { by: "dynamic", balanceTo: 1 }));
    const att = (cohort: number, period: number) =>
      fit.effects.find((cell) => cell.cohort === cohort && cell.period === period)!.estimate;
    const at = (e: number) => balanced.effects.find((row) => row.at === e)!.estimate;
    expect(balanced.effects.map((row) => row.at)).toEqual([-2, -1, 0, 1]);
    expectClose(
      [at(0), at(1)],
      [
        (20 * att(2004, 2004) + 40 * att(2006, 2006)) / 60,
        (20 * att(2004, 2005) + 40 * att(2006, 2007)) / 60,
      ],
    );
    const window = answered(aggregateEffects(fit, { by: "dynamic", earliest: -1, latest: 1 }));
    expect(window.effects.map((row) => row.at)).toEqual([-1, 0, 1]);
    expect(() => aggregateEffects(fit, { by: "simple", latest: 1 })).toThrow(/^by/);
  });

  it("gives the pre-test printed in did's manual, 0.16812 without and 0.23267 with lpop", () => {
    expect(answered(preTrendTest(fit)).pValue).toBeCloseTo(0.16812, 5);
    const adjusted = groupTimeEffects({ ...counties, comparison: "never-treated", covariates: [mpdta.lpop] });
    expect(answered(preTrendTest(answered(adjusted))).pValue).toBeCloseTo(0.23267, 5);
  });
});

describe("groupTimeEffects against the formulas written out in R", () => {
  for (const [number, wanted] of fixture.group_time.entries()) {
    const { method, comparison, base, anticipation, weighted, by } = wanted;
    it(`case ${number}: ${method}, ${comparison}, ${base} base${weighted ? ", weighted" : ""}`, () => {
      const fit = answered(
        groupTimeEffects({
          ...own,
          method,
          comparison: comparison === "never" ? "never-treated" : "not-yet-treated",
          basePeriod: base,
          anticipation,
          weights: weighted ? fixture.data.weight : undefined,
          cluster: by === "cluster" ? fixture.data.cluster : undefined,
          covariates: method === "unconditional" ? undefined : [fixture.data.x1, fixture.data.x2],
        }),
      );
      const cells = fit.effects.filter((cell) => !cell.reference);
      expect(cells.map((cell) => [cell.cohort, cell.period])).toEqual(
        wanted.cohort.map((g: number, i: number) => [g, wanted.period[i]]),
      );
      // The logit inside is a maximum-likelihood fit.
      const tolerance = method === "ipw" || method === "doubly-robust" ? 1e-7 : 1e-8;
      expectClose(estimates(cells), wanted.att, tolerance);
      expectClose(errors(cells), wanted.se, tolerance);
      expectClose([answered(preTrendTest(fit)).statistic], [wanted.wald], tolerance);
      const simple = answered(aggregateEffects(fit, { by: "simple" }));
      expectClose(
        [simple.overall.estimate, simple.overall.standardError],
        [wanted.simple.est, wanted.simple.se],
        tolerance,
      );
      for (const kind of ["dynamic", "group", "calendar"] as const) {
        const average = answered(aggregateEffects(fit, { by: kind }));
        const rows = average.effects.filter((row) => !row.reference);
        expectClose(
          estimates(rows),
          wanted[kind].map((row: number[]) => row[0]),
          tolerance,
        );
        expectClose(
          errors(rows),
          wanted[kind].map((row: number[]) => row[1]),
          tolerance,
        );
        const overall = wanted[`${kind}_overall`];
        expectClose(
          [average.overall.estimate, average.overall.standardError],
          [overall.est, overall.se],
          tolerance,
        );
      }
    });
  }
});

describe("groupTimeEffects stays the same", () => {
  const covariates = [fixture.data.x1, fixture.data.x2] as number[][];
  const cluster = fixture.data.cluster as number[];
  const input: GroupTimeInput = { ...own, covariates, cluster };
  const plain = answered(groupTimeEffects(input));

  it("whatever the order of the rows and the names of units", () => {
    const order = own.unit.map((_, i) => i).sort((a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009));
    const shuffled = answered(
      groupTimeEffects({
        unit: order.map((i) => 1e6 - own.unit[i]! * 3.5),
        period: order.map((i) => own.period[i]!),
        outcome: order.map((i) => own.outcome[i]!),
        firstTreated: order.map((i) => own.firstTreated[i]!),
        cluster: order.map((i) => cluster[i]!),
        covariates: covariates.map((column) => order.map((i) => column[i]!)),
      }),
    );
    expectClose(estimates(shuffled.effects), estimates(plain.effects), 1e-9);
    expectClose(errors(shuffled.effects), errors(plain.effects), 1e-9);
  });

  it("scaled with the outcome, and under a shift of outcome, time and covariates", () => {
    const moved = answered(
      groupTimeEffects({
        ...input,
        outcome: own.outcome.map((y) => 1e4 + 3 * y),
        period: own.period.map((t) => t + 24_000),
        firstTreated: own.firstTreated.map((g) => g + 24_000),
        covariates: covariates.map((column) => column.map((x) => 1e5 * x - 7e5)),
      }),
    );
    expectClose(
      estimates(moved.effects),
      estimates(plain.effects).map((b) => 3 * b),
      1e-6,
    );
    expectClose(
      errors(moved.effects),
      errors(plain.effects).map((s) => 3 * s),
      1e-6,
    );
  });

  it("when a weight of 2 stands for a unit copied within its cluster", () => {
    const weights = own.unit.map((u) => (u % 3 === 0 ? 2 : 1));
    const weighted = answered(groupTimeEffects({ ...input, weights }));
    const copies = own.unit.map((_, i) => i).filter((i) => weights[i] === 2);
    const all = [...own.unit.map((_, i) => i), ...copies];
    const copied = answered(
      groupTimeEffects({
        unit: all.map((i, k) => own.unit[i]! + (k < own.unit.length ? 0 : 1000)),
        period: all.map((i) => own.period[i]!),
        outcome: all.map((i) => own.outcome[i]!),
        firstTreated: all.map((i) => own.firstTreated[i]!),
        cluster: all.map((i) => cluster[i]!),
        covariates: covariates.map((column) => all.map((i) => column[i]!)),
      }),
    );
    expectClose(estimates(weighted.effects), estimates(copied.effects), 1e-9);
    expectClose(errors(weighted.effects), errors(copied.effects), 1e-9);
    const [a, b] = [weighted, copied].map(
      (fit) => answered(aggregateEffects(fit, { by: "dynamic" })).overall,
    );
    expectClose([a!.estimate, a!.standardError], [b!.estimate, b!.standardError], 1e-9);
  });

  it("and leaves its columns alone", () => {
    const frozen = Object.freeze([...own.outcome]);
    groupTimeEffects({ ...own, outcome: frozen });
    expect(frozen).toEqual(own.outcome);
  });
});

describe("groupTimeEffects drops and warns", () => {
  it("incomplete units when asked, as did does", () => {
    const seen = new Map<number, number>();
    for (const u of own.unit) seen.set(u, (seen.get(u) ?? 0) + 1);
    const keep = own.unit.map((u, i) => (seen.get(u) === 8 ? i : -1)).filter((i) => i >= 0);
    const byHand = answered(
      groupTimeEffects({
        unit: keep.map((i) => own.unit[i]!),
        period: keep.map((i) => own.period[i]!),
        outcome: keep.map((i) => own.outcome[i]!),
        firstTreated: keep.map((i) => own.firstTreated[i]!),
      }),
    );
    const dropped = answered(groupTimeEffects({ ...own, incompleteUnits: "drop" }));
    expect(estimates(dropped.effects)).toEqual(estimates(byHand.effects));
    expect(dropped.n).toBe(byHand.n);
    expect(dropped.warnings).toContain("unbalanced");
  });

  it("units treated from the start, and compares with the last cohort where nobody stays untreated", () => {
    const keep = own.unit.map((_, i) => i).filter((i) => Number.isFinite(own.firstTreated[i]!));
    const rows = {
      unit: keep.map((i) => own.unit[i]!),
      period: keep.map((i) => own.period[i]!),
      outcome: keep.map((i) => own.outcome[i]!),
      firstTreated: keep.map((i) => (own.firstTreated[i] === 4 ? 1 : own.firstTreated[i]!)),
    };
    const fit = answered(groupTimeEffects(rows));
    expect(new Set(fit.effects.map((cell) => cell.cohort))).toEqual(new Set([6]));
    expect(Math.max(...fit.effects.map((cell) => cell.period))).toBe(6);
    expect(fit.warnings).toEqual(
      expect.arrayContaining(["last-cohort-as-comparison", "treated-from-the-start-left-out"]),
    );
    expect(groupTimeEffects({ ...rows, comparison: "never-treated" })).toMatchObject({
      refused: "no-comparison-group",
    });
  });

  it("a cell whose treated and untreated do not overlap, and one with a constant covariate", () => {
    const separated = own.firstTreated.map((g, i) => (g === 6 ? 10 : (own.unit[i]! % 10) / 10));
    const fit = answered(groupTimeEffects({ ...own, method: "ipw", covariates: [separated] }));
    expect(fit.skipped.every((cell) => cell.reason === "separated" && cell.cohort === 6)).toBe(true);
    expect(fit.skipped.length).toBeGreaterThan(0);
    expect(groupTimeEffects({ ...own, covariates: [own.unit.map(() => 3)] })).toMatchObject({
      refused: "not-identified",
    });
  });

  it("refuses where nothing can be said", () => {
    const row = { unit: [1, 1], period: [1, 2], outcome: [0, 1], firstTreated: [2, 2] };
    expect(groupTimeEffects({ unit: [], period: [], outcome: [], firstTreated: [] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(groupTimeEffects(row)).toMatchObject({ refused: "no-comparison-group" });
    expect(
      groupTimeEffects({ ...own, firstTreated: own.unit.map(() => Number.POSITIVE_INFINITY) }),
    ).toMatchObject({ refused: "no-events" });
    expect(groupTimeEffects({ ...own, cluster: own.unit.map(() => 1) })).toMatchObject({
      refused: "too-few-clusters",
    });
  });

  it("throws at rows that contradict themselves", () => {
    const rows = {
      unit: [1, 1, 2, 2],
      period: [1, 2, 1, 2],
      outcome: [0, 1, 2, 3],
      firstTreated: [2, 2, 9, 9],
    };
    expect(() => groupTimeEffects({ ...rows, firstTreated: [2, 3, 9, 9] })).toThrow(/firstTreated/);
    expect(() => groupTimeEffects({ ...rows, firstTreated: [Number.NaN, 2, 9, 9] })).toThrow(/firstTreated/);
    expect(() => groupTimeEffects({ ...rows, period: [1, 1, 1, 2] })).toThrow(/period/);
    expect(() => groupTimeEffects({ ...rows, cluster: [1, 2, 3, 3] })).toThrow(/cluster/);
    expect(() => groupTimeEffects({ ...rows, outcome: [0, Number.NaN, 2, 3] })).toThrow(/outcome/);
    expect(() => groupTimeEffects({ ...rows, covariates: [[1, 2, 3]] })).toThrow(/covariates/);
    expect(() => groupTimeEffects({ ...rows, method: "ipw" })).toThrow(/covariates/);
    expect(() => groupTimeEffects({ ...rows, anticipation: -1 })).toThrow(/anticipation/);
  });
});

/** Staggered treatment, effects that grow with time and differ by cohort, errors correlated within units. */
function simulate(seed: number, slope = 0) {
  const g = createGenerator(seed);
  const rows = {
    unit: [] as number[],
    period: [] as number[],
    outcome: [] as number[],
    firstTreated: [] as number[],
  };
  for (let u = 0; u < 120; u++) {
    const cohort = [4, 6, 8, Number.POSITIVE_INFINITY][u % 4]!;
    const level = 2 * drawNormal(g);
    let drift = 0;
    for (let t = 1; t <= 10; t++) {
      drift = 0.5 * drift + drawNormal(g);
      rows.unit.push(u);
      rows.period.push(t);
      rows.firstTreated.push(cohort);
      const effect = t >= cohort ? 0.4 * (t - cohort + 1) : 0;
      const trend = Number.isFinite(cohort) ? slope * t : 0;
      rows.outcome.push(level + 0.3 * t + effect + trend + drift);
    }
  }
  return rows;
}

describe("recovery of a planted effect", () => {
  const runs = 200;
  // By event time 0.4 (e + 1), e = 0 … 6, the plain mean.
  const dynamicTruth = 0.4 * 4;

  it("covers where the static two-way coefficient does not", () => {
    let inside = 0;
    let bandInside = 0;
    let staticInside = 0;
    // The post-treatment cells by cohort: 7 of cohort 4, 5 of cohort 6, 3 of cohort 8.
    const simpleTruth = (0.4 * (28 + 15 + 6)) / 15;
    for (let run = 0; run < runs; run++) {
      const rows = simulate(run);
      const fit = answered(groupTimeEffects({ ...rows, basePeriod: "universal" }));
      const dynamic = answered(aggregateEffects(fit, { by: "dynamic" }));
      const { lower, upper } = dynamic.overall.interval;
      if (lower <= dynamicTruth && dynamicTruth <= upper) inside++;
      const generator = createGenerator(`band ${run}`);
      const band = answered(simultaneousBand({ ...dynamic, generator, replicates: 299 }));
      const all = dynamic.effects.every((row, r) => {
        const truth = Math.max(0, 0.4 * (row.at + 1));
        return band.intervals[r]!.lower <= truth && truth <= band.intervals[r]!.upper;
      });
      if (all) bandInside++;
      const twoWay = answered(staticTwoWay(rows)).interval;
      if (twoWay.lower <= simpleTruth && simpleTruth <= twoWay.upper) staticInside++;
    }
    expect(inside / runs).toBeGreaterThan(0.9);
    expect(bandInside / runs).toBeGreaterThan(0.88);
    expect(bandInside / runs).toBeLessThanOrEqual(1);
    expect(staticInside / runs).toBeLessThan(0.5);
  });

  it("finds a pre-trend as often as it says it would", () => {
    // All treated cohorts share the trend here, so that only the never treated show it.
    const test = (seed: number, slope: number) => {
      const fit = groupTimeEffects({ ...simulate(seed, slope), comparison: "never-treated" });
      return answered(preTrendTest(answered(fit), { over: "event-times" }));
    };
    const { slope } = test(1, 0).detectable;
    let found = 0;
    let falsely = 0;
    for (let run = 0; run < runs; run++) {
      if (test(run, slope).pValue < 0.05) found++;
      if (test(run, 0).pValue < 0.05) falsely++;
    }
    expect(found / runs).toBeGreaterThan(0.7);
    expect(found / runs).toBeLessThan(0.93);
    expect(falsely / runs).toBeLessThan(0.13);
  });
});
