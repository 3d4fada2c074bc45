import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { recomputeWorkbook } from "../../../../../tests/builders/recompute-workbook";
import type { CatalogueEffect } from "../effect-catalogue";
import { duringMonths, yearOfExposure } from "../profile";
import type { PlacedCostGroup, ReturnReport } from "../return-report";
import { simulateProgrammes } from "../simulate-programmes";
import { prepareWorkbook } from "./prepare-workbook";
import { workbookWords } from "./workbook-words";
import { writeWorkbook } from "./write-workbook.server";

const horizonMonths = 36;
const effect = (
  key: string,
  outcome: CatalogueEffect["outcome"],
  exposure: string,
  estimate: number,
): CatalogueEffect => ({
  key,
  outcome,
  exposure,
  grade: "B",
  estimate,
  standardError: 0.001,
  n: 10,
  range: null,
});
const group = (
  kind: string,
  amountMinor: number,
  placement: PlacedCostGroup["placement"],
): PlacedCostGroup => ({
  id: `entry|training|${kind}|owner`,
  source: "entry",
  category: "training",
  kind,
  reach: "owner",
  rows: 1,
  amountMinor,
  hours: 0,
  people: 9,
  withoutRate: 0,
  currenciesWithoutRate: [],
  placement,
});

function buildReport(): ReturnReport {
  const inputs = [
    { kind: "amount", key: "margin_per_account_month", base: 2_000_00, low: 1_800_00, high: 2_200_00 },
    { kind: "rate", key: "account_loss_per_month", a: 10, b: 990 },
    { kind: "rate", key: "departure_per_month", a: 2, b: 98 },
    { kind: "amount", key: "cost_of_a_departure", base: 30_000_00, low: 20_000_00, high: 40_000_00 },
    {
      kind: "effects",
      spec: "revenue",
      keys: ["revenue.training", "revenue.handover"],
      estimates: [0.002, -0.1],
      covariance: [1e-6, 0, 0, 1e-4],
    },
    { kind: "effects", spec: "churn", keys: ["churn.training"], estimates: [-0.01], covariance: [1e-6] },
    { kind: "effects", spec: "leaving", keys: ["leaving.pay"], estimates: [-2], covariance: [0.1] },
  ] as const;
  const profile = yearOfExposure(horizonMonths);
  const keys = { margin: "margin_per_account_month", hazard: "account_loss_per_month" };
  const programmes = [
    {
      key: "training" as const,
      costMinor: 1_500_00,
      unitCosts: [],
      paths: [
        {
          kind: "accounts" as const,
          accounts: 100,
          ...keys,
          terms: [
            {
              on: "revenue" as const,
              factors: ["revenue.training"],
              change: 10,
              profile,
              grade: "B" as const,
            },
            { on: "hazard" as const, factors: ["churn.training"], change: 10, profile, grade: "B" as const },
          ],
        },
      ],
    },
    {
      key: "retention" as const,
      costMinor: 9_000_00,
      unitCosts: [],
      paths: [
        {
          kind: "departures" as const,
          people: 50,
          leaving: "departure_per_month",
          departureCost: "cost_of_a_departure",
          terms: [
            {
              on: "hazard" as const,
              factors: ["leaving.pay"],
              change: 0.05,
              profile: duringMonths(horizonMonths, 1, 12),
              grade: "B" as const,
            },
          ],
          accountsPerPerson: 10,
          ...keys,
          handover: [
            {
              on: "revenue" as const,
              factors: ["revenue.handover"],
              change: 1,
              profile: duringMonths(horizonMonths, 1, 12),
              grade: "B" as const,
            },
          ],
        },
      ],
    },
  ];
  const result = simulateProgrammes({
    programmes,
    inputs,
    annualDiscountRate: 0.08,
    horizonMonths,
    draws: 200,
  });
  return {
    asOf: "2026-10-31",
    window: { first: "2025-11-01", last: "2026-10-01" },
    currency: "EUR",
    annualDiscountRate: 0.08,
    horizonMonths,
    costGroups: [
      group('=HYPERLINK("http://evil")', 1_000_00, "training"),
      group("course", 500_00, "training"),
      group("bonus", 9_000_00, "retention"),
    ],
    programmes: programmes.map((model) => ({ model, gaps: [], lever: null })),
    catalogue: {
      effects: [
        effect("revenue.training", "revenue", "training", 0.002),
        effect("revenue.handover", "revenue", "departure_handover_0_2", -0.1),
        effect("churn.training", "churn", "training", -0.01),
        effect("leaving.pay", "leaving", "pay_position", -2),
      ],
      inputs: [],
    },
    inputs,
    result,
  } as unknown as ReturnReport;
}

async function writtenBook(report: ReturnReport) {
  const words = workbookWords(createI18n("en", en).t, "en", report);
  const sheets = prepareWorkbook(report, report.costGroups, words);
  const neutralise = (text: string) => (text.startsWith("=") ? `'${text}` : text);
  const bytes = new Uint8Array(await new Response(writeWorkbook(sheets, neutralise)).arrayBuffer());
  return { book: await recomputeWorkbook(bytes), words };
}

describe("the workbook", () => {
  const report = buildReport();

  it("recomputes cost, benefits, net and ROI of the base case from its inputs, programme by programme and in all", async () => {
    const { book, words } = await writtenBook(report);
    const sheet = words.sheets.programmes;
    const all = [...report.result.programmes, report.result.total];
    for (const [index, { cost, customers, people, net, roi }] of all.entries()) {
      const row = index + 2;
      expect(book.value(sheet, `B${row}`)).toBeCloseTo(cost.base / 100, 6);
      expect(book.value(sheet, `C${row}`)).toBeCloseTo(customers.base / 100, 6);
      expect(book.value(sheet, `D${row}`)).toBeCloseTo(people.base / 100, 6);
      expect(book.value(sheet, `E${row}`)).toBeCloseTo(net.base / 100, 6);
      expect(book.value(sheet, `F${row}`)).toBeCloseTo(roi!.base, 9);
    }
    expect(book.formulas).toBeGreaterThan(500);
  });

  it("follows a changed input: another discount rate gives what the engine gives", async () => {
    const { book, words } = await writtenBook(report);
    book.set(words.sheets.inputs, "B2", 0.2);
    const { total } = simulateProgrammes({
      programmes: report.programmes.map(({ model }) => model),
      inputs: report.inputs,
      annualDiscountRate: 0.2,
      horizonMonths,
      draws: 10,
    });
    expect(book.value(words.sheets.programmes, "E4")).toBeCloseTo(total.net.base / 100, 6);
  });

  it("a cost 100 higher takes 100 off the net", async () => {
    const { book, words } = await writtenBook(report);
    const before = Number(book.value(words.sheets.programmes, "E2"));
    book.set(words.sheets.costs, "F2", 1_100);
    expect(Number(book.value(words.sheets.programmes, "E2"))).toBeCloseTo(before - 100, 6);
  });

  it("never runs what somebody typed as the name of a cost", async () => {
    const { book, words } = await writtenBook(report);
    expect(book.value(words.sheets.costs, "B2")).toBe(`'=HYPERLINK("http://evil")`);
  });
});
