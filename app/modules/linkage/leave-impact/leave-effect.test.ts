import { describe, expect, it } from "vitest";
import { buildEffect, buildRefusedEffect, buildSpecResult } from "../../../../tests/builders/driver-results";
import type { DriverEffect } from "../drivers/result";
import { expectLeaveEffect } from "./leave-effect";

const exposed = { revenueMinor: 1_200_000_00n, marginMinor: 480_000_00n };
const onRevenue = (
  exposure: string,
  estimate: number,
  standardError: number,
  parts: Partial<DriverEffect> = {},
) => {
  const b = Math.log(1 + estimate / 100);
  return buildEffect({
    spec: "handovers",
    key: `handovers.revenue.${exposure}`,
    outcome: "revenue",
    exposure,
    estimate,
    standardError,
    grade: "A",
    verdict: "moves",
    model: { estimate: b, lower: b, upper: b, standardError: standardError / (100 + estimate), scale: "log" },
    ...parts,
  });
};
const study = (effects: ReturnType<typeof onRevenue>[], covariance: number[] | null = null) =>
  buildSpecResult({
    spec: "handovers",
    kind: "event_study",
    outcome: null,
    effects,
    covariance: covariance && { keys: effects.map(({ key }) => key), values: covariance },
  });
const early = onRevenue("departure_handover_0_2", -8, 1);
const middle = onRevenue("departure_handover_3_11", -16, 1.2, { grade: "B" });
const late = onRevenue("departure_handover_12_17", -4, 2);

function measured(...args: Parameters<typeof expectLeaveEffect>) {
  const effect = expectLeaveEffect(...args);
  if (!effect.isMeasured) throw new Error(effect.reason);
  return effect;
}

describe("expectLeaveEffect", () => {
  it("weighs the windows by their months: (3 × −8 + 9 × −16) ÷ 12 = −14 % of 1,200,000 is −168,000 a year", () => {
    const { horizons, grade, isClear } = measured([study([early, middle, late])], exposed);
    expect(horizons.map(({ months }) => months)).toEqual([12, 18]);
    expect(horizons[0]?.percent.estimate).toBeCloseTo(-14, 10);
    expect(horizons[0]?.revenueMinor.estimate).toBeCloseTo(-168_000_00, 2);
    expect(horizons[0]?.marginMinor.estimate).toBeCloseTo(-67_200_00, 2);
    expect(grade).toBe("B");
    expect(isClear).toBe(true);
  });

  it("over 18 months: (−24 − 144 − 24) ÷ 18 of 1,800,000 is −192,000", () => {
    const { horizons } = measured([study([early, middle, late])], exposed);
    expect(horizons[1]?.revenueMinor.estimate).toBeCloseTo(-192_000_00, 2);
  });

  it("takes the interval from the covariance: independent windows give √((3·1)² + (9·1.2)²) ÷ 12", () => {
    const variance = (one: DriverEffect) => one.model.standardError ** 2;
    const { horizons } = measured(
      [study([early, middle], [variance(early), 0, 0, variance(middle)])],
      exposed,
    );
    const se = Math.hypot(3 * 1, 9 * 1.2) / 12;
    expect(horizons[0]?.percent.upper).toBeCloseTo(-14 + 1.959964 * se, 6);
  });

  it("without a covariance takes the widest: (3·1 + 9·1.2) ÷ 12", () => {
    const { horizons } = measured([study([early, middle])], exposed);
    expect(horizons[0]?.percent.lower).toBeCloseTo(-14 - (1.959964 * (3 + 10.8)) / 12, 6);
  });

  it("says so where the interval holds no change at all", () => {
    const wide = measured(
      [study([onRevenue("departure_handover_0_2", -1, 3), onRevenue("departure_handover_3_11", -2, 4)])],
      exposed,
    );
    expect(wide.isClear).toBe(false);
  });

  it("falls back on the revenue analysis where the event study was refused", () => {
    const refused = buildSpecResult({ spec: "handovers", refused: { code: "no_departures", detail: {} } });
    const revenue = buildSpecResult({
      spec: "revenue",
      effects: [early, middle].map((effect) => ({ ...effect, spec: "revenue", grade: "C" as const })),
    });
    expect(measured([refused, revenue], exposed)).toMatchObject({ source: "revenue", grade: "C" });
  });

  it("is not measured where a window of the first year is missing, refused or too few", () => {
    const reasonOf = (...results: ReturnType<typeof buildSpecResult>[]) => {
      const effect = expectLeaveEffect(results, exposed);
      return effect.isMeasured ? null : effect.reason;
    };
    expect(reasonOf()).toBe("not_computed");
    expect(reasonOf(study([early]))).toBe("too_few");
    expect(reasonOf(study([early, { ...middle, verdict: "side_by_side" }]))).toBe("too_few");
    expect(
      reasonOf(
        buildSpecResult({
          spec: "handovers",
          effects: [
            buildRefusedEffect({
              spec: "handovers",
              outcome: "revenue",
              exposure: "departure_handover_0_2",
              code: "no_revenue",
            }),
          ],
        }),
      ),
    ).toBe("no_revenue");
  });

  it("expects nothing of accounts without revenue", () => {
    const { horizons } = measured([study([early, middle])], { revenueMinor: 0n, marginMinor: 0n });
    expect(Math.abs(horizons[0]!.revenueMinor.estimate)).toBe(0);
  });
});
