import { describe, expect, it } from "vitest";
import { answered, expectClose, expectColumns } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { ArgumentError } from "../arguments";
import { createGenerator } from "../random/generator";
import { isRefusal } from "../result";
import { type KaplanMeierOptions, kaplanMeier, kaplanMeierByGroup, type SurvivalCurve } from "./kaplan-meier";
import { restrictedMean } from "./restricted-mean";
import { survivalAt } from "./survival-at";
import { medianSurvival, survivalQuantile } from "./survival-quantile";

const inputs = readReference("inputs");
const expected = readReference("expected").km;
const own = readReference("survival");
const rows = { entry: own.rows.entry, exit: own.rows.exit, event: own.rows.event };
const rightCensored = { exit: own.rows.exit, event: own.rows.event };
const aml = { exit: inputs.aml.time, event: inputs.aml.status };
const lung = { exit: inputs.lung.time, event: inputs.lung.status.map((status: number) => status - 1) };

describe("Kaplan-Meier against R", () => {
  it.each([
    ["aml_log", "log"],
    ["aml_loglog", "log-log"],
    ["aml_plain", "plain"],
  ] as const)("%s", (key, interval) => {
    const curves = kaplanMeierByGroup(aml, inputs.aml.x, { interval }).map(({ curve }) => answered(curve));
    const all = (
      column: "times" | "atRisk" | "events" | "censored" | "survival" | "standardError" | "lower" | "upper",
    ) => curves.flatMap((curve) => [...curve[column]]);
    const want = expected[key];
    expectClose(all("times"), want.time);
    expectClose(all("atRisk"), want.n_risk);
    expectClose(all("events"), want.n_event);
    expectClose(all("censored"), want.n_censor);
    expectClose(all("survival"), want.surv);
    expectClose(all("standardError"), want.std_err);
    expectClose(all("lower"), want.lower);
    expectClose(all("upper"), want.upper);
  });

  it("delayed entry", () => {
    const curve = answered(kaplanMeier(inputs.trunc));
    const want = expected.trunc_entry_loglog;
    expectClose(curve.times, want.time);
    expectClose(curve.atRisk, want.n_risk);
    expectClose(curve.survival, want.surv);
    expectClose(curve.standardError, want.std_err);
    expectClose(curve.lower, want.lower);
    expectClose(curve.upper, want.upper);
  });

  it("start/stop rows at given times", () => {
    const { start, stop, event } = inputs.heart;
    const want = expected.heart_startstop_loglog;
    const got = survivalAt(answered(kaplanMeier({ entry: start, exit: stop, event })), want.times);
    expectColumns(got, want, {
      n_risk: (at) => at.atRisk,
      surv: (at) => at.survival,
      std_err: (at) => at.standardError,
      lower: (at) => at.interval.lower,
      upper: (at) => at.interval.upper,
    });
  });

  it("lung by sex: times, quantiles, medians, restricted means", () => {
    const want = expected.lung_sex;
    const curves = kaplanMeierByGroup(lung, inputs.lung.sex).map(({ curve }) => answered(curve));
    const at = curves.flatMap((curve) => survivalAt(curve, [...new Set<number>(want.times)]));
    expectColumns(at, want, {
      surv: (value) => value.survival,
      std_err: (value) => value.standardError,
      lower: (value) => value.interval.lower,
      upper: (value) => value.interval.upper,
    });
    for (const percent of [25, 50, 75]) {
      const quantiles = curves.map((curve) => survivalQuantile(curve, percent / 100));
      expectClose(
        quantiles.map((q) => q.estimate),
        want.quantile.quantile[percent],
      );
      expectClose(
        quantiles.map((q) => q.interval.lower),
        want.quantile.lower[percent],
      );
      expectClose(
        quantiles.map((q) => q.interval.upper),
        want.quantile.upper[percent],
      );
    }
    const medians = curves.map(medianSurvival);
    expectColumns(medians, want, {
      median_loglog: (median) => median.estimate,
      median_lower: (median) => median.interval.lower,
      median_upper: (median) => median.interval.upper,
    });
    const means = curves.map((curve) => answered(restrictedMean(curve, 365)));
    expectColumns(means, want.rmst365, {
      rmean: (mean) => mean.estimate,
      se: (mean) => mean.standardError,
    });
  });

  it("Nelson-Aalen", () => {
    const curve = answered(kaplanMeier(aml));
    expectClose(curve.cumulativeHazard, expected.nelson_aalen_aml.cumhaz);
    expectClose(curve.cumulativeHazardStandardError, expected.nelson_aalen_aml.std_chaz);
  });

  const cases: [string, object, KaplanMeierOptions][] = [
    ["plain", rows, {}],
    ["whole_weights", { ...rows, weights: own.rows.w }, {}],
    ["fractional_weights", { ...rows, weights: own.rows.v }, {}],
    ["cluster", rows, { cluster: own.rows.id }],
    ["cluster_weights", { ...rows, weights: own.rows.v }, { cluster: own.rows.id }],
    ["right_cluster", rightCensored, { cluster: own.rows.group }],
    ["start_time", rows, { startTime: 8 }],
  ];
  it.each(cases)("start/stop rows with ties: %s", (key, data, options) => {
    const curve = answered(kaplanMeier(data as typeof rows, options));
    const want = own.km[key];
    expectClose(curve.times, want.time);
    expectClose(curve.atRisk, want.n_risk);
    expectClose(curve.events, want.n_event);
    expectClose(curve.censored, want.n_censor);
    expectClose(curve.survival, want.surv);
    expectClose(curve.standardError, want.se);
    expectClose(curve.lower, want.lower);
    expectClose(curve.upper, want.upper);
    expectClose(curve.cumulativeHazard, want.cumhaz);
    expectClose(curve.cumulativeHazardStandardError, want.se_cumhaz);
    const quantiles = [0.1, 0.25, 0.5].map((p) => survivalQuantile(curve, p));
    expectColumns(quantiles, want, {
      quantile: (q) => q.estimate,
      q_lower: (q) => q.interval.lower,
      q_upper: (q) => q.interval.upper,
    });
    const mean = answered(restrictedMean(curve, 20));
    expectClose([mean.estimate, mean.standardError], want.rmean);
  });
});

describe("Kaplan-Meier by its properties", () => {
  const columns = [
    "times",
    "atRisk",
    "survival",
    "standardError",
    "lower",
    "upper",
    "cumulativeHazard",
  ] as const;
  const same = (a: SurvivalCurve, b: SurvivalCurve) => {
    for (const column of columns) expectClose(a[column], [...b[column]], 1e-12);
  };

  it("does not depend on the order of rows", () => {
    const order = own.rows.exit.map((_: number, i: number) => (i * 151) % own.rows.exit.length);
    const pick = (column: number[]) => order.map((i: number) => column[i]);
    const shuffled = { entry: pick(rows.entry), exit: pick(rows.exit), event: pick(rows.event) };
    expect(new Set(order).size).toBe(order.length);
    same(answered(kaplanMeier(shuffled)), answered(kaplanMeier(rows)));
  });

  it("takes a whole weight as that many rows", () => {
    const repeat = (column: number[]) =>
      column.flatMap((value, i) => Array.from({ length: own.rows.w[i] }, () => value));
    const repeated = { entry: repeat(rows.entry), exit: repeat(rows.exit), event: repeat(rows.event) };
    same(answered(kaplanMeier(repeated)), answered(kaplanMeier({ ...rows, weights: own.rows.w })));
  });

  it("keeps survival and scales time when the unit of time changes, whole or not", () => {
    const scaled = (column: number[]) => column.map((value) => value * 0.37);
    const curve = answered(
      kaplanMeier({ entry: scaled(rows.entry), exit: scaled(rows.exit), event: rows.event }),
    );
    const original = answered(kaplanMeier(rows));
    expectClose(curve.survival, [...original.survival], 1e-12);
    expectClose(
      curve.times,
      [...original.times].map((time) => time * 0.37),
      1e-12,
    );
  });

  it("counts an event before a censoring at the same time: 1·(1 − 1/2) and the censored row at risk", () => {
    const curve = answered(kaplanMeier({ exit: [5, 5], event: [0, 1] }));
    expect([...curve.atRisk]).toEqual([2]);
    expect([...curve.survival]).toEqual([0.5]);
  });

  it("starts where enough are at risk, so that a lone early event does not take the curve to 0", () => {
    const delayed = { entry: [0, 2, 2, 2, 2, 2], exit: [1, 3, 4, 5, 6, 7], event: [1, 1, 0, 1, 0, 0] };
    const naive = answered(kaplanMeier(delayed));
    expect(naive.survival[0]).toBe(0);
    expect(naive.warnings).toEqual(["survival-zero-before-last-time"]);
    const curve = answered(kaplanMeier(delayed, { minimumAtRisk: 5 }));
    expect(curve.startTime).toBe(3);
    expect(curve.n).toBe(5);
    expect([...curve.survival]).toEqual([0.8, 0.8, 0.8 * (2 / 3), 0.8 * (2 / 3), 0.8 * (2 / 3)]);
    expect(kaplanMeier(delayed, { minimumAtRisk: 6 })).toEqual({
      refused: "too-few-observations",
      detail: { n: 6, largestRiskSet: 5 },
    });
  });

  it("keeps the jackknife's digits when the risk set is tiny before it is large", () => {
    // One early unit with a long life, then many: the influences cancel unless the moments are taken afresh.
    const n = 4000;
    const generator = createGenerator(11);
    const entry = Array.from({ length: n }, (_, i) => (i < 3 ? 0 : 10 + generator.int(5)));
    const exit = entry.map((start, i) => (i < 3 ? 2 + i * 20 : start + 1 + generator.int(30)));
    const event = exit.map((_, i) => (i === 0 || i % 3 === 0 ? 1 : 0));
    const curve = answered(kaplanMeier({ entry, exit, event }, { robust: true }));
    const k = curve.times.length - 3;
    // The same variance summed over an explicit influence of each row on log S.
    let variance = 0;
    for (let i = 0; i < n; i++) {
      let influence = 0;
      for (let j = 0; j <= k; j++) {
        const time = curve.times[j]!;
        const atRisk = curve.atRisk[j]!;
        const d = curve.events[j]!;
        if (d === 0 || entry[i]! >= time || exit[i]! < time) continue;
        influence += d / (atRisk * (atRisk - d));
        if (exit[i] === time && event[i] === 1) influence -= 1 / (atRisk - d);
      }
      variance += influence * influence;
    }
    expectClose([curve.standardError[k]!], [curve.survival[k]! * Math.sqrt(variance)], 1e-10);
  });

  it("covers the true survival as often as it says", () => {
    const generator = createGenerator("km-coverage");
    let covered = 0;
    const trials = 1500;
    for (let trial = 0; trial < trials; trial++) {
      const exit: number[] = [];
      const event: number[] = [];
      const entry: number[] = [];
      while (exit.length < 120) {
        const start = generator.uniform() * 0.5;
        const life = -Math.log(generator.uniform());
        const end = start + 0.3 + 2 * generator.uniform();
        if (life <= start) continue; // never seen: left-truncated
        entry.push(start);
        exit.push(Math.min(life, end));
        event.push(life <= end ? 1 : 0);
      }
      const curve = kaplanMeier({ entry, exit, event }, { minimumAtRisk: 10 });
      const [at] = survivalAt(answered(curve), [1.2]);
      // Conditional on reaching the start of the curve.
      const truth = Math.exp(-(1.2 - answered(curve).startTime));
      if (at!.interval.lower <= truth && truth <= at!.interval.upper) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.93);
    expect(covered / trials).toBeLessThan(0.97);
  });
});

describe("quantiles and restricted means at the edges", () => {
  it("reads the middle of a stretch at exactly one half: (2 + 3)/2", () => {
    const curve = answered(kaplanMeier({ exit: [1, 2, 3, 4], event: [1, 1, 1, 1] }));
    expect(survivalQuantile(curve, 0.5).estimate).toBe(2.5);
    expect(medianSurvival(curve).estimate).toBe(2.5);
  });

  it("reads a flat end as R's quantile() (to the last time) and summary() (its start) do", () => {
    const curve = answered(kaplanMeier({ exit: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 0, 0, 0] }));
    expect(survivalQuantile(curve, 0.5).estimate).toBe(4.5);
    expect(medianSurvival(curve).estimate).toBe(3);
    expect(survivalQuantile(curve, 0.75).estimate).toBeNull();
    expect(survivalQuantile(curve, 0).estimate).toBe(0);
  });

  it("is the horizon itself, without error, when nobody has the event", () => {
    const mean = answered(restrictedMean(answered(kaplanMeier({ exit: [5, 6], event: [0, 0] })), 4));
    expect([mean.estimate, mean.standardError]).toEqual([4, 0]);
  });

  it("warns beyond the last time and refuses a horizon before the start", () => {
    const curve = answered(kaplanMeier({ exit: [5, 6], event: [1, 0] }));
    expect(answered(restrictedMean(curve, 9)).warnings).toEqual(["horizon-beyond-last-time"]);
    expect(isRefusal(restrictedMean(curve, 0))).toBe(true);
  });
});

describe("Kaplan-Meier on malformed input", () => {
  it("refuses no rows and answers for one row and for all censored", () => {
    expect(kaplanMeier({ exit: [], event: [] })).toEqual({
      refused: "too-few-observations",
      detail: { n: 0 },
    });
    expect([...answered(kaplanMeier({ exit: [3], event: [1] })).survival]).toEqual([0]);
    const censored = answered(kaplanMeier({ exit: [3, 4], event: [0, 0] }));
    expect([...censored.survival]).toEqual([1, 1]);
    expect(medianSurvival(censored).estimate).toBeNull();
  });

  it.each([
    ["exit", { exit: [Number.NaN, 1], event: [1, 0] }],
    ["exit", { exit: [Number.POSITIVE_INFINITY, 1], event: [1, 0] }],
    ["entry", { entry: [0, Number.NaN], exit: [1, 2], event: [1, 0] }],
    ["entry", { entry: [0, 2], exit: [1, 2], event: [1, 0] }],
    ["event", { exit: [1, 2], event: [1, 2] }],
    ["event", { exit: [1, 2], event: [1] }],
    ["weights", { exit: [1, 2], event: [1, 0], weights: [1, 0] }],
  ])("throws naming %s", (argument, faulty) => {
    expect(() => kaplanMeier(faulty)).toThrow(ArgumentError);
    expect(() => kaplanMeier(faulty)).toThrow(argument);
  });

  it("throws on faulty options", () => {
    expect(() => kaplanMeier(aml, { level: 1 })).toThrow("level");
    expect(() => kaplanMeier(aml, { interval: "wald" as "log" })).toThrow("interval");
    expect(() => kaplanMeier(aml, { cluster: [1] })).toThrow("cluster");
    expect(() => kaplanMeier(aml, { startTime: 1, minimumAtRisk: 2 })).toThrow("minimumAtRisk");
    expect(() => survivalQuantile(answered(kaplanMeier(aml)), 1.5)).toThrow("probability");
    expect(() => survivalAt(answered(kaplanMeier(aml)), [Number.NaN])).toThrow("times");
  });
});
