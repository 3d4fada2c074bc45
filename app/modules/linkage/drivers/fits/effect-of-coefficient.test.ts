/** What stands beside an estimate, against the same numbers from R 4.2.2 by their formulas. */
import { describe, expect, it } from "vitest";
import { findSpec } from "../specs";
import { effectOf } from "./effect-of-coefficient";
import { perHundredScale, pointsScale } from "./natural-scale";

const sample = {
  rows: 17_000,
  accounts: 1_400,
  employees: 160,
  months: 36,
  from: "2023-11-01",
  to: "2026-10-01",
  excluded: {},
};
const common = { sample, clusters: 159, units: 160, column: null, checks: [], design: "within" as const };

describe("effectOf", () => {
  it("ten hours of training on satisfaction: E-values and what could have been found", () => {
    const effect = effectOf({
      ...common,
      spec: findSpec("satisfaction")!,
      outcome: "satisfaction",
      exposure: "training",
      scale: pointsScale,
      coefficient: {
        estimate: 0.0036,
        standardError: 0.00065,
        interval: { lower: 0.0023, upper: 0.0049, level: 0.95 },
        degreesOfFreedom: 158,
        pValue: 1e-7,
      },
      outcomeSd: 0.7,
    });
    // d <- .036 / .7; s <- .0065 / .7; E <- function(r) r + sqrt(r * (r - 1)); E(exp(.91 * d)); E(exp(.91 * d - 1.78 * s))
    expect(effect.eValue!.estimate).toBeCloseTo(1.27198383231571, 12);
    expect(effect.eValue!.limit).toBeCloseTo(1.20871983317813, 12);
    // (qt(.975, 158) + qt(.8, 158)) * .0065
    expect(effect.minimumDetectable).toBeCloseTo(0.0183234620893974, 12);
  });

  it("a handover on churn: the hazard ratio's E-values, and accounts lost per hundred and year", () => {
    const z = 1.959963984540054;
    const effect = effectOf({
      ...common,
      spec: findSpec("churn")!,
      outcome: "churn",
      exposure: "handover_0_5",
      scale: perHundredScale(0.01),
      coefficient: {
        estimate: 0.3,
        standardError: 0.1,
        interval: { lower: 0.3 - z * 0.1, upper: 0.3 + z * 0.1, level: 0.95 },
        degreesOfFreedom: Number.POSITIVE_INFINITY,
        pValue: 0.0027,
      },
      outcomeSd: null,
    });
    // E(exp(.3)); E(exp(.3 - qnorm(.975) * .1))
    expect(effect.eValue!.estimate).toBeCloseTo(2.03707056010539, 12);
    expect(effect.eValue!.limit).toBeCloseTo(1.45834158275122, 12);
    // l <- function(h) -100 * expm1(-12 * h); l(.01 * exp(.3)) - l(.01); l(.01 * exp((qnorm(.975) + qnorm(.8)) * .1)) - l(.01)
    expect(effect.estimate).toBeCloseTo(3.64648229522402, 11);
    expect(effect.minimumDetectable).toBeCloseTo(3.37541003241006, 11);
  });
});
