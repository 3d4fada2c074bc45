import { describe, expect, it } from "vitest";
import type { CompanyOutcome, EffectOutcome } from "./outcome";
import { summarise } from "./summarise";

const effect = (parts: Partial<EffectOutcome>): EffectOutcome => ({
  key: "satisfaction.training",
  truth: 2,
  own: { estimate: 2, lower: 1, upper: 3 },
  p: 0.01,
  q: 0.02,
  naive: {},
  ...parts,
});
const company = (...effects: EffectOutcome[]): CompanyOutcome => ({
  seed: 1,
  seconds: 1,
  peakMegabytes: 1,
  effects,
});

describe("the summary of many companies", () => {
  it("has bias 0.5, sd √½, coverage ½, width 2 and is found in half of them for 2 and 3 around a truth of 2", () => {
    const { effects } = summarise(
      [company(effect({})), company(effect({ own: { estimate: 3, lower: 2.5, upper: 4.5 }, q: 0.2 }))],
      0.05,
    );
    expect(effects[0]?.own).toMatchObject({
      companies: 2,
      mean: 2.5,
      bias: 0.5,
      coverage: 0.5,
      meanWidth: 2,
      isUnbiased: true,
    });
    expect(effects[0]?.own?.sd).toBeCloseTo(Math.SQRT1_2);
    expect(effects[0]?.found).toBe(0.5);
  });

  it("counts refusals apart, and says nothing of coverage where nothing was planted", () => {
    const { effects } = summarise(
      [company(effect({ truth: null })), company(effect({ truth: null, own: null, p: null, q: null }))],
      0.05,
    );
    expect(effects[0]).toMatchObject({ refused: 1, own: { companies: 1, bias: null, coverage: null } });
  });

  it("sets a naive look beside ours", () => {
    const naive = { pooled: { estimate: 1, lower: 0.9, upper: 1.1 } };
    const { effects } = summarise([company(effect({ naive }))], 0.05);
    expect(effects[0]?.naive.pooled).toMatchObject({ mean: 1, bias: -1, coverage: 0 });
  });

  it("counts what was found at the rate, and in how many companies", () => {
    const found = effect({});
    const not = effect({ q: 0.3 });
    expect(summarise([company(found, found), company(not)], 0.05)).toMatchObject({
      tests: 3,
      findings: 2,
      companiesWithFindings: 1,
    });
  });
});
