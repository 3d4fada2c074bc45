import { describe, expect, it } from "vitest";
import { decideSurveyWave } from "./survey-wave";

const unit = (unitId: string, n: number, enpsN = n) => ({
  survey: "Pulse",
  unitId,
  unitName: unitId,
  engagement: { n, sum: n * 4, squares: n * 16 },
  enps: { n: enpsN, promoters: enpsN, detractors: 0 },
});

describe("decideSurveyWave", () => {
  it("hides a unit of 4, the next smallest with it, and their numbers of answers", () => {
    const { units, company } = decideSurveyWave([unit("a", 4), unit("b", 6), unit("c", 12)]);
    expect(units.map(({ engagement }) => engagement)).toEqual([
      { reason: "too_few", sums: null },
      { reason: "complementary", sums: null },
      { reason: null, sums: { n: 12, sum: 48, squares: 192 } },
    ]);
    expect(company.engagement.sums).toEqual({ n: 22, sum: 88, squares: 352 });
  });

  it("decides each question by those who answered it: 9 rated engagement, 3 of them answered eNPS", () => {
    const { units } = decideSurveyWave([unit("a", 9, 3), unit("b", 9), unit("c", 12)]);
    expect(units[0]?.engagement.reason).toBeNull();
    expect(units.map(({ enps }) => enps.reason)).toEqual(["too_few", "complementary", null]);
  });

  it("shows nothing of a company of four, and says that nobody was asked where nobody was", () => {
    expect(decideSurveyWave([unit("a", 4, 0)])).toMatchObject({
      company: { engagement: { reason: "too_few", sums: null }, enps: { reason: "no_data" } },
      units: [{ engagement: { reason: "too_few" }, enps: { reason: "no_data" } }],
    });
    expect(decideSurveyWave([])).toMatchObject({ survey: null, units: [] });
  });
});
