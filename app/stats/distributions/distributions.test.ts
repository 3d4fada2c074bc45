import { describe, expect, it } from "vitest";
import { worstRelativeError } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { digamma, trigamma } from "../special/digamma";
import { hypergeometric2F1 } from "../special/hypergeometric";
import { logBeta } from "../special/log-beta";
import { logGamma, logGammaRatio } from "../special/log-gamma";
import { regularisedBeta } from "../special/regularised-beta";
import { regularisedGammaLower, regularisedGammaUpper } from "../special/regularised-gamma";
import { betaCdf, betaQuantile } from "./beta";
import { binomialCdf } from "./binomial";
import { chiSquareCdf, chiSquareQuantile } from "./chi-square";
import { fCdf, fQuantile } from "./f";
import { gammaCdf, gammaQuantile } from "./gamma";
import { noncentralTCdf } from "./noncentral-t";
import { normalCdf, normalDensity, normalQuantile } from "./normal";
import { poissonCdf } from "./poisson";
import { studentTCdf, studentTQuantile } from "./student-t";
import type { Tail } from "./tail";

const grid = readReference("distributions");
const { special, clv } = readReference("expected");

/** Every row of a group, the logarithm of the tail it names. */
function worstOn(group: string, f: (...rest: number[]) => (tail: Tail) => number, columns: string[]): number {
  const rows = grid[group];
  const got = rows.value.map((_: number, i: number) =>
    f(...columns.map((column) => rows[column][i]))({ log: true, upper: rows.upper[i] }),
  );
  return worstRelativeError(got, rows.value);
}

describe("against R with 17 digits, both tails, on the log scale", () => {
  it.each<[string, string[], (...rest: number[]) => (tail: Tail) => number]>([
    [
      "pnorm",
      ["x"],
      (x = 0) =>
        (tail) =>
          normalCdf(x, tail),
    ],
    [
      "qnorm",
      ["logp"],
      (p = 0) =>
        (tail) =>
          normalQuantile(p, tail),
    ],
    [
      "pt",
      ["x", "df"],
      (x = 0, df = 0) =>
        (tail) =>
          studentTCdf(x, df, tail),
    ],
    [
      "qt",
      ["logp", "df"],
      (p = 0, df = 0) =>
        (tail) =>
          studentTQuantile(p, df, tail),
    ],
    [
      "pgamma",
      ["x", "shape"],
      (x = 0, shape = 0) =>
        (tail) =>
          gammaCdf(x, shape, 1, tail),
    ],
    [
      "qgamma",
      ["logp", "shape"],
      (p = 0, shape = 0) =>
        (tail) =>
          gammaQuantile(p, shape, 1, tail),
    ],
    [
      "pbeta",
      ["x", "a", "b"],
      (x = 0, a = 0, b = 0) =>
        (tail) =>
          betaCdf(x, a, b, tail),
    ],
    [
      "qbeta",
      ["logp", "a", "b"],
      (p = 0, a = 0, b = 0) =>
        (tail) =>
          betaQuantile(p, a, b, tail),
    ],
    [
      "pf",
      ["x", "df1", "df2"],
      (x = 0, df1 = 0, df2 = 0) =>
        (tail) =>
          fCdf(x, df1, df2, tail),
    ],
    [
      "pchisq",
      ["x", "df"],
      (x = 0, df = 0) =>
        (tail) =>
          chiSquareCdf(x, df, tail),
    ],
    [
      "ppois",
      ["x", "mean"],
      (x = 0, mean = 0) =>
        (tail) =>
          poissonCdf(x, mean, tail),
    ],
    [
      "pbinom",
      ["x", "n", "p"],
      (x = 0, n = 0, p = 0) =>
        (tail) =>
          binomialCdf(x, n, p, tail),
    ],
  ])("%s", (group, columns, f) => {
    expect(grid[group].value.length).toBeGreaterThan(30);
    expect(worstOn(group, f, columns)).toBeLessThan(1e-12);
  });

  it("lgamma, lbeta, digamma, trigamma, noncentral t", () => {
    // R takes the logarithm of gamma near 1 and 2, which keeps an absolute 1e-16 there but not a relative one.
    expect(worstRelativeError(grid.lgamma.x.map(logGamma), grid.lgamma.value, 1e-16)).toBeLessThan(1e-13);
    const betas = grid.lbeta.a.map((a: number, i: number) => logBeta(a, grid.lbeta.b[i]));
    expect(worstRelativeError(betas, grid.lbeta.value)).toBeLessThan(1e-13);
    expect(worstRelativeError(grid.digamma.x.map(digamma), grid.digamma.value, 1e-15)).toBeLessThan(1e-13);
    expect(worstRelativeError(grid.digamma.x.map(trigamma), grid.digamma.trigamma)).toBeLessThan(1e-13);
    const shifted = grid.pnct.x.map((x: number, i: number) =>
      noncentralTCdf(x, grid.pnct.df[i], grid.pnct.ncp[i]),
    );
    // R's own noncentral t promises an absolute 1e-12.
    expect(worstRelativeError(shifted, grid.pnct.value, 3e-12)).toBeLessThan(1e-10);
  });
});

describe("R's answers of the specification", () => {
  const each = (group: { value: number[] }, f: (i: number) => number) =>
    worstRelativeError(
      group.value.map((_, i) => f(i)),
      group.value,
    );

  it("normal", () => {
    // The first lower tail, at −38, is printed as 0.
    expect(
      worstRelativeError(
        special.pnorm.x.map((x: number) => normalCdf(x)),
        special.pnorm.cdf,
        1e-300,
      ),
    ).toBeLessThan(1e-13);
    expect(
      worstRelativeError(
        special.pnorm.x.map((x: number) => normalCdf(x, { log: true })),
        special.pnorm.log_cdf,
      ),
    ).toBeLessThan(1e-13);
    expect(
      worstRelativeError(
        special.qnorm.p.map((p: number) => normalQuantile(p)),
        special.qnorm.q,
      ),
    ).toBeLessThan(1e-13);
  });
  it("t, chi-square, F, beta, gamma", () => {
    const { pt, qt, pchisq_upper: chi, pf_upper: f, pbeta, pgamma_lower: gamma } = special;
    expect(each(pt, (i) => studentTCdf(pt.t[i], pt.df[i]))).toBeLessThan(1e-13);
    expect(each(qt, (i) => studentTQuantile(qt.p[i], qt.df[i]))).toBeLessThan(1e-13);
    expect(each(chi, (i) => chiSquareCdf(chi.x[i], chi.df[i], { upper: true }))).toBeLessThan(1e-12);
    expect(each(f, (i) => fCdf(f.x[i], f.a[i], f.b[i], { upper: true }))).toBeLessThan(1e-13);
    expect(each(pbeta, (i) => betaCdf(pbeta.x[i], pbeta.a[i], pbeta.b[i]))).toBeLessThan(1e-12);
    expect(each(pbeta, (i) => regularisedBeta(pbeta.x[i], pbeta.a[i], pbeta.b[i]))).toBeLessThan(1e-12);
    expect(each(gamma, (i) => gammaCdf(gamma.x[i], gamma.a[i], 1))).toBeLessThan(1e-12);
    expect(each(gamma, (i) => regularisedGammaLower(gamma.a[i], gamma.x[i]))).toBeLessThan(1e-12);
  });
  it("lgamma, digamma, trigamma, 2F1", () => {
    expect(worstRelativeError(special.lgamma.x.map(logGamma), special.lgamma.value)).toBeLessThan(1e-13);
    expect(worstRelativeError(special.digamma.x.map(digamma), special.digamma.value)).toBeLessThan(1e-13);
    expect(worstRelativeError(special.digamma.x.map(trigamma), special.digamma.trigamma)).toBeLessThan(1e-13);
    const { a, b, c, z } = clv.hyp2f1;
    expect(each(clv.hyp2f1, (i) => hypergeometric2F1(a[i], b[i], c[i], z[i]))).toBeLessThan(1e-13);
  });
});

describe("where R is no judge", () => {
  it("the normal quantile goes back through its own distribution, however far out", () => {
    for (const logp of [-1e-30, -0.5, -40, -800, -1e5, -1e12]) {
      expect(
        worstRelativeError([normalCdf(normalQuantile(logp, { log: true }), { log: true })], [logp]),
      ).toBeLessThan(1e-13);
    }
  });
  it("so do t with few and very many degrees of freedom, gamma and beta", () => {
    for (const df of [0.3, 0.5, 1, 31, 1e12]) {
      for (const logp of [-0.8, -20, -200]) {
        const t = studentTQuantile(logp, df, { log: true, upper: true });
        if (t === Infinity) continue;
        expect(worstRelativeError([studentTCdf(t, df, { log: true, upper: true })], [logp])).toBeLessThan(
          1e-12,
        );
      }
    }
    expect(studentTCdf(3, Infinity)).toBe(normalCdf(3));
    expect(
      worstRelativeError([studentTCdf(-40, 1e15, { log: true })], [normalCdf(-40, { log: true })]),
    ).toBeLessThan(1e-11);
    for (const upper of [true, false]) {
      for (const p of [1e-200, 1e-9, 0.3, 0.9]) {
        expect(worstRelativeError([fCdf(fQuantile(p, 3, 7, { upper }), 3, 7, { upper })], [p])).toBeLessThan(
          1e-12,
        );
        expect(
          worstRelativeError([chiSquareCdf(chiSquareQuantile(p, 5, { upper }), 5, { upper })], [p]),
        ).toBeLessThan(1e-12);
      }
    }
  });
  it("the beta distribution at a huge and a moderate parameter has the digits of 60-digit arithmetic", () => {
    // mpmath at 60 digits; R 4.2 gives −9854.95 and −983.306632765.
    expect(betaCdf(0.01, 20, 1e6, { log: true, upper: true })).toBeCloseTo(-9914.677198039797, 9);
    expect(betaCdf(0.99, 1e5, 4.5, { log: true })).toBeCloseTo(-983.306632160745, 10);
  });
  it("the gamma distribution keeps its upper tail for a tiny shape", () => {
    // Q(a, x) is a·E1(x) to first order: E1(1), E1(0.3), E1(1.5).
    const got = [1, 0.3, 1.5].map((x) => regularisedGammaUpper(1e-13, x) / 1e-13);
    expect(
      worstRelativeError(got, [0.21938393439552029, 0.9056766516758467, 0.1000195824066327]),
    ).toBeLessThan(1e-12);
  });
  it("2F1 has its elementary cases", () => {
    for (const z of [-30, -0.9, -1e-9, 0.2, 0.93]) {
      expect(worstRelativeError([hypergeometric2F1(1, 1, 2, z)], [-Math.log1p(-z) / z])).toBeLessThan(1e-13);
      expect(worstRelativeError([hypergeometric2F1(0.3, 2, 2, z)], [(1 - z) ** -0.3])).toBeLessThan(1e-13);
    }
    expect(hypergeometric2F1(-2, 3, 1.5, 0.4)).toBeCloseTo(1 - 1.6 + (2 * 12 * 0.16) / (2 * 1.5 * 2.5), 13);
  });
  it("the ratio of two gammas keeps its digits for a tiny step and for a huge base", () => {
    expect(worstRelativeError([logGammaRatio(3, 1e-12)], [1e-12 * digamma(3)])).toBeLessThan(1e-11);
    expect(worstRelativeError([logGammaRatio(1e14, 0.5)], [0.5 * Math.log(1e14)])).toBeLessThan(1e-14);
    expect(logGammaRatio(2, 3)).toBeCloseTo(Math.log(24), 13);
  });
});

describe("the edges", () => {
  it("holds the ends of every distribution", () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalQuantile(0), normalQuantile(1)]).toEqual([
      0,
      1,
      -Infinity,
      Infinity,
    ]);
    expect([gammaCdf(-1, 2, 1), gammaCdf(Infinity, 2, 1), betaCdf(-1, 2, 3), betaCdf(2, 2, 3)]).toEqual([
      0, 1, 0, 1,
    ]);
    expect([studentTCdf(Infinity, 3), studentTCdf(0, 3), studentTQuantile(0.5, 3)]).toEqual([1, 0.5, 0]);
    expect([poissonCdf(-1, 2), binomialCdf(5, 5, 0.5), binomialCdf(-1, 5, 0.5)]).toEqual([0, 1, 0]);
    expect([regularisedGammaUpper(2, 0), regularisedGammaUpper(2, Infinity)]).toEqual([1, 0]);
    expect(fCdf(Infinity, 2, 3)).toBe(1);
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
    expect(logGamma(-3)).toBe(Infinity);
  });
  it("names the argument that is none", () => {
    expect(() => normalCdf(Number.NaN)).toThrow(/x/);
    expect(() => normalQuantile(1.1)).toThrow(/p/);
    expect(() => normalQuantile(0.1, { log: true })).toThrow(/p/);
    expect(() => studentTCdf(1, 0)).toThrow(/df/);
    expect(() => studentTQuantile(Number.NaN, 3)).toThrow(/p/);
    expect(() => fCdf(1, -1, 3)).toThrow(/df1/);
    expect(() => chiSquareCdf(Number.NaN, 3)).toThrow(/x/);
    expect(() => chiSquareQuantile(0.5, 0)).toThrow(/df/);
    expect(() => betaCdf(0.5, 0, 1)).toThrow(/a/);
    expect(() => gammaQuantile(0.5, 1, Infinity)).toThrow(/rate/);
    expect(() => poissonCdf(1, 0)).toThrow(/mean/);
    expect(() => binomialCdf(1, 2.5, 0.5)).toThrow(/n/);
    expect(() => noncentralTCdf(1, 2, Infinity)).toThrow(/noncentrality/);
    expect(() => digamma(0)).toThrow(/x/);
    expect(() => logBeta(1, -1)).toThrow(/b/);
    expect(() => hypergeometric2F1(1, 1, 2, 1)).toThrow(/z/);
  });
});
