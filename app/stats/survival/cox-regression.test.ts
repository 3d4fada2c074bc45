import { describe, expect, it } from "vitest";
import { answered, expectClose, expectColumns } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawNormal } from "../random/draws";
import { createGenerator } from "../random/generator";
import { concordance } from "./concordance";
import { CoxLikelihood } from "./cox-likelihood";
import { type CoxFit, type CoxOptions, coxRegression } from "./cox-regression";
import { type CoxRows, checkCoxRows, prepareCoxRows } from "./cox-rows";
import { coxExpectedCurves, expectedSurvivalAt } from "./cox-survival";
import { proportionalHazardsTest } from "./proportional-hazards-test";

const inputs = readReference("inputs");
const expected = readReference("expected").cox;
const own = readReference("survival");
const { lung, ovarian, heart } = inputs;
const lungRows = (needsInst: boolean) =>
  [...lung.time.keys()].filter(
    (i: number) => lung["ph.ecog"][i] !== null && (!needsInst || lung.inst[i] !== null),
  );
const lungOf = (index: number[]): CoxRows => ({
  exit: index.map((i) => lung.time[i]),
  event: index.map((i) => lung.status[i] - 1),
  covariates: [lung.age, lung.sex, lung["ph.ecog"]].map((column: number[]) => index.map((i) => column[i]!)),
});
const ovarianRows: CoxRows = {
  exit: ovarian.futime,
  event: ovarian.fustat,
  covariates: [ovarian.age, ovarian.rx],
};
const heartRows: CoxRows = {
  entry: heart.start,
  exit: heart.stop,
  event: heart.event,
  covariates: [heart.age, heart.year, heart.surgery, heart.transplant.map(Number)],
};
const rows: CoxRows = {
  entry: own.rows.entry,
  exit: own.rows.exit,
  event: own.rows.event,
  covariates: [own.rows.x1, own.rows.x2, own.rows.x3],
  names: ["x1", "x2", "x3"],
};
const estimates = (fit: CoxFit) => fit.coefficients.map((c) => c.estimate);
const errors = (fit: CoxFit) => fit.coefficients.map((c) => c.standardError);
const scoreOf = (data: CoxRows, fit: CoxFit) =>
  Array.from(data.exit, (_, i) =>
    data.covariates.reduce((sum, column, j) => sum + column[i]! * estimates(fit)[j]!, data.offset?.[i] ?? 0),
  );

describe("Cox regression against R", () => {
  const insts = lungRows(true);
  const cases: [string, CoxRows, CoxOptions][] = [
    ["ovarian_efron", ovarianRows, {}],
    ["ovarian_breslow", ovarianRows, { ties: "breslow" }],
    ["lung_efron", lungOf(lungRows(false)), {}],
    ["lung_breslow", lungOf(lungRows(false)), { ties: "breslow" }],
    ["lung_efron_cluster_inst", lungOf(insts), { cluster: insts.map((i) => lung.inst[i]) }],
    ["heart_efron", heartRows, {}],
    ["heart_breslow", heartRows, { ties: "breslow" }],
  ];
  it.each(cases)("%s", (key, data, options) => {
    const fit = answered(coxRegression(data, options));
    const want = expected[key];
    expect([fit.n, fit.events]).toEqual([want.n, want.nevent]);
    expectClose(estimates(fit), want.coef);
    expectClose(
      fit.coefficients.map((c) => c.modelStandardError),
      want.se,
    );
    if (want.robust_se) expectClose(errors(fit), want.robust_se);
    expectClose([fit.logLikelihoodNull, fit.logLikelihood], [want.loglik_null, want.loglik]);
    expectClose([fit.likelihoodRatioTest.statistic, fit.scoreTest.statistic], [want.lr, want.score]);
    expect(fit.waldTest!.statistic).toBeCloseTo(want.wald, 1); // printed with two decimals
    expectClose(
      fit.coefficients.map((c) => c.hazardRatio),
      want.hr,
    );
    expectClose(
      fit.coefficients.map((c) => c.hazardRatioInterval.lower),
      want.ci_lower,
    );
    expectClose(
      fit.coefficients.map((c) => c.hazardRatioInterval.upper),
      want.ci_upper,
    );
    const c = answered(concordance(data, scoreOf(data, fit), { cluster: options.cluster }));
    expectClose([c.estimate, c.standardError], [want.concordance, want.concordance_se]);
  });

  it("baseline hazard and an expected curve", () => {
    const fit = answered(coxRegression(ovarianRows));
    const { basehaz, surv_age60_rx1: want } = expected.ovarian_efron;
    const [baseline] = answered(coxExpectedCurves(ovarianRows, fit));
    expectClose(
      expectedSurvivalAt(baseline!, basehaz.time).map((at) => at.cumulativeHazard),
      basehaz.cumhaz_x0,
    );
    const [curve] = answered(coxExpectedCurves(ovarianRows, fit, [60, 1]));
    const at = expectedSurvivalAt(curve!, want.time);
    expectColumns(at, want, {
      surv: (value) => value.survival,
      std_err_logsurv_based: (value) => value.standardError,
      lower: (value) => value.interval.lower,
      upper: (value) => value.interval.upper,
    });
  });

  const strata = own.rows.stratum;
  const everything = { ...rows, strata, weights: own.rows.v };
  const hard: [string, CoxRows, CoxOptions][] = [
    ["plain", rows, {}],
    ["strata", { ...rows, strata }, {}],
    ["weights", { ...rows, weights: own.rows.w }, {}],
    ["cluster", rows, { cluster: own.rows.id }],
    ["row_robust", rows, { robust: true }],
    ["all", everything, { cluster: own.rows.id }],
    [
      "offset",
      {
        ...rows,
        names: undefined,
        covariates: rows.covariates.slice(0, 2),
        offset: own.rows.x3.map((x: number) => 0.002 * x),
      },
      {},
    ],
    ["right", { ...rows, entry: undefined, strata }, { cluster: own.rows.id }],
  ];
  for (const ties of ["efron", "breslow"] as const) {
    it.each(hard)(`start/stop, heavy ties, ${ties}: %s`, (key, data, options) => {
      const fit = answered(coxRegression(data, { ...options, ties }));
      const want = own.cox[`${key}_${ties}`];
      expectClose(estimates(fit), want.coef);
      expectClose(errors(fit), want.se);
      expectClose(
        fit.coefficients.map((c) => c.modelStandardError),
        want.naive,
      );
      expectClose([fit.logLikelihoodNull, fit.logLikelihood], want.loglik);
      expectClose([fit.scoreTest.statistic, fit.waldTest!.statistic], [want.score, want.wald]);
      const c = answered(
        concordance(data, scoreOf(data, fit), { strata: data.strata, cluster: options.cluster }),
      );
      expectClose([c.estimate, c.standardError], want.concordance);
    });

    it(`expected curves by stratum with weights and clustered errors, ${ties}`, () => {
      const fit = answered(coxRegression(everything, { ties, cluster: own.rows.id }));
      const curves = answered(coxExpectedCurves(everything, fit, [0.3, 1, 2050]));
      expect(curves.map((curve) => curve.stratum)).toEqual(["a", "b", "c"]);
      curves.forEach((curve, s) => {
        const want = own.baseline[ties][s];
        const at = expectedSurvivalAt(curve, want.time);
        expectColumns(at, want, {
          surv: (value) => value.survival,
          cumhaz: (value) => value.cumulativeHazard,
          se: (value) => value.standardError,
          lower: (value) => value.interval.lower,
          upper: (value) => value.interval.upper,
        });
      });
    });
  }

  it("tests of proportional hazards", () => {
    const statistics = (data: CoxRows, transform: "km" | "identity" | "log", options: CoxOptions = {}) => {
      const test = answered(proportionalHazardsTest(data, answered(coxRegression(data, options)), transform));
      return [...test.tests.map((one) => one.statistic), test.global.statistic];
    };
    expectClose(statistics(rows, "km"), own.zph.km);
    expectClose(statistics(rows, "identity"), own.zph.identity);
    expectClose(statistics({ ...rows, strata }, "log", { ties: "breslow" }), own.zph.strata_log);
    expectClose(statistics({ ...rows, entry: undefined }, "km"), own.zph.right_km);
  });
});

describe("Cox regression by its properties", () => {
  const fit = answered(coxRegression(rows, { cluster: own.rows.id }));

  it("does not depend on the order of rows or the unit and origin of time and covariates", () => {
    const order = own.rows.exit.map((_: number, i: number) => (i * 151) % own.rows.exit.length);
    const pick = (column: ArrayLike<number>, map = (value: number) => value) =>
      order.map((i: number) => map(column[i]!));
    const other = answered(
      coxRegression(
        {
          entry: pick(rows.entry!, (t) => t * 24 - 5),
          exit: pick(rows.exit, (t) => t * 24 - 5),
          event: pick(rows.event),
          covariates: [
            pick(rows.covariates[0]!, (x) => 1e6 * x),
            pick(rows.covariates[1]!),
            pick(rows.covariates[2]!, (x) => x - 2e5),
          ],
        },
        { cluster: pick(own.rows.id) },
      ),
    );
    expectClose(
      estimates(other),
      estimates(fit).map((b, j) => (j === 0 ? b / 1e6 : b)),
      1e-9,
    );
    expectClose(
      errors(other),
      errors(fit).map((s, j) => (j === 0 ? s / 1e6 : s)),
      1e-9,
    );
  });

  it("is not changed by cutting rows in two, given the unit's label", () => {
    const cut = <T>(column: readonly T[]) => column.flatMap((value) => [value, value]);
    const middle = (i: number) => (rows.entry![i]! + rows.exit[i]!) / 2;
    const other = answered(
      coxRegression(
        {
          entry: own.rows.entry.flatMap((t: number, i: number) => [t, middle(i)]),
          exit: own.rows.exit.flatMap((t: number, i: number) => [middle(i), t]),
          event: own.rows.event.flatMap((e: number) => [0, e]),
          covariates: [cut(own.rows.x1), cut(own.rows.x2), cut(own.rows.x3)] as number[][],
        },
        { cluster: cut(own.rows.id) as number[] },
      ),
    );
    expectClose(estimates(other), estimates(fit), 1e-10);
    expectClose(errors(other), errors(fit), 1e-10);
  });

  it("takes a weight of 2 as two rows under Breslow ties", () => {
    const repeat = (column: ArrayLike<number>) =>
      Array.from(column).flatMap((value, i) => Array.from({ length: own.rows.w[i] }, () => value));
    const weighted = answered(coxRegression({ ...rows, weights: own.rows.w }, { ties: "breslow" }));
    const repeated = answered(
      coxRegression(
        {
          entry: repeat(rows.entry!),
          exit: repeat(rows.exit),
          event: repeat(rows.event),
          covariates: rows.covariates.map(repeat),
        },
        { ties: "breslow" },
      ),
    );
    expectClose(estimates(repeated), estimates(weighted), 1e-10);
    expectClose(errors(repeated), errors(weighted), 1e-10);
  });

  it("gives Efron and Breslow the same answer without ties, and takes strata of disjoint times as none", () => {
    const distinct = { ...rows, exit: own.rows.exit.map((t: number, i: number) => t + i / 1000) };
    expectClose(
      estimates(answered(coxRegression(distinct))),
      estimates(answered(coxRegression(distinct, { ties: "breslow" }))),
      1e-12,
    );
    const shift = own.rows.stratum.map((s: string) => "abc".indexOf(s) * 1000);
    const apart = {
      ...rows,
      entry: own.rows.entry.map((t: number, i: number) => t + shift[i]),
      exit: own.rows.exit.map((t: number, i: number) => t + shift[i]),
    };
    const stratified = answered(coxRegression({ ...rows, strata: own.rows.stratum }));
    expectClose(estimates(answered(coxRegression(apart))), estimates(stratified), 1e-10);
  });

  it("keeps its digits after rows with huge risks have left the risk set", () => {
    // Rows 0 … 49 have r = e^25 and are at risk late only, so going down in time they are added first and then taken out.
    const generator = createGenerator("drift");
    const n = 1500;
    const entry = Array.from({ length: n }, (_, i) => (i < 50 ? 60 + generator.int(10) : generator.int(50)));
    const exit = entry.map((start, i) => start + 1 + generator.int(i < 50 ? 20 : 40));
    const event = exit.map(() => generator.int(2));
    const x = Array.from({ length: n }, (_, i) => (i < 50 ? 25 : drawNormal(generator)));
    const z = x.map(() => drawNormal(generator));
    const prepared = prepareCoxRows(checkCoxRows({ entry, exit, event, covariates: [x, z] }))!;
    const beta = [prepared.scale[0]!, 0.3 * prepared.scale[1]!]; // 1 and 0.3 per unit given
    const got = new CoxLikelihood(prepared, "breslow").at(beta);
    let logLikelihood = 0;
    let information = 0;
    for (let i = 0; i < n; i++) {
      if (event[i] === 0) continue;
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      for (let j = 0; j < n; j++) {
        if (entry[j]! >= exit[i]! || exit[j]! < exit[i]!) continue;
        const r = Math.exp(x[j]! + 0.3 * z[j]!);
        sum0 += r;
        sum1 += r * z[j]!;
        sum2 += r * z[j]! ** 2;
      }
      logLikelihood += x[i]! + 0.3 * z[i]! - Math.log(sum0);
      information += sum2 / sum0 - (sum1 / sum0) ** 2;
    }
    expectClose([got.logLikelihood], [logLikelihood], 1e-12);
    expectClose([got.information[3]! * prepared.scale[1]! ** 2], [information], 1e-10);
  });

  it("stays finite where exp(xβ) would overflow", () => {
    const exit = Array.from({ length: 40 }, (_, i) => i + 1);
    const covariates = [exit.map((t, i) => 1e5 + (i % 7) - t / 10)];
    const wide = answered(
      coxRegression({ exit, event: exit.map(() => 1), covariates, offset: exit.map(() => 5000) }),
    );
    expect(Number.isFinite(wide.logLikelihood)).toBe(true);
  });

  it("recovers planted coefficients with the coverage it states, clustered", () => {
    const generator = createGenerator("cox-coverage");
    const trials = 400;
    const truth = [0.5, -0.7];
    const covered = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const data = {
        entry: [] as number[],
        exit: [] as number[],
        event: [] as number[],
        a: [] as number[],
        b: [] as number[],
      };
      const cluster: number[] = [];
      for (let unit = 0; unit < 120; unit++) {
        const a = drawNormal(generator);
        let t = generator.uniform();
        for (let piece = 0; piece < 3; piece++) {
          const b = generator.int(2);
          const length = 0.2 + generator.uniform();
          const life = -Math.log(generator.uniform()) / (0.5 * Math.exp(truth[0]! * a + truth[1]! * b));
          data.entry.push(t);
          data.exit.push(t + Math.min(life, length));
          data.event.push(life <= length ? 1 : 0);
          data.a.push(a);
          data.b.push(b);
          cluster.push(unit);
          if (life <= length) break;
          t += length;
        }
      }
      const one = answered(coxRegression({ ...data, covariates: [data.a, data.b] }, { cluster }));
      one.coefficients.forEach((c, j) => {
        if (c.interval.lower <= truth[j]! && truth[j]! <= c.interval.upper) covered[j]!++;
      });
    }
    for (const count of covered) {
      expect(count / trials).toBeGreaterThan(0.91);
      expect(count / trials).toBeLessThan(0.98);
    }
  });
});

describe("Cox regression where there is no answer", () => {
  const exit = [1, 2, 3, 4, 5, 6, 7, 8];
  const event = [1, 1, 1, 1, 0, 1, 0, 1];
  const x = [0.3, -1, 0.5, 2, -0.2, 0.1, 1, 0.4];

  it("names the columns that separate", () => {
    const noEvents = event.map((e) => 1 - e); // 1 exactly where nobody has the event
    const refused = coxRegression({ exit, event, covariates: [x, noEvents], names: ["x", "never"] });
    expect(refused).toEqual({ refused: "separated", detail: { columns: [1], names: ["never"] } });
  });

  it("separates also where the one who falls is always the largest", () => {
    const refused = coxRegression({
      exit,
      event: exit.map(() => 1),
      covariates: [exit.map((t) => -t)],
      names: ["rank"],
    });
    expect(refused).toMatchObject({ refused: "separated", detail: { names: ["rank"] } });
  });

  it("does not take a strong effect or a rare covariate for separation", () => {
    const generator = createGenerator(8);
    const n = 4000;
    const strong = Array.from({ length: n }, () => 3 * drawNormal(generator));
    const rare = strong.map((_, i) => (i < 6 ? 1 : 0));
    const time = strong.map((s) => -Math.log(generator.uniform()) * Math.exp(-4 * s));
    const fit = answered(coxRegression({ exit: time, event: time.map(() => 1), covariates: [strong, rare] }));
    expect(Math.abs(fit.coefficients[0]!.estimate - 4)).toBeLessThan(0.3);
  });

  it("names constant and collinear columns, and those constant within every stratum", () => {
    const names = ["x", "same", "double"];
    expect(
      coxRegression({ exit, event, covariates: [x, exit.map(() => 0.1), x.map((v) => 2 * v + 1)], names }),
    ).toEqual({
      refused: "rank-deficient",
      detail: { columns: [1, 2], names: ["same", "double"] },
    });
    const strata = [1, 1, 1, 1, 2, 2, 2, 2];
    expect(
      coxRegression({ exit, event, covariates: [x, strata], strata, names: ["x", "stratum"] }),
    ).toMatchObject({
      refused: "rank-deficient",
      detail: { names: ["stratum"] },
    });
  });

  it("refuses no rows, one row, all censored, one cluster", () => {
    expect(coxRegression({ exit: [], event: [], covariates: [[]] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(coxRegression({ exit: [1], event: [1], covariates: [[2]] })).toMatchObject({
      refused: "rank-deficient",
    });
    expect(coxRegression({ exit, event: exit.map(() => 0), covariates: [x] })).toMatchObject({
      refused: "no-events",
    });
    expect(coxRegression({ exit, event, covariates: [x] }, { cluster: exit.map(() => "one") })).toMatchObject(
      {
        refused: "too-few-clusters",
      },
    );
    expect(coxRegression({ exit, event, covariates: [x] }, { maximumIterations: 1 })).toMatchObject({
      refused: "not-converged",
    });
  });

  it("throws naming the argument", () => {
    const good = { exit, event, covariates: [x] };
    const faulty: [string, () => unknown][] = [
      ["entry", () => coxRegression({ ...good, entry: exit })], // empty intervals
      ["entry", () => coxRegression({ ...good, entry: [0] })],
      ["exit", () => coxRegression({ ...good, exit: [Number.NaN, ...exit.slice(1)] })],
      ["event", () => coxRegression({ ...good, event: exit })],
      ["covariates", () => coxRegression({ ...good, covariates: [] })],
      ["covariates[0]", () => coxRegression({ ...good, covariates: [[1]] })],
      [
        "covariates[0]",
        () => coxRegression({ ...good, covariates: [x.map(() => Number.POSITIVE_INFINITY)] }),
      ],
      ["names", () => coxRegression({ ...good, names: [] })],
      ["strata", () => coxRegression({ ...good, strata: [1] })],
      ["offset", () => coxRegression({ ...good, offset: x.map(() => Number.NaN) })],
      ["weights", () => coxRegression({ ...good, weights: x })],
      ["cluster", () => coxRegression(good, { cluster: [1] })],
      ["ties", () => coxRegression(good, { ties: "exact" as "efron" })],
      ["level", () => coxRegression(good, { level: 0 })],
      ["score", () => concordance(good, [1])],
    ];
    for (const [argument, call] of faulty) expect(call).toThrow(argument);
    const fit = answered(coxRegression(good));
    expect(() => coxExpectedCurves(good, fit, [1, 2])).toThrow("covariates");
    expect(() => coxExpectedCurves({ exit: [1], event: [1], covariates: [[1]] }, fit)).toThrow("rows");
    expect(() => proportionalHazardsTest(good, fit, "rank" as "km")).toThrow("transform");
    expect(concordance({ exit: [1, 2], event: [0, 1] }, [1, 2])).toMatchObject({ refused: "not-identified" });
  });
});
