import { describe, expect, it } from "vitest";
import { buildEffect, buildRefusedEffect, buildSpecResult } from "../../../../tests/builders/driver-results";
import {
  buildContrast,
  buildCurve,
  buildLeaving,
  buildRetention,
  buildRetentionGroup,
  buildStudyResults,
  buildWindowedStudy,
} from "../../../../tests/builders/study-results";
import { prepareContrasts } from "./prepare-contrasts";
import { commonMonth, cutWhereFewAreLeft, fromItsStart, valueAt } from "./prepare-curves";
import { accountsByCause, prepareHandovers, readCause } from "./prepare-handovers";
import { prepareImportance } from "./prepare-importance";
import { prepareLeaving } from "./prepare-leaving";
import { prepareRetention } from "./prepare-retention";

const studied = (...eventStudies: ReturnType<typeof buildWindowedStudy>[]) =>
  buildSpecResult({ spec: "handovers", kind: "event_study", outcome: null, eventStudies });

describe("the study of handovers", () => {
  it("takes any cause that nobody declared for a departure", () => {
    expect([readCause("planned"), readCause("x"), readCause(null)]).toEqual([
      "planned",
      "departure",
      "departure",
    ]);
  });

  it("has the outcomes of the cause in their own order, and counts accounts of each cause", () => {
    const result = buildStudyResults().find(({ spec }) => spec === "handovers")!;
    expect(prepareHandovers(result, "departure").map(({ outcome }) => outcome)).toEqual([
      "satisfaction",
      "revenue",
      "churn",
    ]);
    expect(accountsByCause(result)).toEqual({ departure: 412, planned: 21, account_request: 64 });
  });

  it.each([
    [9, "too_few", 0],
    [10, "weak", 10],
    [29, "weak", 10],
    [30, "shown", 10],
  ] as const)("of %i accounts is %s", (treatedAccounts, strength, points) => {
    const [study] = prepareHandovers(
      studied(buildWindowedStudy("satisfaction", [-0.2], { treatedAccounts })),
      "departure",
    );
    expect([study?.strength, study?.points.length]).toEqual([strength, points]);
  });

  it.each([
    [{ p: 0.61, detectableDrift: 0.07 }, "flat"],
    [{ p: 0.61, detectableDrift: 0.5 }, "unseen"],
    [{ p: 0.01, detectableDrift: 0.07 }, "not_flat"],
  ] as const)("says of the months before %o: %s", (before, says) => {
    const preTrend = { statistic: 1, degreesOfFreedom: 3, ...before };
    const [study] = prepareHandovers(
      studied(buildWindowedStudy("satisfaction", [-0.24, -0.1], { preTrend })),
      "departure",
    );
    expect(study?.preTrendSays).toBe(says);
  });

  it("cannot test the months before a loss", () => {
    const [study] = prepareHandovers(studied(buildWindowedStudy("churn", [4.1, 3])), "departure");
    expect(study?.preTrendSays).toBe("unknown");
    expect(study?.deepest).toMatchObject({ from: 0, estimate: 4.1 });
  });

  it("says of departures what the analysis declares, and nothing of a refusal", () => {
    const result = buildSpecResult({
      spec: "handovers",
      eventStudies: [buildWindowedStudy("satisfaction", [-0.2])],
      effects: [
        buildEffect({ spec: "handovers", exposure: "departure_handover_0_2" }),
        buildRefusedEffect({ spec: "handovers", exposure: "departure_handover_3_5", code: "not_identified" }),
      ],
    });
    expect(prepareHandovers(result, "departure")[0]?.sayings.map(({ key }) => key)).toEqual([
      "handovers.departure_handover_0_2",
    ]);
  });
});

it("calls a handover that somebody chose an association at most", () => {
  const sayingsOf = (estimate: number) =>
    prepareHandovers(
      studied(buildWindowedStudy("satisfaction", [estimate, -0.5], { cause: "account_request" })),
      "account_request",
    )[0]?.sayings.map(({ key, effect }) => [key, effect.grade, effect.verdict]);
  expect(sayingsOf(-0.4)).toEqual([[null, "C", "goes_with"]]);
  expect(sayingsOf(-0.1)).toEqual([[null, "C", "none"]]);
});

it("puts the difference furthest from zero in its own width first, and says which is clear", () => {
  const open = buildContrast({ factor: "open", difference: { estimate: 9, lower: -1, upper: 19 } });
  const clear = buildContrast({ factor: "clear", difference: { estimate: 0.2, lower: 0.1, upper: 0.3 } });
  expect(prepareContrasts([open, clear]).map(({ factor, isClear }) => [factor, isClear])).toEqual([
    ["clear", true],
    ["open", false],
  ]);
});

describe("curves", () => {
  it("end where fewer than ten are left, and keep their first point", () => {
    const curve = [3, 40, 12, 10, 9, 16].map((atRisk, month) => ({ month, atRisk }));
    expect(cutWhereFewAreLeft(curve).map(({ month }) => month)).toEqual([0, 1, 2, 3]);
  });

  it("begin with a step from nobody lost, where they were known from", () => {
    const late = { month: 18, estimate: 0.9, lower: 0.8, upper: 0.95, atRisk: 30 };
    expect(fromItsStart([late], 1)[0]).toEqual({ month: 17, estimate: 1, lower: 1, upper: 1, atRisk: 30 });
    expect(fromItsStart([{ ...late, month: 0 }], 0)).toHaveLength(1);
  });

  it("are compared at the longest usual span that two thirds of them cover", () => {
    const to = (month: number) => [{ month: 0 }, { month }];
    expect(commonMonth([to(60), to(40), to(18)])).toBe(36);
    expect(commonMonth([to(40), to(18)])).toBe(12);
    expect([commonMonth([to(4)]), commonMonth([])]).toEqual([null, null]);
  });

  it("keep their value until the next step, and have none before they begin or after they end", () => {
    const curve = [{ month: 2 }, { month: 5 }, { month: 8 }];
    expect([1, 7, 8, 9].map((month) => valueAt(curve, month)?.month ?? null)).toEqual([null, 5, 8, null]);
  });
});

describe("retention", () => {
  it("draws groups of ten accounts or more and names the others with their number", () => {
    const [prepared] = prepareRetention([
      buildRetention({
        groups: [buildRetentionGroup("0-6", 0.01, 200), buildRetentionGroup("60+", 0.01, 9)],
      }),
    ]);
    expect(prepared?.groups.map(({ key }) => key)).toEqual(["0-6"]);
    expect(prepared?.tooFew).toEqual([{ key: "60+", accounts: 9 }]);
  });

  it("judges by q where the test is of a family, and has no verdict without a test", () => {
    const logRank = { statistic: 4, degreesOfFreedom: 1, p: 0.04 };
    const tests = [{ ...logRank, q: 0.12 }, { ...logRank, q: null }, null].map(
      (test) => prepareRetention([buildRetention({ logRank: test })])[0]?.test,
    );
    expect(tests).toEqual([
      { name: "q", value: 0.12, differs: false },
      { name: "p", value: 0.04, differs: true },
      null,
    ]);
  });

  it("names no median that lies beyond the end of the curve", () => {
    const medians = (medianMonths: number) =>
      prepareRetention([
        buildRetention({ groups: [buildRetentionGroup("0-6", 0.03, 300, { medianMonths })] }),
      ])[0]?.groups[0]?.medianMonths;
    expect([medians(23), medians(600)]).toEqual([23, null]);
  });

  it("begins its axis at a whole fifth below every interval", () => {
    const lowAt = (lower: number) =>
      prepareRetention([
        buildRetention({
          groups: [
            {
              key: "0",
              accounts: 100,
              lost: 5,
              medianMonths: null,
              curve: buildCurve(0.001, 100, 12).map((point) => ({ ...point, lower })),
            },
          ],
        }),
      ])[0]?.axisFrom;
    expect([lowAt(0.93), lowAt(0.45), lowAt(0.05)]).toEqual([0.8, 0.4, 0]);
  });
});

describe("what matters most", () => {
  const prepared = (second: number) =>
    prepareImportance({
      outcome: "satisfaction",
      rSquared: 0.1,
      method: "shapley",
      shares: [
        { exposure: "training", estimate: 0.2, lower: 0.1, upper: second },
        { exposure: "tenure", estimate: 0.5, lower: 0.4, upper: 0.62 },
      ],
    });

  it("is ordered by share, and open where the first two intervals overlap", () => {
    expect(prepared(0.3).shares.map(({ exposure }) => exposure)).toEqual(["tenure", "training"]);
    expect([prepared(0.3).isOrderClear, prepared(0.45).isOrderClear]).toEqual([true, false]);
    expect(prepared(0.3).axisEnd).toBe(0.7);
  });
});

describe("leaving by reason", () => {
  it("shows reasons of five people or more, most first", () => {
    const prepared = prepareLeaving(buildLeaving({ retirement: 6, voluntary: 74, involuntary: 31 }));
    expect(prepared.reasons.map(({ reason }) => reason)).toEqual(["voluntary", "involuntary", "retirement"]);
  });

  it("hides a reason of three together with the smallest other one, which would give it away", () => {
    const prepared = prepareLeaving(buildLeaving({ voluntary: 74, involuntary: 31, retirement: 3 }));
    expect(prepared.reasons.map(({ reason }) => reason)).toEqual(["voluntary"]);
    expect(prepared.hidden).toBe(2);
  });
});
