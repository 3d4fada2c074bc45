import { describe, expect, it } from "vitest";
import { answered, expectClose, standardErrors } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { createGenerator } from "../random/generator";
import { biasReducedCovariance } from "./bias-reduced-covariance";
import { clusteredCovariance } from "./clustered-covariance";
import { coefficientTable } from "./coefficient-table";
import { driscollKraayCovariance } from "./driscoll-kraay";
import { fixedEffects } from "./fixed-effects";
import type { GroupIds } from "./group-codes";
import type { LinearFit } from "./linear-fit";
import { ordinaryLeastSquares } from "./ordinary-least-squares";
import { wildClusterBootstrap } from "./wild-cluster-bootstrap";

const { Grunfeld: grunfeld } = readReference("inputs");
const expected = readReference("expected").fe_grunfeld.twoway;
const more = readReference("regression");
const { panel } = more;
const columns = { outcome: panel.y, covariates: [panel.x1, panel.x2, panel.x3] };
const fits: Record<string, LinearFit> = {
  ols: answered(ordinaryLeastSquares(columns)),
  oneway: answered(fixedEffects({ ...columns, effects: [panel.account] })),
  twoway: answered(fixedEffects({ ...columns, effects: [panel.account, panel.month] })),
  desks: answered(fixedEffects({ ...columns, effects: [panel.account, panel.desk, panel.month] })),
  threeway: answered(fixedEffects({ ...columns, effects: [panel.account, panel.month, panel.employee] })),
};
const grunfeldFit = answered(
  fixedEffects({
    outcome: grunfeld.inv,
    covariates: [grunfeld.value, grunfeld.capital],
    effects: [grunfeld.firm, grunfeld.year],
  }),
);

describe("CR2 with Satterthwaite degrees of freedom, as clubSandwich on lm with dummies", () => {
  const meets = (fit: LinearFit, cluster: GroupIds, r: { se: number[]; df: number[] }) => {
    const covariance = answered(biasReducedCovariance(fit, cluster));
    expectClose(standardErrors(covariance), r.se);
    expectClose(covariance.degreesOfFreedom, r.df);
    return covariance;
  };

  it("Grunfeld, with p values", () => {
    const covariance = meets(grunfeldFit, grunfeld.firm, expected.cr_clubSandwich.CR2);
    expectClose(
      coefficientTable(grunfeldFit, covariance).map((row) => row.pValue),
      expected.cr_clubSandwich.CR2.p,
    );
  });

  it.each([
    ["ols", "region"],
    ["oneway", "account"],
    ["oneway", "region"],
    ["twoway", "account"],
    ["twoway", "region"],
    ["twoway", "month"],
    ["threeway", "region"],
    ["desks", "region"],
  ])("%s by %s", (ways, by) => {
    meets(fits[ways]!, panel[by], more.CR2[`${ways}_${by}`]);
  });

  it("Grunfeld: the other kinds, with Satterthwaite degrees of freedom", () => {
    const degreesOfFreedom = answered(
      biasReducedCovariance(grunfeldFit, grunfeld.firm),
    ).unadjustedDegreesOfFreedom;
    const kinds = {
      CR0: { parametersCounted: "none", groupFactor: "none" },
      CR1: { parametersCounted: "none" },
      CR1S: { parametersCounted: "all" },
    } as const;
    for (const kind of ["CR0", "CR1", "CR1S"] as const) {
      const r = expected.cr_clubSandwich[kind];
      const covariance = answered(clusteredCovariance(grunfeldFit, [grunfeld.firm], kinds[kind]));
      expectClose(standardErrors(covariance), r.se);
      expectClose(degreesOfFreedom, r.df);
      const table = coefficientTable(grunfeldFit, { ...covariance, degreesOfFreedom });
      expectClose(
        table.map((row) => row.pValue),
        r.p,
      );
    }
  });

  it("refuses one cluster", () => {
    expect(
      biasReducedCovariance(
        fits.ols!,
        panel.y.map(() => 1),
      ),
    ).toMatchObject({ refused: "too-few-clusters" });
  });
});

describe("wild cluster bootstrap", () => {
  const generator = () => createGenerator(20240611);

  it.each([
    ["ols_x1", "ols", 1],
    ["twoway_x2", "twoway", 1],
  ] as const)("goes through all 256 sign patterns as R does by refitting: %s", (name, ways, coefficient) => {
    const result = answered(
      wildClusterBootstrap({ fit: fits[ways]!, cluster: panel.region, coefficient, generator: generator() }),
    );
    expectClose([result.tStatistic], [more.wild[name].t_CR0]);
    expect([result.asExtreme, result.draws, result.enumerated]).toEqual([more.wild[name].extreme, 256, true]);
  });

  it("its interval holds the nulls it does not reject", () => {
    const common = { fit: fits.twoway!, cluster: panel.account, coefficient: 0, draws: 999 };
    const { interval } = answered(wildClusterBootstrap({ ...common, generator: generator() }));
    const pValueAt = (nullValue: number) =>
      answered(wildClusterBootstrap({ ...common, generator: generator(), nullValue })).pValue;
    const inside = 1e-6 * (interval.upper - interval.lower);
    expect(pValueAt(interval.upper - inside)).toBeGreaterThan(0.05);
    expect(pValueAt(interval.upper + inside)).toBeLessThanOrEqual(0.05);
    expect(pValueAt(interval.lower - inside)).toBeLessThanOrEqual(0.05);
    expect(interval.lower).toBeLessThan(fits.twoway!.coefficients[0]!);
  });

  it("says when too few patterns leave the interval open, and takes Webb's weights by itself", () => {
    const cluster = panel.region.map((region: number) => region % 4);
    const common = { fit: fits.ols!, cluster, coefficient: 1, generator: generator() };
    const two = answered(wildClusterBootstrap({ ...common, weights: "rademacher" }));
    expect([two.draws, two.interval.upper]).toEqual([16, Number.POSITIVE_INFINITY]);
    expect(two.warnings.length).toBe(1);
    expect(answered(wildClusterBootstrap(common)).weights).toBe("webb");
  });

  it("refuses or throws on what it cannot do", () => {
    const common = { fit: fits.ols!, cluster: panel.region, coefficient: 1, generator: generator() };
    expect(
      wildClusterBootstrap({ ...common, cluster: panel.region.map((r: number) => r % 2) }),
    ).toMatchObject({
      refused: "too-few-clusters",
    });
    expect(() => wildClusterBootstrap({ ...common, coefficient: 9 })).toThrow(/coefficient/);
    expect(() => wildClusterBootstrap({ ...common, draws: 3 })).toThrow(/draws/);
    expect(() => wildClusterBootstrap({ ...common, level: 1 })).toThrow(/level/);
    expect(() => wildClusterBootstrap({ ...common, cluster: [1] })).toThrow(/cluster/);
  });
});

describe("Driscoll–Kraay, as plm's vcovSCC", () => {
  it("meets it on Grunfeld and on the unbalanced panel", () => {
    const grunfeldErrors = standardErrors(answered(driscollKraayCovariance(grunfeldFit, grunfeld.year)));
    expectClose(grunfeldErrors, expected.driscoll_kraay_plm_sss);
    const r = more.driscoll_kraay;
    expectClose(standardErrors(answered(driscollKraayCovariance(fits.twoway!, panel.month))), r.twoway_sss);
    const three = driscollKraayCovariance(fits.twoway!, panel.month, { lags: 3, correction: "none" });
    expectClose(standardErrors(answered(three)), r.twoway_HC0_lag3);
  });

  it("throws on lags it cannot use", () => {
    expect(() => driscollKraayCovariance(fits.twoway!, panel.month, { lags: 14 })).toThrow(/lags/);
    expect(
      driscollKraayCovariance(
        fits.twoway!,
        panel.y.map(() => 1),
      ),
    ).toMatchObject({ refused: "too-few-clusters" });
  });
});
