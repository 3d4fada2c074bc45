import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { drawNormal, drawPoisson } from "../random/draws";
import { createGenerator } from "../random/generator";
import { coxRegression } from "../survival/cox-regression";
import { type DiscreteHazardRows, discreteTimeHazard, personPeriods } from "./discrete-time-hazard";
import { type GlmFit, type GlmRows, generalisedLinearModel } from "./generalised-linear-model";
import type { FamilyName } from "./response-family";

const { mtcars, lung } = readReference("inputs");
const expected = readReference("expected");
const own = readReference("survival");
const estimates = (fit: GlmFit) => fit.coefficients.map((c) => c.estimate);
const errors = (fit: GlmFit) => fit.coefficients.map((c) => c.standardError);
const ones = (n: number) => Array.from({ length: n }, () => 1);

/** R's `glm` stops when the deviance has settled, which leaves its coefficients about 1e-8 short. */
const parameterTolerance = 1e-6;

function expectFit(fit: GlmFit, want: { coef: number[]; se: number[]; loglik: number; deviance: number }) {
  expectClose(estimates(fit), want.coef, parameterTolerance);
  expectClose(
    fit.coefficients.map((c) => c.modelStandardError),
    want.se,
    parameterTolerance,
  );
  expectClose([fit.logLikelihood, fit.deviance], [want.loglik, want.deviance]);
}

describe("generalised linear models against R", () => {
  it("logit and Poisson on mtcars", () => {
    const intercept = ones(32);
    const logit = answered(
      generalisedLinearModel({ response: mtcars.am, columns: [intercept, mtcars.wt] }, { family: "logit" }),
    );
    expectFit(logit, expected.glm.logit_mtcars_am_wt);
    const poisson = answered(
      generalisedLinearModel(
        { response: mtcars.carb, columns: [intercept, mtcars.wt, mtcars.hp] },
        { family: "poisson" },
      ),
    );
    expectFit(poisson, expected.glm.poisson_carb_wt_hp);
  });

  const known = [...lung.time.keys()].filter((i: number) => lung["ph.ecog"][i] !== null);
  const pick = (column: number[]) => known.map((i) => column[i]!);
  const lungRows: DiscreteHazardRows = {
    exit: pick(lung.time),
    event: pick(lung.status).map((status) => status - 1),
    covariates: [pick(lung.age), pick(lung.sex), pick(lung["ph.ecog"])],
    names: ["age", "sex", "ph.ecog"],
  };
  it.each(["logit", "cloglog"] as const)("discrete-time hazard of lung in 90-day periods, %s", (link) => {
    const want = expected.discrete_hazard[link];
    const fit = answered(discreteTimeHazard(lungRows, { link, width: 90, lastPeriod: 8, cluster: known }));
    expect(fit.n).toBe(expected.discrete_hazard.rows);
    expect(fit.coefficients.map((c) => c.name).slice(7)).toEqual(["period 8", "age", "sex", "ph.ecog"]);
    expectFit(fit, want);
    if (link === "logit") expectClose(errors(fit), want.cluster_se_id_CR1_glm);
  });

  const { x1, x2, year, event, count, entry, exit, id, w } = own.rows;
  const intercept = ones(event.length);
  const logExposure = exit.map((stop: number, i: number) => Math.log(stop - entry[i]));
  const cases: [string, GlmRows, FamilyName][] = [
    ["logit", { response: event, columns: [intercept, x1, x2, year] }, "logit"],
    [
      "cloglog_offset",
      { response: event, columns: [intercept, x1, x2, year], offset: logExposure },
      "cloglog",
    ],
    [
      "poisson_offset",
      { response: count, columns: [intercept, x1, x2, year], offset: logExposure },
      "poisson",
    ],
    ["logit_weights", { response: event, columns: [intercept, x1, x2], weights: w }, "logit"],
  ];
  it.each(cases)("with offset, weights, a calendar year and clusters: %s", (key, rows, family) => {
    const want = own.glm[key];
    const fit = answered(generalisedLinearModel(rows, { family, cluster: id }));
    expectFit(fit, want);
    expectClose(errors(fit), want.cluster, parameterTolerance);
    const stata = answered(
      generalisedLinearModel(rows, { family, cluster: id, adjustment: "groups and parameters" }),
    );
    expectClose(errors(stata), want.cluster_k, parameterTolerance);
  });
});

describe("generalised linear models by their properties", () => {
  const { x1, event, id, w } = own.rows;
  const intercept = ones(event.length);

  it("do not depend on units or order; a weight of 2 is two rows", () => {
    const base = answered(
      generalisedLinearModel(
        { response: event, columns: [intercept, x1] },
        { family: "cloglog", cluster: id },
      ),
    );
    const back = <T>(column: readonly T[]) => [...column].reverse();
    const other = answered(
      generalisedLinearModel(
        {
          response: back(event) as number[],
          columns: [intercept, back(x1).map((x) => 1e4 * (x as number) - 3e7)],
        },
        { family: "cloglog", cluster: back(id) as number[] },
      ),
    );
    expectClose(
      [estimates(other)[1]! * 1e4, errors(other)[1]! * 1e4],
      [estimates(base)[1]!, errors(base)[1]!],
      1e-9,
    );
    const repeat = (column: number[]) => column.flatMap((value, i) => ones(w[i]).map(() => value));
    const repeated = { response: repeat(event), columns: [repeat(intercept), repeat(x1)] };
    const weighted = { response: event, columns: [intercept, x1], weights: w };
    for (const family of ["logit", "cloglog", "poisson"] as const) {
      const a = answered(generalisedLinearModel(repeated, { family }));
      const b = answered(generalisedLinearModel(weighted, { family }));
      expectClose([...estimates(a), ...errors(a)], [...estimates(b), ...errors(b)], 1e-9);
    }
  });

  it("give the rate itself for an intercept alone: log(events / exposure)", () => {
    const fit = answered(
      generalisedLinearModel(
        { response: [2, 0, 3], columns: [ones(3)], offset: [10, 20, 30].map(Math.log) },
        { family: "poisson" },
      ),
    );
    expectClose([...estimates(fit), ...errors(fit)], [Math.log(5 / 60), Math.sqrt(1 / 5)], 1e-10);
  });

  it("have the complementary log-log coefficients near Cox's on the same lives", () => {
    const generator = createGenerator("cloglog-cox");
    const x = Array.from({ length: 1500 }, () => drawNormal(generator));
    const life = x.map((value) => (-Math.log(generator.uniform()) * 12) / Math.exp(0.6 * value));
    const exit = life.map((t) => Math.min(t, 24));
    const event = life.map((t) => (t <= 24 ? 1 : 0));
    const grouped = answered(
      discreteTimeHazard({ exit, event, covariates: [x] }, { width: 3, lastPeriod: 8 }),
    );
    const cox = answered(coxRegression({ exit, event, covariates: [x] }));
    expect(Math.abs(grouped.coefficients.at(-1)!.estimate - cox.coefficients[0]!.estimate)).toBeLessThan(
      0.02,
    );
  });

  it("recover planted coefficients with the coverage they state", () => {
    const generator = createGenerator("glm-coverage");
    const trials = 300;
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const cluster: number[] = [];
      const x: number[] = [];
      const y: number[] = [];
      for (let unit = 0; unit < 80; unit++) {
        const shared = 0.3 * drawNormal(generator);
        const level = drawNormal(generator);
        for (let month = 0; month < 5; month++) {
          cluster.push(unit);
          x.push(level);
          const mean = Math.exp(-0.5 + 0.4 * level + shared);
          y.push(drawPoisson(generator, mean));
        }
      }
      const rows = { response: y, columns: [ones(x.length), x] };
      const fit = answered(generalisedLinearModel(rows, { family: "poisson", cluster }));
      const { lower, upper } = fit.coefficients[1]!.interval;
      if (lower <= 0.4 && 0.4 <= upper) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.89);
    expect(covered / trials).toBeLessThan(0.98);
  });
});

describe("person-periods", () => {
  it("yields the periods a row touches, from its entry on", () => {
    const periods = personPeriods(
      { entry: [0, 45, 30], exit: [60, 100, 31], event: [1, 0, 1] },
      { width: 30 },
    );
    expect([...periods.source]).toEqual([0, 0, 1, 1, 1, 2]);
    expect([...periods.period]).toEqual([1, 2, 2, 3, 4, 2]);
    expect([...periods.event]).toEqual([0, 1, 0, 0, 0, 1]);
  });

  it("names a faulty argument", () => {
    const one = { exit: [10], event: [1] };
    expect(() => personPeriods(one, { width: 0 })).toThrow("width");
    expect(() => personPeriods({ ...one, exit: [0] }, { width: 1 })).toThrow("exit");
    expect(() => personPeriods({ ...one, entry: [-1] }, { width: 1 })).toThrow("entry");
    expect(() => discreteTimeHazard({ ...one, covariates: [[1, 2]] }, { width: 1, lastPeriod: 2 })).toThrow(
      "covariates[0]",
    );
    expect(() => discreteTimeHazard({ ...one, covariates: [] }, { width: 1, lastPeriod: 0 })).toThrow(
      "lastPeriod",
    );
  });
});

describe("generalised linear models where there is no answer", () => {
  const x = [0.1, 0.9, -0.3, 0.4, 0.2, 1.3];
  const y = [0, 1, 0, 0, 1, 1];
  const modelOf = (rows: GlmRows, family: FamilyName = "logit") => generalisedLinearModel(rows, { family });

  it.each(["logit", "cloglog"] as const)("names the columns that separate, %s", (family) => {
    const columns = [ones(6), x, y.map((value) => 2 * value)];
    expect(modelOf({ response: y, columns, names: ["one", "x", "twin"] }, family)).toMatchObject({
      refused: "separated",
    });
    const cell = [1, 0, 1, 0, 0, 0]; // only zeros among its rows
    expect(
      modelOf({ response: y, columns: [ones(6), x, cell], names: ["one", "x", "cell"] }, family),
    ).toEqual({
      refused: "separated",
      detail: { columns: [2], names: ["cell"] },
    });
  });

  it("names a cell in which all have the event, where the complementary log-log information dies away", () => {
    const response = [0, 1, 0, 1, 1, 0, 1, 1, 1];
    const columns = [ones(9), [0.1, 0.9, -0.3, 0.4, 0.2, 1.3, 0, 0.5, 1], [0, 0, 0, 0, 0, 0, 1, 1, 1]];
    for (const family of ["logit", "cloglog"] as const) {
      expect(generalisedLinearModel({ response, columns, names: ["one", "x", "cell"] }, { family })).toEqual({
        refused: "separated",
        detail: { columns: [2], names: ["cell"] },
      });
    }
  });

  it("names a Poisson cell without events, and a period without", () => {
    expect(
      modelOf(
        { response: [3, 1, 0, 0], columns: [ones(4), [0, 0, 1, 1]], names: ["one", "cell"] },
        "poisson",
      ),
    ).toEqual({
      refused: "separated",
      detail: { columns: [1], names: ["cell"] },
    });
    const rows = { exit: [1, 1, 2, 2, 3, 3], event: [1, 0, 0, 0, 1, 0], covariates: [x] };
    expect(discreteTimeHazard(rows, { width: 1, lastPeriod: 3 })).toMatchObject({
      refused: "separated",
      detail: { names: ["period 2"] },
    });
  });

  it("names collinear columns", () => {
    expect(
      modelOf({ response: y, columns: [ones(6), x, x.map((v) => 3 - v)], names: ["one", "x", "mirror"] }),
    ).toEqual({
      refused: "rank-deficient",
      detail: { columns: [2], names: ["mirror"] },
    });
    expect(modelOf({ response: y, columns: [ones(6), ones(6)] })).toMatchObject({
      refused: "rank-deficient",
    });
    expect(modelOf({ response: y, columns: [x, ones(6).map(() => 0)] })).toMatchObject({
      refused: "rank-deficient",
    });
  });

  it("refuses no rows, too few, no event, no variation, one cluster", () => {
    expect(modelOf({ response: [], columns: [[]] })).toMatchObject({ refused: "too-few-observations" });
    expect(modelOf({ response: [1], columns: [[1], [2]] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(modelOf({ response: [0, 0], columns: [[1, 1]] }, "poisson")).toMatchObject({
      refused: "no-events",
    });
    expect(modelOf({ response: [1, 1], columns: [[1, 1]] })).toMatchObject({ refused: "no-variation" });
    const one = generalisedLinearModel({ response: y, columns: [x] }, { family: "logit", cluster: ones(6) });
    expect(one).toMatchObject({ refused: "too-few-clusters" });
  });

  it("throws naming the argument", () => {
    const good = { response: y, columns: [x] };
    const faulty: [string, () => unknown][] = [
      ["response", () => modelOf({ ...good, response: x })],
      ["response", () => modelOf({ ...good, response: y.map(() => -1) }, "poisson")],
      ["response", () => modelOf({ ...good, response: y.map(() => Number.NaN) })],
      ["columns", () => modelOf({ ...good, columns: [] })],
      ["columns[0]", () => modelOf({ ...good, columns: [[1]] })],
      ["columns[0]", () => modelOf({ ...good, columns: [x.map(() => Number.POSITIVE_INFINITY)] })],
      ["names", () => modelOf({ ...good, names: [] })],
      ["weights", () => modelOf({ ...good, weights: x })],
      ["offset", () => modelOf({ ...good, offset: [1] })],
      ["family", () => modelOf(good, "probit" as "logit")],
      ["cluster", () => generalisedLinearModel(good, { family: "logit", cluster: [1] })],
      ["level", () => generalisedLinearModel(good, { family: "logit", level: 2 })],
      [
        "adjustment",
        () => generalisedLinearModel(good, { family: "logit", cluster: x, adjustment: "x" as "none" }),
      ],
    ];
    for (const [argument, call] of faulty) expect(call).toThrow(argument);
  });
});
