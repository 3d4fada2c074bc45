import { describe, expect, it } from "vitest";
import type { AggregateEffects } from "~/stats/event-study/aggregate-effects";
import { asCoefficient, preTrendOf, windowEffects } from "./event-windows";

/** Effects by month with the influence of four accounts each. */
function dynamic(
  effects: ReadonlyArray<readonly [at: number, estimate: number, influence: readonly number[]]>,
) {
  return {
    effects: effects.map(([at, estimate]) => ({ at, estimate, reference: false })),
    influence: Float64Array.from(effects.flatMap(([, , influence]) => influence)),
    clusters: 4,
  } as unknown as AggregateEffects;
}

describe("windowEffects", () => {
  const given = dynamic([
    [0, -0.2, [0.1, -0.1, 0, 0]],
    [1, -0.4, [0.1, 0.1, 0, 0]],
  ]);

  it("averages the months: (−0.2 − 0.4)/2 = −0.3, with the error of the mean of both influences: √(0.1² + 0²) = 0.1", () => {
    const [window] = windowEffects(given, [{ from: 0, to: 1, months: [0, 1] }]);
    expect(window!.estimate).toBeCloseTo(-0.3, 12);
    expect(window!.standardError).toBeCloseTo(0.1, 12);
  });

  it("leaves out a window none of whose months was estimated", () => {
    expect(windowEffects(given, [{ from: 3, to: 5, months: [3, 4, 5] }])).toEqual([]);
  });

  it("states the interval as estimate ± 1.96 errors: −0.3 ± 0.196", () => {
    const [window] = windowEffects(given, [{ from: 0, to: 1, months: [0, 1] }]);
    expect(asCoefficient(window!).interval.lower).toBeCloseTo(-0.496, 3);
    expect(asCoefficient(window!).interval.upper).toBeCloseTo(-0.104, 3);
  });
});

describe("preTrendOf", () => {
  const before = windowEffects(
    dynamic([
      [-8, 0.2, [0.1, 0, 0, 0]],
      [-5, 0.1, [0, 0.1, 0, 0]],
    ]),
    [
      { from: -8, to: -8, months: [-8] },
      { from: -5, to: -5, months: [-5] },
    ],
  );

  it("adds the squares of independent windows: (0.2/0.1)² + (0.1/0.1)² = 5 on 2 degrees, p = e^−2.5 = 0.0821", () => {
    const test = preTrendOf(before, -2)!;
    expect(test.statistic).toBeCloseTo(5, 10);
    expect(test.p).toBeCloseTo(Math.exp(-2.5), 10);
  });

  it("says what drift it could have found: with λ = 9.635 and d = (−6, −3), √(9.635 / (36/0.01 + 9/0.01)) = 0.0463 a month", () => {
    expect(preTrendOf(before, -2)!.detectableDrift).toBeCloseTo(Math.sqrt(9.634_7 / 4_500), 4);
  });

  it("tests nothing without a month before", () => {
    expect(preTrendOf([], -2)).toBeNull();
  });
});
