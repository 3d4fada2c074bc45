import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { createGenerator } from "../random/generator";
import { randomIntercept } from "./random-intercept";
import { profileRandomIntercept } from "./random-intercept-profile";
import { shrunkenRanks } from "./shrunken-ranks";

const { sleepstudy } = readReference("inputs");
const expected = readReference("expected").lmer;
const more = readReference("regression");
const { panel } = more;

describe("sleepstudy, as lme4 and lmerTest", () => {
  const fitBy = (method: "REML" | "ML") =>
    answered(
      randomIntercept({
        outcome: sleepstudy.Reaction,
        covariates: [sleepstudy.Days],
        group: sleepstudy.Subject,
        method,
      }),
    );

  it.each(["REML", "ML"] as const)("%s", (method) => {
    const result = fitBy(method);
    const r = expected[`sleepstudy_ri_${method}`];
    expectClose(
      result.coefficients.map((c) => c.estimate),
      r.fixef,
    );
    expectClose(
      result.coefficients.map((c) => c.standardError),
      r.se,
      1e-6,
    );
    expectClose(
      result.coefficients.map((c) => c.degreesOfFreedom),
      r.df_satterthwaite,
      1e-6,
    );
    expectClose(
      result.coefficients.map((c) => c.tStatistic),
      r.t,
      1e-6,
    );
    expectClose([result.groupVariance, result.residualVariance], r.var, 1e-6);
    expectClose([result.logLikelihood], [r.logLik]);
    expectClose([result.relativeStandardDeviation], [r.theta], 1e-6);
  });

  it("REML: the exact balanced solution, predictions, intraclass correlation", () => {
    const result = fitBy("REML");
    const r = expected.sleepstudy_ri_REML;
    expectClose(
      [result.residualVariance, result.groupVariance],
      [r.exact_balanced.sigma2, r.exact_balanced.tau2],
    );
    expect(result.groupEffects.map((g) => String(g.level))).toEqual(r.blup_subjects);
    expectClose(
      result.groupEffects.map((g) => g.estimate),
      r.blup,
      1e-6,
    );
    expectClose(
      result.groupEffects.map((g) => g.conditionalVariance),
      r.blup_condvar,
      1e-6,
    );
    expectClose([result.intraclassCorrelation], [r.icc], 1e-6);
  });
});

describe("unbalanced groups, as lme4", () => {
  it.each([
    ["account_REML", "account", ["x1", "x2", "x3"], "REML"],
    ["account_ML", "account", ["x1", "x2", "x3"], "ML"],
    ["region_REML", "region", ["x1"], "REML"],
    ["empty_REML", "account", [], "REML"],
  ] as const)("%s", (name, group, covariates, method) => {
    const result = answered(
      randomIntercept({
        outcome: panel.y,
        covariates: covariates.map((x) => panel[x]),
        group: panel[group],
        method,
      }),
    );
    const r = more.lmer[name];
    expectClose(
      result.coefficients.map((c) => c.estimate),
      [r.fixef].flat(),
      1e-6,
    );
    expectClose(
      result.coefficients.map((c) => c.standardError),
      [r.se].flat(),
      1e-6,
    );
    expectClose([result.groupVariance, result.residualVariance], r.var, 1e-6);
    expectClose([result.logLikelihood], [r.logLik]);
    if (r.df !== undefined) {
      expectClose(
        result.coefficients.map((c) => c.degreesOfFreedom),
        r.df,
        1e-5,
      );
    }
    expectClose(
      result.groupEffects.map((g) => g.estimate),
      r.blup["(Intercept)"],
      1e-5,
    );
    expectClose(
      result.groupEffects.map((g) => g.conditionalVariance),
      r.condvar,
      1e-6,
    );
  });

  it("a variance of 0 is an answer", () => {
    const result = answered(
      randomIntercept({ outcome: more.boundary.flat, covariates: [panel.x1], group: panel.account }),
    );
    expect(result.groupVariance).toBe(0);
    expect(result.atBoundary).toBe(true);
    expect(result.warnings).toEqual(["the variance between groups is estimated as 0"]);
    expectClose(
      result.coefficients.map((c) => c.estimate),
      more.boundary.fixef,
    );
    expectClose(
      result.coefficients.map((c) => c.standardError),
      more.boundary.se,
    );
    expectClose([result.logLikelihood], [more.boundary.logLik]);
    expect(result.groupEffects.every((g) => g.estimate === 0)).toBe(true);
    expectClose(
      result.coefficients.map((c) => c.degreesOfFreedom),
      [result.n - 2, result.n - 2],
    );
  });
});

describe("profile intervals, as lme4's up to its interpolation", () => {
  const limits = (profile: ReturnType<typeof profileRandomIntercept>, side: "lower" | "upper") => [
    profile.groupStandardDeviation[side],
    profile.residualStandardDeviation[side],
    ...profile.coefficients.map((c) => c[side]),
  ];

  it("sleepstudy", () => {
    const fit = answered(
      randomIntercept({
        outcome: sleepstudy.Reaction,
        covariates: [sleepstudy.Days],
        group: sleepstudy.Subject,
      }),
    );
    const profile = profileRandomIntercept(fit);
    const r = expected.sleepstudy_ri_ML.profile_ci;
    expectClose(limits(profile, "lower"), r.lower, 1e-5);
    expectClose(limits(profile, "upper"), r.upper, 1e-5);
  });

  it("unbalanced groups", () => {
    const fit = answered(
      randomIntercept({ outcome: panel.y, covariates: [panel.x1, panel.x2, panel.x3], group: panel.account }),
    );
    const profile = profileRandomIntercept(fit);
    const r = more.lmer.profile_ML;
    expectClose(limits(profile, "lower"), r.lower, 1e-5);
    expectClose(limits(profile, "upper"), r.upper, 1e-5);
    const flat = answered(
      randomIntercept({ outcome: more.boundary.flat, covariates: [panel.x1], group: panel.account }),
    );
    expect(profileRandomIntercept(flat).groupStandardDeviation.lower).toBe(0);
    expect(() => profileRandomIntercept(fit, 0)).toThrow(/level/);
  });
});

describe("shrunken ranks", () => {
  const fit = answered(randomIntercept({ outcome: panel.y, covariates: [panel.x1], group: panel.account }));

  it("order groups by their effect, spread over what the data leave open", () => {
    const ranks = shrunkenRanks(fit.groupEffects, { generator: createGenerator(1) });
    const total = ranks.reduce((sum, rank) => sum + rank.expectedRank, 0);
    expectClose([total], [(40 * 41) / 2]);
    const best = fit.groupEffects.reduce((a, b) => (b.estimate > a.estimate ? b : a));
    const first = ranks.reduce((a, b) => (b.expectedRank < a.expectedRank ? b : a));
    expect(first.level).toBe(best.level);
    expect(ranks.every((r) => r.interval.lower <= r.expectedRank && r.expectedRank <= r.interval.upper)).toBe(
      true,
    );
    expect(shrunkenRanks(fit.groupEffects, { generator: createGenerator(1) })).toEqual(ranks);
  });

  it("groups that do not differ share the middle", () => {
    const effects = [1, 2, 3].map((level) => ({ level, rows: 5, estimate: 0, conditionalVariance: 0 }));
    for (const rank of shrunkenRanks(effects, { generator: createGenerator(2) })) {
      expect(rank.expectedRank).toBeCloseTo(2, 0);
      expect([rank.interval.lower, rank.interval.upper]).toEqual([1, 3]);
    }
  });

  it("throws on what it cannot use", () => {
    const generator = createGenerator(1);
    expect(() => shrunkenRanks([], { generator })).toThrow(/groupEffects/);
    expect(() => shrunkenRanks(fit.groupEffects, { generator, draws: 5 })).toThrow(/draws/);
    expect(() => shrunkenRanks(fit.groupEffects, { generator, level: 2 })).toThrow(/level/);
  });
});

describe("what cannot be answered", () => {
  const base = { outcome: panel.y, covariates: [panel.x1], group: panel.account };

  it("refuses", () => {
    expect(randomIntercept({ ...base, group: panel.y.map(() => 1) })).toMatchObject({
      refused: "too-few-clusters",
    });
    expect(randomIntercept({ ...base, group: panel.y.map((_: number, i: number) => i) })).toMatchObject({
      refused: "not-identified",
    });
    expect(randomIntercept({ outcome: [1], covariates: [[1]], group: [1] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(randomIntercept({ ...base, outcome: panel.account })).toMatchObject({ refused: "no-variation" });
    expect(randomIntercept({ ...base, outcome: panel.y.map(() => 4) })).toMatchObject({
      refused: "no-variation",
    });
  });

  it("leaves out and names collinear columns", () => {
    const fit = answered(
      randomIntercept({
        ...base,
        covariates: [panel.x1.map(() => 1), panel.x1, panel.x1.map((x: number) => 3 - x)],
        names: ["one", "x", "y"],
      }),
    );
    expect(fit.coefficients.map((c) => c.name)).toEqual(["(Intercept)", "x"]);
    expect(fit.warnings.length).toBe(2);
  });

  it("throws", () => {
    expect(() => randomIntercept({ ...base, outcome: [], covariates: [[]], group: [] })).toThrow(/outcome/);
    expect(() => randomIntercept({ ...base, group: [1] })).toThrow(/group/);
    expect(() => randomIntercept({ ...base, covariates: [[Number.NaN]] })).toThrow(/covariates\[0\]/);
    expect(() => randomIntercept({ ...base, level: 0 })).toThrow(/level/);
  });
});
