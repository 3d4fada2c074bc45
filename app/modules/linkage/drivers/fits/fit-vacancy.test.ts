import { expect, it } from "vitest";
import { drawNormal } from "~/stats/random/draws";
import { createGenerator } from "~/stats/random/generator";
import { type BuiltMonth, buildFitData } from "../../../../../tests/builders/fit-data";
import { type DriverEffect, isRefusedEffect } from "../result";
import { findSpec } from "../specs";
import { fitPanelEffects } from "./fit-panel-effects";

/** Every post falls vacant once for two months, and whoever comes has no tenure, which costs more than the vacancy. */
function companyWithVacancies() {
  const random = createGenerator("vacancies");
  const months: BuiltMonth[] = [];
  for (let account = 0; account < 400; account++) {
    const post = account % 50;
    const vacantFrom = 8 + (post % 14);
    for (let month = 0; month < 30; month++) {
      const isVacant = month >= vacantFrom && month < vacantFrom + 2;
      const isAfter = month >= vacantFrom + 2;
      const tenureMonths = isAfter ? month - vacantFrom - 2 : 20 + (post % 7) + month;
      const doublings = Math.log2(1 + tenureMonths);
      months.push({
        account,
        month,
        owner: isVacant ? -1 : isAfter ? 50 + post : post,
        vacancyShare: isVacant ? 1 : 0,
        logTenure: isVacant ? Number.NaN : doublings * Math.LN2,
        csatN: 1,
        csatSum: 4 + (isVacant ? -0.1 : 0.06 * (doublings - 3)) + 0.3 * drawNormal(random),
      });
    }
  }
  const data = buildFitData(months);
  let known = 0;
  let sum = 0;
  for (const value of data.panel.columns.logTenure) {
    if (Number.isNaN(value)) continue;
    known += 1;
    sum += value / Math.LN2;
  }
  return { data, typicalDoublings: sum / known };
}

it("compares a month without an owner with a typical owner, and not with whoever came after", () => {
  const { data, typicalDoublings } = companyWithVacancies();
  const [effect] = fitPanelEffects(findSpec("satisfaction_vacancy")!, data).effects as [DriverEffect];
  expect(isRefusedEffect(effect)).toBe(false);
  const truth = -0.1 - 0.06 * (typicalDoublings - 3);
  expect(effect.lower).toBeLessThan(truth);
  expect(effect.upper).toBeGreaterThan(truth);
  // 50 posts and their successors: a vacant month belongs to who owned the account last, and not to one owner called nobody.
  expect(effect.clusters).toBe(100);
});
