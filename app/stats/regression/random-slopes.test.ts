import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { randomIntercept } from "./random-intercept";
import { randomSlopes } from "./random-slopes";

const { sleepstudy } = readReference("inputs");
const expected = readReference("expected").lmer.sleepstudy_rs_REML;
const more = readReference("regression");
const { panel } = more;
const sleep = {
  outcome: sleepstudy.Reaction,
  covariates: [sleepstudy.Days],
  group: sleepstudy.Subject,
  slopes: [0],
};

describe("random slopes, as lme4", () => {
  it("sleepstudy", () => {
    const fit = answered(randomSlopes(sleep));
    expectClose(
      fit.coefficients.map((c) => c.estimate),
      expected.fixef,
      1e-8,
    );
    expectClose(
      fit.coefficients.map((c) => c.standardError),
      expected.se,
      1e-6,
    );
    expectClose(
      fit.coefficients.map((c) => c.degreesOfFreedom),
      [17, 17],
      1e-6,
    );
    const v = fit.groupCovariance.values;
    expectClose([v[0]!, v[3]!, v[1]!, fit.residualVariance], expected.var, 2e-6);
    expectClose([fit.logLikelihood], [expected.logLik]);
  });

  it("an unbalanced panel", () => {
    const fit = answered(
      randomSlopes({ outcome: panel.y, covariates: [panel.x1, panel.x2], group: panel.account, slopes: [0] }),
    );
    const r = more.lmer.slope_REML;
    expectClose(
      fit.coefficients.map((c) => c.estimate),
      r.fixef,
      1e-6,
    );
    expectClose(
      fit.coefficients.map((c) => c.standardError),
      r.se,
      1e-6,
    );
    expectClose(
      fit.coefficients.map((c) => c.degreesOfFreedom),
      r.df,
      1e-4,
    );
    const v = fit.groupCovariance.values;
    expectClose([v[0]!, v[3]!, v[1]!, fit.residualVariance], r.var, 5e-6);
    expectClose([fit.logLikelihood], [r.logLik]);
    expectClose(
      fit.groupEffects.map((g) => g.estimates[0]!),
      r.blup["(Intercept)"],
      1e-4,
    );
    expectClose(
      fit.groupEffects.map((g) => g.estimates[1]!),
      r.blup.x1,
      1e-4,
    );
  });

  it("without slopes it is the random intercept", () => {
    const fit = answered(randomSlopes({ ...sleep, slopes: [] }));
    const intercept = answered(randomIntercept(sleep));
    expectClose(
      [fit.groupCovariance.values[0]!, fit.residualVariance],
      [intercept.groupVariance, intercept.residualVariance],
      1e-7,
    );
    expectClose(
      fit.coefficients.map((c) => c.degreesOfFreedom),
      intercept.coefficients.map((c) => c.degreesOfFreedom),
      1e-6,
    );
    expectClose([fit.logLikelihood], [intercept.logLikelihood], 1e-12);
  });

  it("no variance between groups at all is an answer", () => {
    const fit = answered(
      randomSlopes({
        outcome: more.boundary.flat,
        covariates: [panel.x1],
        group: panel.account,
        slopes: [0],
      }),
    );
    expect(fit.atBoundary).toBe(true);
    expect(fit.warnings.length).toBe(1);
  });

  it("refuses and throws", () => {
    expect(
      randomSlopes({ ...sleep, group: sleep.group.map((_: unknown, i: number) => i % 2) }),
    ).toMatchObject({
      refused: "too-few-clusters",
    });
    expect(randomSlopes({ ...sleep, covariates: [sleepstudy.Days, sleepstudy.Days] })).toMatchObject({
      refused: "rank-deficient",
    });
    expect(randomSlopes({ ...sleep, outcome: sleepstudy.Days })).toMatchObject({ refused: "no-variation" });
    expect(() => randomSlopes({ ...sleep, slopes: [3] })).toThrow(/slopes/);
    expect(() => randomSlopes({ ...sleep, outcome: [Number.NaN] })).toThrow(/outcome/);
  });
});
