import { describe, expect, it } from "vitest";
import { satisfactionFigures } from "./satisfaction-figures";

describe("satisfactionFigures", () => {
  it("counts 8 favourable of 10: 80 % with Wilson's 49.0 to 94.3", () => {
    const { csat, csatMean } = satisfactionFigures([
      { kind: "csat", score: 5, n: 5 },
      { kind: "csat", score: 4, n: 3 },
      { kind: "csat", score: 3, n: 2 },
    ]);
    expect(csat).toMatchObject({ n: 10, value: 0.8, method: "wilson", parts: { favourable: 8, n: 10 } });
    expect(csat.lower).toBeCloseTo(0.4902, 4);
    expect(csat.upper).toBeCloseTo(0.9433, 4);
    expect(csatMean).toBeCloseTo(4.3, 10);
  });

  it("takes 9 and 10 as promoters, 0 to 6 as detractors: (5 − 2)/10 is 30, and widens a small n", () => {
    const { nps } = satisfactionFigures([
      { kind: "nps", score: 9, n: 3 },
      { kind: "nps", score: 10, n: 2 },
      { kind: "nps", score: 8, n: 2 },
      { kind: "nps", score: 7, n: 1 },
      { kind: "nps", score: 6, n: 1 },
      { kind: "nps", score: 0, n: 1 },
    ]);
    expect(nps.value).toBeCloseTo(30, 10);
    expect(nps.method).toBe("adjusted-wald");
    expect(nps.parts).toEqual({ promoters: 5, passives: 3, detractors: 2 });
  });

  it("has no figure where nobody answered", () => {
    const { ces, cesMean } = satisfactionFigures([]);
    expect([ces.value, ces.lower, ces.n, cesMean]).toEqual([null, null, 0, null]);
  });
});
