import { describe, expect, it } from "vitest";
import { answered, expectClose, expectColumns, standardErrors } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { classicalCovariance } from "./classical-covariance";
import { clusteredCovariance } from "./clustered-covariance";
import { coefficientTable } from "./coefficient-table";
import { heteroskedasticCovariance } from "./heteroskedastic-covariance";
import { ordinaryLeastSquares } from "./ordinary-least-squares";
import { varianceInflation } from "./variance-inflation";

const { mtcars } = readReference("inputs");
const expected = readReference("expected").ols_mtcars;
const more = readReference("regression");
const panel = more.panel;
const input = {
  outcome: mtcars.mpg,
  covariates: [mtcars.wt, mtcars.hp, mtcars.qsec],
  names: ["wt", "hp", "qsec"],
};

describe("ordinary least squares on mtcars, as R's lm", () => {
  const fit = answered(ordinaryLeastSquares(input));
  const classical = classicalCovariance(fit);

  it("meets coefficients, errors, fit and interval", () => {
    expect(fit.names).toEqual(["(Intercept)", "wt", "hp", "qsec"]);
    expectClose(fit.coefficients, expected.coef);
    expectClose(standardErrors(classical), expected.se);
    expectClose(
      [fit.rSquared, fit.adjustedRSquared, fit.residualStandardError, fit.logLikelihood],
      [expected.r2, expected.adj_r2, expected.sigma, expected.loglik],
    );
    const table = coefficientTable(fit, classical);
    expectColumns(table, expected, {
      ci95_lower: (row) => row.interval.lower,
      ci95_upper: (row) => row.interval.upper,
    });
  });

  it.each(["HC0", "HC1", "HC2", "HC3"] as const)("meets %s", (kind) => {
    expectClose(standardErrors(answered(heteroskedasticCovariance(fit, kind))), expected[kind]);
  });

  it("meets the variance inflation factors", () => {
    expectClose(answered(varianceInflation(input.covariates)).factors, expected.vif);
  });
});

describe("weights and clusters", () => {
  const covariates = [panel.x1, panel.x2, panel.x3];

  it("precision weights are lm(weights = )", () => {
    const fit = answered(
      ordinaryLeastSquares({ outcome: panel.y, covariates, weights: panel.w, weightKind: "precision" }),
    );
    const r = more.ols_precision;
    expectClose(fit.coefficients, r.coef);
    expectClose(standardErrors(classicalCovariance(fit)), r.se);
    expectClose([fit.rSquared, fit.adjustedRSquared, fit.logLikelihood], [r.r2, r.adj, r.loglik]);
    expectClose(standardErrors(answered(heteroskedasticCovariance(fit, "HC0"))), r.HC0);
    expectClose(standardErrors(answered(heteroskedasticCovariance(fit, "HC3"))), r.HC3);
  });

  it("frequency weights are rows repeated, in R and here", () => {
    const fit = answered(ordinaryLeastSquares({ outcome: panel.y, covariates, weights: panel.w }));
    const r = more.ols_frequency;
    expectClose(fit.coefficients, r.coef);
    expectClose(standardErrors(classicalCovariance(fit)), r.se);
    expectClose([fit.rSquared, fit.logLikelihood], [r.r2, r.loglik]);
    expectClose(standardErrors(answered(heteroskedasticCovariance(fit, "HC1"))), r.HC1);
    expectClose(standardErrors(answered(heteroskedasticCovariance(fit, "HC3"))), r.HC3);
    const repeat = (column: number[]) => column.flatMap((value, i) => Array<number>(panel.w[i]).fill(value));
    const repeated = answered(
      ordinaryLeastSquares({ outcome: repeat(panel.y), covariates: covariates.map(repeat) }),
    );
    const clustersOf = (f: typeof fit, ids: number[]) =>
      standardErrors(answered(clusteredCovariance(f, [ids])));
    expectClose(clustersOf(fit, panel.region), clustersOf(repeated, repeat(panel.region)), 1e-11);
  });

  it("without an intercept R² is about 0, as lm's", () => {
    const fit = answered(
      ordinaryLeastSquares({ outcome: panel.y, covariates: [panel.x1, panel.x2], intercept: false }),
    );
    const r = more.ols_no_intercept;
    expectClose(fit.coefficients, r.coef);
    expectClose(standardErrors(classicalCovariance(fit)), r.se);
    expectClose([fit.rSquared, fit.adjustedRSquared, fit.logLikelihood], [r.r2, r.adj, r.loglik]);
  });

  it("clusters are sandwich::vcovCL, one way and two", () => {
    const fit = answered(ordinaryLeastSquares({ outcome: panel.y, covariates }));
    expectClose(fit.coefficients, more.ols.coef);
    expectClose(standardErrors(answered(clusteredCovariance(fit, [panel.region]))), more.ols.region);
    const two = clusteredCovariance(fit, [panel.account, panel.month], { groupFactor: "each" });
    expectClose(standardErrors(answered(two)), more.ols.two);
  });
});

describe("invariance", () => {
  const base = answered(ordinaryLeastSquares(input));
  const errors = standardErrors(answered(heteroskedasticCovariance(base, "HC3")));

  it("units, shifts and the order of rows change nothing but units", () => {
    const order = mtcars.mpg.map((_: number, i: number) => (i * 13 + 5) % 32);
    const permuted = answered(
      ordinaryLeastSquares({
        outcome: order.map((i: number) => 1000 * mtcars.mpg[i] - 7),
        covariates: input.covariates.map((x, c) => order.map((i: number) => x[i] * 10 ** (c * 4) + 1e4)),
      }),
    );
    const slopes = [1, 2, 3].map((j) => (permuted.coefficients[j]! / 1000) * 10 ** ((j - 1) * 4));
    expectClose(slopes, base.coefficients.subarray(1), 1e-9);
    const hc3 = standardErrors(answered(heteroskedasticCovariance(permuted, "HC3")));
    expectClose(
      [1, 2, 3].map((j) => (hc3[j]! / 1000) * 10 ** ((j - 1) * 4)),
      errors.slice(1),
      1e-9,
    );
  });
});

describe("what cannot be answered", () => {
  const y = [1, 2, 4, 3, 5];
  const x = [1, 2, 3, 4, 6];

  it("names collinear columns, in R's order", () => {
    const fit = answered(
      ordinaryLeastSquares({
        outcome: y,
        covariates: [x, x.map((v) => 2 * v + 1), [1, 0, 1, 0, 0]],
        names: ["a", "b", "c"],
      }),
    );
    expect(fit.names).toEqual(["(Intercept)", "a", "c"]);
    expect(fit.dropped).toEqual([{ column: 1, name: "b", reason: "collinear" }]);
  });

  it("refuses too few rows, no rows, nothing to fit", () => {
    expect(ordinaryLeastSquares({ outcome: [1], covariates: [[2]] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(ordinaryLeastSquares({ outcome: [], covariates: [[]] })).toMatchObject({
      refused: "too-few-observations",
    });
    expect(
      ordinaryLeastSquares({ outcome: y, covariates: [[0, 0, 0, 0, 0]], intercept: false }),
    ).toMatchObject({
      refused: "rank-deficient",
    });
    expect(varianceInflation([x, [1, 1, 1, 1, 1]])).toMatchObject({ refused: "no-variation" });
    const saturated = answered(ordinaryLeastSquares({ outcome: y, covariates: [[1, 0, 0, 0, 0]] }));
    expect(heteroskedasticCovariance(saturated, "HC3")).toMatchObject({ refused: "not-identified" });
  });

  it("a constant outcome has no R² and says so", () => {
    const fit = answered(ordinaryLeastSquares({ outcome: [3, 3, 3, 3, 3], covariates: [x] }));
    expect(fit.rSquared).toBeNaN();
    expect(fit.warnings.length).toBe(1);
  });

  it("throws on malformed columns, naming them", () => {
    expect(() => ordinaryLeastSquares({ outcome: [1, Number.NaN, 2], covariates: [[1, 2, 3]] })).toThrow(
      /outcome/,
    );
    expect(() => ordinaryLeastSquares({ outcome: y, covariates: [[1, 2, Infinity, 3, 4]] })).toThrow(
      /covariates\[0\]/,
    );
    expect(() => ordinaryLeastSquares({ outcome: y, covariates: [[1, 2]] })).toThrow(/covariates\[0\]/);
    expect(() => ordinaryLeastSquares({ outcome: y, covariates: [x], weights: [1, -1, 1, 1, 1] })).toThrow(
      /weights/,
    );
    expect(() => ordinaryLeastSquares({ outcome: y, covariates: [x], names: [] })).toThrow(/names/);
    const fit = answered(ordinaryLeastSquares({ outcome: y, covariates: [x] }));
    expect(() => coefficientTable(fit, classicalCovariance(fit), 1)).toThrow(/level/);
  });
});
