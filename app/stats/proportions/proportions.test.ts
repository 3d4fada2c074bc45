import { describe, expect, it } from "vitest";
import { drawNormal } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { answered, worstRelativeError } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { pearsonCorrelation, spearmanCorrelation } from "./correlation";
import { eventRate } from "./event-rate";
import { clusteredMean, mean } from "./mean";
import { meanDifference } from "./mean-difference";
import { moments } from "./moments";
import { netPromoterScore, netPromoterScoreDifference } from "./net-promoter-score";
import { averageRanks } from "./ranks";
import { type ShareMethod, share } from "./share";
import { shareDifference } from "./share-difference";

const expected = readReference("expected");
const { mtcars } = readReference("inputs");
const own = readReference("proportions");

const limits = ({ interval }: { interval: { lower: number; upper: number } }) => [
  interval.lower,
  interval.upper,
];

describe("a share", () => {
  const keys = ["wilson", "wilson_cc", "clopper_pearson", "jeffreys", "agresti_coull"];
  const methods: ShareMethod[] = [
    "wilson",
    "wilson-continuity",
    "clopper-pearson",
    "jeffreys",
    "agresti-coull",
  ];
  it.each(methods.map((method, i) => [method, keys[i]!] as const))("%s has R's limits", (method, key) => {
    for (const row of expected.proportion.cases) {
      const got = answered(share(row.x, row.n, { method }));
      const want = row[key];
      expect(worstRelativeError(limits(got), want, 1e-16)).toBeLessThan(1e-8);
      expect(got.estimate).toBe(row.x / row.n);
    }
  });
  it("is exactly 0 and 1 at its ends", () => {
    expect(answered(share(0, 7)).interval.lower).toBe(0);
    expect(answered(share(7, 7)).interval.upper).toBe(1);
  });
  it("mirrors: the share of failures has the mirrored interval", () => {
    const one = answered(share(3, 29));
    const other = answered(share(26, 29));
    expect(
      worstRelativeError([1 - other.interval.upper, 1 - other.interval.lower], limits(one)),
    ).toBeLessThan(1e-13);
  });
  it("covers what it says, averaged over samples", () => {
    const g = createGenerator("share");
    let covered = 0;
    for (let round = 0; round < 4000; round++) {
      let x = 0;
      for (let i = 0; i < 40; i++) if (g.uniform() < 0.12) x += 1;
      const { lower, upper } = answered(share(x, 40)).interval;
      if (lower <= 0.12 && 0.12 <= upper) covered += 1;
    }
    expect(covered / 4000).toBeGreaterThan(0.93);
    expect(covered / 4000).toBeLessThan(0.975);
  });
  it("refuses an empty base and names wrong arguments", () => {
    expect(share(0, 0)).toMatchObject({ refused: "no-base" });
    expect(() => share(3, 2)).toThrow(/successes/);
    expect(() => share(0.5, 2)).toThrow(/successes/);
    expect(() => share(1, Number.NaN)).toThrow(/n:/);
    expect(() => share(1, 2, { level: 1 })).toThrow(/level/);
  });
});

describe("a difference of shares", () => {
  it("has Newcombe's interval", () => {
    for (const { x1, n1, x2, n2, diff, lower, upper } of expected.proportion.newcombe_diff) {
      const got = answered(shareDifference(x1, n1, x2, n2));
      expect(worstRelativeError([got.estimate, ...limits(got)], [diff, lower, upper])).toBeLessThan(1e-8);
    }
  });
  it("turns its sign with the groups", () => {
    const one = answered(shareDifference(9, 10, 3, 10));
    const other = answered(shareDifference(3, 10, 9, 10));
    expect(worstRelativeError([-other.interval.upper, -other.interval.lower], limits(one))).toBeLessThan(
      1e-14,
    );
  });
  it("refuses an empty group", () => {
    expect(shareDifference(1, 2, 0, 0)).toMatchObject({ refused: "no-base", detail: { group: 2 } });
  });
});

describe("net promoter score", () => {
  it("has R's score, errors and both intervals, clamped", () => {
    for (const row of expected.nps.cases) {
      const wald = answered(netPromoterScore(row, { method: "wald" }));
      expect(wald.estimate).toBeCloseTo(row.nps, 10);
      expect(worstRelativeError([wald.standardError], [row.se_wald], 1e-12)).toBeLessThan(1e-8);
      expect(worstRelativeError([wald.standardErrorUnbiased], [row.se_unbiased], 1e-12)).toBeLessThan(1e-8);
      expect(worstRelativeError(limits(wald), row.wald, 1e-12)).toBeLessThan(1e-8);
      const adjusted = answered(netPromoterScore(row, { method: "adjusted-wald" }));
      const clamped = row.adjusted_wald_3.map((limit: number) => Math.max(-100, Math.min(100, limit)));
      expect(worstRelativeError(limits(adjusted), clamped, 1e-12)).toBeLessThan(1e-8);
    }
  });
  it("adjusts below 30 answers and where all answer alike", () => {
    const method = (promoters: number, passives: number, detractors: number) =>
      answered(netPromoterScore({ promoters, passives, detractors })).method;
    expect(method(10, 10, 9)).toBe("adjusted-wald");
    expect(method(10, 10, 10)).toBe("trinomial-wald");
    expect(method(100, 0, 0)).toBe("adjusted-wald");
    expect(method(50, 50, 0)).toBe("adjusted-wald");
  });
  it("adds the errors of two scores in squares", () => {
    const a = { promoters: 324, passives: 210, detractors: 131 };
    const b = { promoters: 50, passives: 30, detractors: 20 };
    const difference = answered(netPromoterScoreDifference(a, b));
    expect(difference.estimate).toBeCloseTo(29.0225563909774 - 30, 10);
    expect(difference.standardError).toBeCloseTo(Math.hypot(3.00370610270282, 7.81024967590665), 10);
  });
  it("refuses no answers", () => {
    const none = { promoters: 0, passives: 0, detractors: 0 };
    expect(netPromoterScore(none)).toMatchObject({ refused: "no-base" });
    expect(netPromoterScoreDifference(none, { ...none, promoters: 1 })).toMatchObject({ refused: "no-base" });
    expect(() => netPromoterScore({ ...none, passives: -1 })).toThrow(/passives/);
  });
});

describe("an event rate", () => {
  it("has R's exact limits", () => {
    const { rate, ci } = expected.metrics.person_time;
    const got = answered(eventRate(7, 83.4));
    expect(worstRelativeError([got.estimate, ...limits(got)], [rate, ...ci])).toBeLessThan(1e-10);
    const { events, exposure, ci: columns } = own.rates;
    events.forEach((count: number, i: number) => {
      expect(
        worstRelativeError(limits(answered(eventRate(count, exposure[i]))), [columns[0][i], columns[1][i]]),
      ).toBeLessThan(1e-10);
    });
    expect(worstRelativeError(limits(answered(eventRate(7, 83.4, { level: 0.9 }))), own.rate90)).toBeLessThan(
      1e-10,
    );
  });
  it("refuses no exposure", () => {
    expect(eventRate(0, 0)).toMatchObject({ refused: "no-base" });
    expect(() => eventRate(1, Infinity)).toThrow(/exposure/);
  });
});

describe("means", () => {
  it("have R's t interval and clustered error", () => {
    const plain = answered(mean(own.y));
    expect(
      worstRelativeError(
        [plain.estimate, plain.standardError, ...limits(plain)],
        [own.t.mean[0], own.t.se[0], ...own.t.ci],
      ),
    ).toBeLessThan(1e-12);
    const clustered = answered(clusteredMean(own.y, own.g));
    expect(
      worstRelativeError(
        [clustered.standardError, ...limits(clustered)],
        [own.clustered.se[0], ...own.clustered.ci],
      ),
    ).toBeLessThan(1e-12);
    expect(clustered.degreesOfFreedom).toBe(8);
    expect(clustered.designEffect).toBeCloseTo((own.clustered.se[0] / own.t.se[0]) ** 2, 10);
  });
  it("are the same with every row its own cluster, whatever the labels, order, origin and unit", () => {
    const alone = answered(
      clusteredMean(
        own.y,
        own.y.map((_: number, i: number) => `row ${i}`),
      ),
    );
    expect(alone.standardError).toBeCloseTo(answered(mean(own.y)).standardError, 12);
    const moved = answered(
      clusteredMean(own.y.map((v: number) => 1e8 + 1000 * v).reverse(), [...own.g].reverse()),
    );
    expect(worstRelativeError([moved.standardError], [1000 * own.clustered.se[0]])).toBeLessThan(1e-9);
  });
  it("keep the variance under a large offset", () => {
    expect(moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
  });
  it("cover under clustering where the plain interval does not", () => {
    const g = createGenerator("clusters");
    let robust = 0;
    let plain = 0;
    const rounds = 600;
    for (let round = 0; round < rounds; round++) {
      const values: number[] = [];
      const labels: number[] = [];
      for (let c = 0; c < 25; c++) {
        const level = drawNormal(g);
        for (let i = 0; i < 8; i++) {
          values.push(level + drawNormal(g));
          labels.push(c);
        }
      }
      const [low, high] = limits(answered(clusteredMean(values, labels)));
      if (low! <= 0 && 0 <= high!) robust += 1;
      const [plainLow, plainHigh] = limits(answered(mean(values)));
      if (plainLow! <= 0 && 0 <= plainHigh!) plain += 1;
    }
    expect(robust / rounds).toBeGreaterThan(0.92);
    expect(plain / rounds).toBeLessThan(0.75);
  });
  it("refuse too little", () => {
    expect(mean([])).toMatchObject({ refused: "no-base" });
    expect(mean([3])).toMatchObject({ refused: "too-few-observations" });
    expect(clusteredMean([1, 2], ["a", "a"])).toMatchObject({ refused: "too-few-clusters" });
    expect(() => mean([1, Number.NaN])).toThrow(/values/);
    expect(() => clusteredMean([1], [])).toThrow(/clusters/);
  });
});

describe("comparisons and correlations", () => {
  const split = (am: number) => mtcars.mpg.filter((_: number, i: number) => mtcars.am[i] === am);
  it("has R's Welch test", () => {
    const want = expected.misc.welch_mpg_am;
    const got = answered(meanDifference(split(0), split(1)));
    expect(
      worstRelativeError(
        [got.t, got.degreesOfFreedom, got.p, ...limits(got)],
        [want.t, want.df, want.p, ...want.ci],
      ),
    ).toBeLessThan(1e-10);
  });
  it("has R's correlations", () => {
    const want = expected.misc.pearson_mpg_wt;
    const got = answered(pearsonCorrelation(mtcars.mpg, mtcars.wt));
    expect(
      worstRelativeError([got.estimate, got.p, ...limits(got)], [want.r, want.p, ...want.ci]),
    ).toBeLessThan(1e-10);
    const ranked = answered(spearmanCorrelation(mtcars.mpg, mtcars.wt));
    const { rho, p } = expected.misc.spearman_mpg_wt;
    expect(worstRelativeError([ranked.estimate, ranked.p], [rho, p])).toBeLessThan(1e-10);
    const mine = answered(pearsonCorrelation(own.x, own.z));
    expect(
      worstRelativeError(
        [mine.estimate, mine.t, mine.p, ...limits(mine)],
        [own.pearson.r[0], own.pearson.t[0], own.pearson.p[0], ...own.pearson.ci],
      ),
    ).toBeLessThan(1e-12);
    const order = answered(spearmanCorrelation(own.x, own.z));
    expect(
      worstRelativeError([order.estimate, order.p], [own.spearman.rho[0], own.spearman.p[0]]),
    ).toBeLessThan(1e-11);
  });
  it("ranks ties by their mean place", () => {
    expect(Array.from(averageRanks([3, 1, 3, 2, 3]).ranks)).toEqual([4, 1, 4, 2, 4]);
    expect(averageRanks([3, 1, 3, 2, 3]).ties).toEqual([3]);
  });
  it("is 1 for a column with itself and unmoved by scale", () => {
    const self = answered(pearsonCorrelation(own.x, own.x));
    expect(self.estimate).toBeCloseTo(1, 14);
    expect(self.p).toBeLessThan(1e-30);
    const scaled = answered(
      spearmanCorrelation(
        own.x.map((v: number) => Math.exp(v)),
        own.z,
      ),
    );
    expect(scaled.estimate).toBe(answered(spearmanCorrelation(own.x, own.z)).estimate);
  });
  it("refuses constants and too few rows", () => {
    expect(meanDifference([1, 1, 1], [1, 1])).toMatchObject({ refused: "no-variation" });
    expect(meanDifference([1], [1, 2])).toMatchObject({ refused: "too-few-observations" });
    expect(pearsonCorrelation([1, 2, 3], [4, 4, 4])).toMatchObject({
      refused: "no-variation",
      detail: { column: "y" },
    });
    expect(pearsonCorrelation([1, 2], [1, 2])).toMatchObject({ refused: "too-few-observations" });
    expect(() => pearsonCorrelation([1, 2, 3], [1, 2])).toThrow(/y/);
    expect(() => spearmanCorrelation([1, Infinity, 3], [1, 2, 3])).toThrow(/x/);
  });
});
