import { describe, expect, it } from "vitest";
import type { DriverEffect, SpecResult } from "~/modules/linkage/drivers/result";
import { buildProgrammes } from "./build-programmes";
import { catalogueOf, emptyCatalogue } from "./effect-catalogue";
import { hazardTerms } from "./effect-terms";
import type { ReturnFacts } from "./return-facts";
import { defaultPlacement, groupId, isGroupId, placementOf } from "./return-rules";

const facts: ReturnFacts = {
  accounts: {
    active: 100,
    accountMonths: 1_200,
    lost: 12,
    revenueMinor: 1_200_000_00,
    costOfGoodsMinor: 700_000_00,
    monthlyMargins: [400_00, 420_00],
  },
  people: {
    headcount: 20,
    personMonths: 240,
    fteYears: 20,
    departures: 4,
    compensationMinor: 1_000_000_00,
    hires: 4,
  },
  owners: {
    people: 10,
    accounts: 100,
    trainingHours: { mean: 30, p5: 18, p95: 52 },
    accountsPerFte: { mean: 10, p5: 7, p95: 14, deviation: 2 },
    serviceOrientation: { mean: 60, p5: 40, p95: 80 },
    newHires: { people: 5, accounts: 40, serviceOrientation: 65 },
  },
  departureHandovers: {
    accounts: 20,
    atOnceShare: 0.8,
    quarterlyShares: { mean: 0.7, p5: 0.5, p95: 0.9 },
    waitMonths: 2,
    newHireShareAtOnce: 0.2,
    newHireShareLater: 0.9,
  },
  departureCost: { baseMinor: 30_000_00, lowMinor: 15_000_00, highMinor: 60_000_00 },
  hourlyPayMinor: 29_00,
};
const costs = { training: 1, retention: 1, hiring: 1, crm: 1, service: 1, handover: 1 };

const estimated = (
  spec: string,
  outcome: DriverEffect["outcome"],
  exposure: string,
  grade: DriverEffect["grade"],
) =>
  ({
    key: `${spec}.${exposure}`,
    spec,
    outcome,
    exposure,
    grade,
    verdict: "none",
    n: 100,
    model: { estimate: 0.01, lower: 0, upper: 0.02, standardError: 0.005, scale: "identity" },
    exposureRange: { p5: 20, median: 30, p95: 50 },
  }) as unknown as DriverEffect;
const result = (spec: string, ...effects: DriverEffect[]) =>
  ({ spec, effects, covariance: null }) as unknown as SpecResult;

describe("what a programme is credited with", () => {
  it("training: 30 hours less the 20 of the least trained that the effect was estimated on", () => {
    const catalogue = catalogueOf([
      result("satisfaction", estimated("satisfaction", "satisfaction", "training", "B")),
      result("revenue", estimated("revenue", "revenue", "training", "B")),
    ]);
    const [training] = buildProgrammes(facts, catalogue, costs, 36);
    expect(training).toMatchObject({ gaps: [], lever: { from: 20, to: 30 } });
    expect(training!.model.paths[0]).toMatchObject({ accounts: 100, terms: [{ on: "revenue", change: 10 }] });
  });

  it("without any estimate every programme with cost says what would make it measurable", () => {
    const built = buildProgrammes(facts, emptyCatalogue, costs, 36);
    expect(built.map(({ model, gaps }) => [model.key, ...gaps])).toEqual([
      ["training", "no_training_effect"],
      ["retention", "no_leaving_effect"],
      ["hiring", "no_score_effect"],
      ["crm", "no_crm_comparison"],
      ["service", "no_service_effect"],
      ["handover", "no_vacancy_effect"],
    ]);
    expect(built.every(({ model }) => model.paths.length === 0)).toBe(true);
  });

  it.each([
    ["no revenue", { revenueMinor: 0 }, "no_revenue"],
    ["one account", { active: 1 }, "one_account"],
    ["goods that cost more than they bring", { costOfGoodsMinor: 1_300_000_00 }, "negative_margin"],
  ] as const)("%s is said in words", (_name, accounts, gap) => {
    const odd = { ...facts, accounts: { ...facts.accounts, ...accounts } };
    expect(buildProgrammes(odd, emptyCatalogue, costs, 36)[0]!.gaps).toEqual([gap]);
  });

  it("a programme without cost is not computed", () => {
    expect(buildProgrammes(facts, emptyCatalogue, { ...costs, crm: 0 }, 36)[3]!.gaps).toEqual(["no_cost"]);
  });
});

describe("two ways to the same loss", () => {
  const change = { exposure: "training", change: 1, profile: [1] };
  const direct = result("churn", estimated("churn", "churn", "training", "C"));
  const first = (grade: DriverEffect["grade"]) =>
    result("satisfaction", estimated("satisfaction", "satisfaction", "training", grade));
  const second = (grade: DriverEffect["grade"]) =>
    result("churn_given_satisfaction", estimated("churn_given_satisfaction", "churn", "satisfaction", grade));

  it("are never both counted; the better graded is taken", () => {
    const terms = hazardTerms(catalogueOf([direct, first("B"), second("B")]), change);
    expect(terms).toHaveLength(1);
    expect(terms[0]).toMatchObject({
      grade: "B",
      factors: ["satisfaction.training", "churn_given_satisfaction.satisfaction"],
    });
  });

  it("of two alike the one whose first link is better graded; a chain is as good as its weakest link", () => {
    expect(hazardTerms(catalogueOf([direct, first("B"), second("C")]), change)[0]).toMatchObject({
      grade: "C",
      factors: ["satisfaction.training", "churn_given_satisfaction.satisfaction"],
    });
    expect(hazardTerms(catalogueOf([direct, first("C"), second("C")]), change)[0]!.factors).toEqual([
      "churn.training",
    ]);
  });

  it("an effect that stands side by side only is not computed with", () => {
    const effect = {
      ...estimated("churn", "churn", "training", "C"),
      verdict: "side_by_side",
    } as DriverEffect;
    expect(catalogueOf([result("churn", effect)]).effects).toEqual([]);
  });
});

describe("which cost counts where", () => {
  const group = (
    category: "training" | "acquisition" | "productivity" | "compensation",
    kind: string | null,
    reach: "owner" | "server" | "none" = "owner",
  ) => ({ source: "entry", category, kind, reach }) as const;
  it.each([
    [group("training", "course"), "training"],
    [group("training", "course", "server"), "service"],
    [group("training", "course", "none"), "outside"],
    [group("acquisition", "adverts", "none"), "hiring"],
    [group("productivity", "cover of vacancies"), "handover"],
    [group("compensation", "CRM licences"), "crm"],
    [group("compensation", "salary"), "outside"],
    [group("compensation", null), "outside"],
  ])("%o is %s unless decided otherwise", (key, placement) => {
    expect(defaultPlacement(key)).toBe(placement);
    expect(placementOf({ placements: { [groupId(key)]: "hiring" } }, key)).toBe("hiring");
  });
  it("takes kinds as the same whatever their case and spaces, and knows its own ids", () => {
    expect(groupId(group("training", " Course "))).toBe(groupId(group("training", "course")));
    expect(isGroupId(groupId(group("training", "a|b")))).toBe(true);
    expect(isGroupId("nonsense")).toBe(false);
  });
});
