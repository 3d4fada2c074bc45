import { describe, expect, it } from "vitest";
import { answered, expectClose, standardErrors } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { classicalCovariance } from "./classical-covariance";
import { type ClusteredCovarianceOptions, clusteredCovariance } from "./clustered-covariance";
import { estimateEffectLevels } from "./effect-levels";
import { fixedEffects } from "./fixed-effects";
import type { GroupIds } from "./group-codes";

const inputs = readReference("inputs");
const expected = readReference("expected");
const more = readReference("regression");
const { panel } = more;
const grunfeld = inputs.Grunfeld;
const fe = expected.fe_grunfeld;
const grunfeldInput = {
  outcome: grunfeld.inv,
  covariates: [grunfeld.value, grunfeld.capital],
  names: ["value", "capital"],
};

function errors(
  fit: Parameters<typeof clusteredCovariance>[0],
  by: GroupIds[],
  options?: ClusteredCovarianceOptions,
) {
  return standardErrors(answered(clusteredCovariance(fit, by, options)));
}
const CR0 = { parametersCounted: "none", groupFactor: "none" } as const;

describe("Grunfeld, one way", () => {
  const fit = answered(fixedEffects({ ...grunfeldInput, effects: [grunfeld.firm] }));

  it("meets plm", () => {
    expectClose(fit.coefficients, fe.oneway.coef);
    expectClose(standardErrors(classicalCovariance(fit)), fe.oneway.se_classical);
    expectClose([fit.residualSumOfSquares], [fe.oneway.rss]);
    expectClose(errors(fit, [grunfeld.firm], CR0), fe.oneway.arellano_HC0);
    expectClose(
      errors(fit, [grunfeld.firm], CR0).map((se) => se * Math.sqrt(200 / 198)),
      fe.oneway.arellano_HC1,
    );
    expectClose(errors(fit, [grunfeld.firm], { parametersCounted: "slopes" }), fe.oneway.arellano_sss);
  });

  it("gives the firms' intercepts", () => {
    const [firms] = estimateEffectLevels(fit);
    expectClose(
      firms!.map((firm) => firm.estimate),
      Object.values<number>(fe.twoway.firm_fe),
    );
  });
});

describe("Grunfeld, two ways", () => {
  const { firm, year } = grunfeld;
  const fit = answered(fixedEffects({ ...grunfeldInput, effects: [firm, year] }));

  it("meets plm, lm with dummies, fixest", () => {
    const r = fe.twoway;
    expectClose(fit.coefficients, r.coef);
    expectClose(standardErrors(classicalCovariance(fit)), r.se_classical);
    expectClose([fit.residualSumOfSquares], [r.rss]);
    expectClose(errors(fit, [firm], CR0), r.arellano_HC0);
    expectClose(errors(fit, [firm], { parametersCounted: "slopes" }), r.arellano_sss);
    expectClose(errors(fit, [firm], { parametersCounted: "all" }), r.lsdv_vcovCL_HC1);
    expectClose(errors(fit, [firm], { parametersCounted: "none" }), fe.twoway.cr_clubSandwich.CR1.se);
    const nested = answered(clusteredCovariance(fit, [firm]));
    expectClose(standardErrors(nested), r.fixest_default_nested);
    expect([nested.parameters, nested.degreesOfFreedom]).toEqual([22, 9]);
    expectClose(errors(fit, [firm, year]), r.twoway_cluster_firm_year_fixest);
    expectClose(
      errors(fit, [firm, year], { parametersCounted: "all", groupFactor: "each" }),
      r.twoway_cluster_vcovCL_multi0_false,
    );
  });

  it("gives firm and year effects as fixest's fixef", () => {
    const [firms, years] = estimateEffectLevels(fit);
    expectClose(
      firms!.map((level) => level.estimate),
      Object.values<number>(fe.twoway.twoway_fe_fixest.firm),
    );
    expectClose(
      years!.map((level) => level.estimate),
      Object.values<number>(fe.twoway.twoway_fe_fixest.year),
    );
    expect(years![0]).toEqual({ level: 1935, estimate: 0 });
  });
});

describe("the county panel of minimum wages, two ways", () => {
  it("meets the static fit of fixest", () => {
    const { mpdta } = inputs;
    const key = Object.keys(mpdta);
    const treated = mpdta.year.map((year: number, i: number) =>
      mpdta["first.treat"][i] > 0 && year >= mpdta["first.treat"][i] ? 1 : 0,
    );
    expect(key).toContain("lemp");
    const fit = answered(
      fixedEffects({ outcome: mpdta.lemp, covariates: [treated], effects: [mpdta.countyreal, mpdta.year] }),
    );
    expectClose(fit.coefficients, [expected.event_study_mpdta.twfe_static.coef]);
    expectClose(errors(fit, [mpdta.countyreal]), [expected.event_study_mpdta.twfe_static.se]);
  });
});

describe("an unbalanced panel, as lm with dummies", () => {
  const input = { outcome: panel.y, covariates: [panel.x1, panel.x2, panel.x3], names: ["x1", "x2", "x3"] };
  const cases = {
    oneway: [panel.account],
    twoway: [panel.account, panel.month],
    threeway: [panel.account, panel.month, panel.employee],
  };

  it.each(["oneway", "twoway", "threeway"] as const)("%s", (ways) => {
    const fit = answered(fixedEffects({ ...input, effects: cases[ways] }));
    const r = more[ways];
    expectClose(fit.coefficients, r.coef);
    expect(fit.residualDegreesOfFreedom).toBe(r.df);
    expectClose([fit.residualSumOfSquares], [r.rss]);
    expectClose(standardErrors(classicalCovariance(fit)), r.classical);
    expectClose(errors(fit, [panel.account], CR0), r.CR0);
    expectClose(errors(fit, [panel.account], { parametersCounted: "all" }), r.CR1_all);
  });

  it("two ways also as plm, by region, and with two-way clusters", () => {
    const fit = answered(fixedEffects({ ...input, effects: cases.twoway }));
    const r = more.twoway;
    expectClose(errors(fit, [panel.account], { parametersCounted: "slopes" }), r.plm.sss);
    expectClose([fit.withinRSquared], [r.plm.r2]);
    expectClose(errors(fit, [panel.region], { parametersCounted: "all" }), r.by_region.CR1_all);
    const by = [panel.account, panel.month];
    expectClose(errors(fit, by, { parametersCounted: "all", groupFactor: "each" }), r.cluster_two.each_all);
    expectClose(errors(fit, by, CR0), r.cluster_two.none);
  });

  it("nested K: the effects that clusters contain count once", () => {
    const fit = answered(fixedEffects({ ...input, effects: cases.threeway }));
    const parameters = (by: GroupIds[]) => answered(clusteredCovariance(fit, by)).parameters;
    expect(parameters([panel.account])).toBe(3 + 1 + 13 + 11);
    expect(parameters([panel.region])).toBe(3 + 1 + 13 + 11);
    expect(parameters([panel.account, panel.month])).toBe(3 + 1 + 11);
    expect(parameters([panel.w])).toBe(3 + 40 + 13 + 11);
    const oneway = answered(fixedEffects({ ...input, effects: cases.oneway }));
    expect(answered(clusteredCovariance(oneway, [panel.account])).parameters).toBe(4);
    expectClose(
      errors(fit, cases.threeway.slice(0, 1)),
      more.threeway.CR0.map((se: number) => se * Math.sqrt((40 / 39) * ((fit.n - 1) / (fit.n - 28)))),
    );
  });

  it("desks within regions: two of three effects nested in the clusters", () => {
    const fit = answered(fixedEffects({ ...input, effects: [panel.account, panel.desk, panel.month] }));
    expectClose(fit.coefficients, more.desks.coef);
    expect(fit.residualDegreesOfFreedom).toBe(more.desks.df);
    expectClose(errors(fit, [panel.region], { parametersCounted: "all" }), more.desks.CR1_all);
    expect(answered(clusteredCovariance(fit, [panel.region])).parameters).toBe(3 + 14);
  });

  it("three effects, clustered by account and employee", () => {
    const fit = answered(fixedEffects({ ...input, effects: cases.threeway }));
    const by = [panel.account, panel.employee];
    expectClose(
      errors(fit, by, { parametersCounted: "all", groupFactor: "each" }),
      more.threeway.cluster_two.each_all,
    );
  });
});

describe("panels that fall apart", () => {
  const d = more.disconnected;
  const columns = { outcome: d.y, covariates: [d.x1, d.x2, d.x3] };

  it("counts components and singletons as lm's rank does", () => {
    const fit = answered(fixedEffects({ ...columns, effects: [d.account, d.month] }));
    expect(fit.singletonsDropped).toBe(d.dropped);
    expect(fit.absorbedDegreesOfFreedom + 3).toBe(d.rank);
    expect(fit.residualDegreesOfFreedom).toBe(d.df);
    expectClose(fit.coefficients, d.coef);
    expectClose(standardErrors(classicalCovariance(fit)), d.classical);
    expectClose(errors(fit, [d.account], { parametersCounted: "all" }), d.CR1_all);
  });

  it("drops a chain of singletons to its end", () => {
    // Row 3 is alone in account 9; without it row 2 is alone in month 7; without that row 0 … stay.
    const fit = fixedEffects({
      outcome: [1, 2, 3, 4, 5, 7, 1, 3],
      covariates: [[1, 3, 2, 5, 4, 4, 1, 0]],
      effects: [
        [1, 1, 1, 9, 2, 2, 3, 3],
        [1, 2, 7, 7, 1, 2, 1, 2],
      ],
    });
    expect(answered(fit).singletonsDropped).toBe(2);
    expect([...answered(fit).rows]).toEqual([0, 1, 4, 5, 6, 7]);
  });
});

describe("what cannot be answered", () => {
  const base = { outcome: panel.y, effects: [panel.account, panel.month] };

  it("names absorbed and collinear columns", () => {
    const sum = panel.x1.map((x: number, i: number) => x + panel.account[i] * 1e3 + panel.month[i]);
    const fit = answered(
      fixedEffects({
        ...base,
        covariates: [panel.region, panel.x1, sum, panel.x2],
        names: ["region", "x1", "sum", "x2"],
      }),
    );
    expect(fit.names).toEqual(["x1", "x2"]);
    expect(fit.dropped).toEqual([
      { column: 0, name: "region", reason: "absorbed" },
      { column: 2, name: "sum", reason: "collinear" },
    ]);
  });

  it("refuses when every column is absorbed, the outcome is, no row is left, clusters are too few", () => {
    expect(fixedEffects({ ...base, covariates: [panel.account] })).toMatchObject({
      refused: "rank-deficient",
    });
    expect(fixedEffects({ ...base, outcome: panel.month, covariates: [panel.x1] })).toMatchObject({
      refused: "no-variation",
    });
    expect(fixedEffects({ outcome: [1], covariates: [[2]], effects: [[1]] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(fixedEffects({ outcome: [], covariates: [[]], effects: [[]] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(
      fixedEffects({
        outcome: [1, 2, 5, 3],
        covariates: [[1, 2, 2, 5]],
        effects: [
          [1, 1, 2, 2],
          [1, 2, 1, 2],
        ],
      }),
    ).toMatchObject({
      refused: "too-few-observations",
    });
    const fit = answered(fixedEffects({ ...base, covariates: [panel.x1] }));
    expect(clusteredCovariance(fit, [panel.x1.map(() => 1)])).toMatchObject({ refused: "too-few-clusters" });
  });

  it("throws on malformed input, naming it", () => {
    const one = { outcome: [1, 2, 3], covariates: [[1, 2, 4]], effects: [[1, 1, 1]] };
    expect(() => fixedEffects({ ...one, outcome: [1, Number.NaN, 3] })).toThrow(/outcome/);
    expect(() => fixedEffects({ ...one, effects: [[1, Number.NaN, 1]] })).toThrow(/effects\[0\]/);
    expect(() => fixedEffects({ ...one, effects: [[1, 1]] })).toThrow(/effects\[0\]/);
    expect(() => fixedEffects({ ...one, effects: [] })).toThrow(/effects/);
    expect(() => fixedEffects({ ...one, covariates: [] })).toThrow(/covariates/);
    const fit = answered(fixedEffects({ ...base, covariates: [panel.x1] }));
    expect(() => clusteredCovariance(fit, [])).toThrow(/clusters/);
    expect(() => clusteredCovariance(fit, [[1, 2]])).toThrow(/clusters\[0\]/);
  });
});
