import { describe, expect, it } from "vitest";
import { drawNormal } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { type FixedEffectsFit, fixedEffects } from "~/stats/regression/fixed-effects";
import { type BuiltMonth, buildFitData } from "../../../../../tests/builders/fit-data";
import { findSpec } from "../specs";
import { shuffledSlopes } from "./shuffled-slopes";

const spec = findSpec("satisfaction")!;

/** Three regions of eight people with four accounts each over two years; satisfaction as `satisfied` says. */
function shuffle(satisfied: (own: number, regional: number) => number) {
  const random = createGenerator("shuffled slopes");
  const regional = Array.from({ length: 3 * 24 }, () => drawNormal(random));
  const own = Array.from({ length: 24 * 24 }, () => drawNormal(random));
  const months: BuiltMonth[] = [];
  for (let account = 0; account < 96; account++) {
    const owner = Math.floor(account / 4);
    const region = Math.floor(owner / 8);
    for (let month = 0; month < 24; month++) {
      const together = regional[region * 24 + month]!;
      const alone = own[owner * 24 + month]!;
      months.push({
        account,
        month,
        owner,
        region,
        trainingHours: together + alone,
        csatSum: satisfied(alone, together) + 0.5 * drawNormal(random),
      });
    }
  }
  const data = buildFitData(months);
  const { panel } = data;
  const fit = fixedEffects({
    outcome: Float64Array.from(panel.columns.csatSum),
    covariates: [Float64Array.from(panel.columns.trainingHours)],
    names: ["training"],
    effects: [panel.account, panel.month],
  }) as FixedEffectsFit;
  const rows = Int32Array.from(panel.account.keys());
  return { slope: fit.coefficients[0]!, shuffled: shuffledSlopes(spec, data, rows, fit).get("training")! };
}

describe("shuffledSlopes", () => {
  it("shows nothing left where the person's own months matter, and that no exchange goes as far", () => {
    const { slope, shuffled } = shuffle((own) => 0.1 * own);
    expect(slope).toBeGreaterThan(0.03);
    expect(Math.abs(shuffled.estimate)).toBeLessThan(0.01);
    expect(shuffled.p).toBe(1 / 200);
    expect(slope).toBeGreaterThan(shuffled.upper);
  });

  it("keeps all of a link that regions go through together, which no exchange within them can break", () => {
    const { slope, shuffled } = shuffle((_, regional) => 0.1 * regional);
    expect(slope).toBeGreaterThan(0.02);
    expect(shuffled.lower).toBeLessThan(slope);
    expect(shuffled.upper).toBeGreaterThan(slope);
    expect(shuffled.p).toBeGreaterThan(0.05);
  });

  it("gives the same digits again", () => {
    expect(shuffle((own) => 0.1 * own)).toEqual(shuffle((own) => 0.1 * own));
  });
});
