import { describe, expect, it } from "vitest";
import { answered, expectClose, standardErrors } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { betweenRegression } from "./between-regression";
import { classicalCovariance } from "./classical-covariance";
import { fixedEffects } from "./fixed-effects";
import { groupMeanColumns } from "./group-mean-columns";
import { hausmanTest } from "./hausman";
import { mundlakRegression } from "./mundlak";
import { randomEffects } from "./random-effects";

const { Grunfeld: grunfeld } = readReference("inputs");
const expected = readReference("expected").fe_grunfeld;
const more = readReference("regression");
const { panel } = more;
const firms = {
  outcome: grunfeld.inv,
  covariates: [grunfeld.value, grunfeld.capital],
  names: ["value", "capital"],
  group: grunfeld.firm,
};
const accounts = { outcome: panel.y, covariates: [panel.x1, panel.x2, panel.x3], group: panel.account };

describe("random effects and Hausman, as plm", () => {
  it("Grunfeld", () => {
    const random = answered(randomEffects(firms));
    const r = expected.random;
    expectClose(
      random.coefficients.map((c) => c.estimate),
      r.coef,
    );
    expectClose(
      random.coefficients.map((c) => c.standardError),
      r.se,
    );
    expectClose([random.idiosyncraticVariance, random.groupVariance], [r.sigma2_idios, r.sigma2_id]);
    expectClose([random.theta[0]!], [r.theta]);
    const test = answered(hausmanTest(random));
    expectClose(
      [test.statistic, test.degreesOfFreedom, test.pValue],
      Object.values<number>(expected.hausman),
    );
    expect(random.coefficients.map((c) => [c.name, c.column])).toEqual([
      ["(Intercept)", -1],
      ["value", 0],
      ["capital", 1],
    ]);
  });

  it("an unbalanced panel", () => {
    const random = answered(randomEffects(accounts));
    const r = more.random;
    expectClose([random.idiosyncraticVariance, random.groupVariance], r.sigma2);
    expectClose(
      random.coefficients.map((c) => c.estimate),
      r.coef,
    );
    expectClose(
      random.coefficients.map((c) => c.standardError),
      r.se,
    );
    const test = answered(hausmanTest(random));
    expectClose([test.statistic, test.degreesOfFreedom, test.pValue], [r.hausman, r.df, r.p]);
  });

  it("between", () => {
    const fit = answered(betweenRegression(accounts));
    expectClose(fit.coefficients, more.between.coef);
    expectClose(standardErrors(classicalCovariance(fit)), more.between.se);
  });

  it("sets a negative group variance to 0 and says so", () => {
    const random = answered(
      randomEffects({ outcome: more.boundary.flat, covariates: [panel.x1], group: panel.account }),
    );
    expect(random.groupVariance).toBe(0);
    expect(random.warnings.length).toBe(1);
  });
});

describe("Mundlak", () => {
  it("Grunfeld, as lm on the means with vcovCL", () => {
    const result = answered(mundlakRegression(firms));
    expectClose(
      result.coefficients.map((c) => c.estimate),
      expected.mundlak.coef,
    );
    expectClose(
      result.coefficients.map((c) => c.standardError),
      expected.mundlak.cluster_se_HC1,
    );
    expect(result.meansTest!.degreesOfFreedom).toBe(2);
  });

  it("an unbalanced panel; its slopes are those of fixed effects", () => {
    const result = answered(mundlakRegression(accounts));
    expectClose(
      result.coefficients.map((c) => c.estimate),
      more.mundlak.coef,
    );
    expectClose(
      result.coefficients.map((c) => c.standardError),
      more.mundlak.se,
    );
    const fixed = answered(fixedEffects({ ...accounts, effects: [panel.account] }));
    expectClose(
      result.coefficients.slice(1, 4).map((c) => c.estimate),
      fixed.coefficients,
      1e-10,
    );
  });

  it("a covariate constant within groups stands once", () => {
    const result = answered(
      mundlakRegression({ ...accounts, covariates: [panel.region, panel.x1], names: ["region", "x1"] }),
    );
    expect(result.coefficients.map((c) => c.name)).toEqual(["(Intercept)", "region", "x1", "mean of x1"]);
  });
});

describe("what cannot be answered", () => {
  it("refuses too few groups and no group variation", () => {
    const one = { ...accounts, group: panel.y.map(() => 1) };
    expect(mundlakRegression(one)).toMatchObject({ refused: "too-few-clusters" });
    expect(randomEffects(one)).toHaveProperty("refused");
    expect(betweenRegression(one)).toHaveProperty("refused");
  });

  it("throws on malformed input", () => {
    expect(() => randomEffects({ ...accounts, outcome: [Number.NaN] })).toThrow(/outcome/);
    expect(() => mundlakRegression({ ...accounts, group: [1] })).toThrow();
    expect(() => betweenRegression({ ...accounts, group: [1] })).toThrow(/group/);
    expect(() => groupMeanColumns([[1, Infinity]], [1, 1])).toThrow(/columns\[0\]/);
  });
});
