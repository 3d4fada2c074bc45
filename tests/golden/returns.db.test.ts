/** The last leg, from the ledger to the return on people, every step by hand. Amounts in cents. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { sql } from "~/db/sql.server";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import type { Grade, Outcome } from "~/modules/linkage/drivers/result";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import { drainAllocation } from "~/modules/roi/allocation/drain-allocation.server";
import { getReturnPage } from "~/modules/roi/returns/get-return-page.server";
import { refreshReturnReport } from "~/modules/roi/returns/get-return-report.server";
import { readingOf } from "~/modules/roi/returns/reading";
import { prepareWorkbook } from "~/modules/roi/returns/workbook/prepare-workbook";
import { workbookWords } from "~/modules/roi/returns/workbook/workbook-words";
import { writeWorkbook } from "~/modules/roi/returns/workbook/write-workbook.server";
import { buildScope } from "../builders/company";
import { buildEffect, buildSpecResult } from "../builders/driver-results";
import { storeFinishedRun } from "../builders/driver-runs";
import { importFile } from "../builders/import-file";
import { recomputeWorkbook } from "../builders/recompute-workbook";
import { importGoldenCompany } from "./golden-company";

const leader = () => buildScope("roi.read", { roles: ["leadership"] });

async function present() {
  const { report } = await refreshReturnReport(leader());
  return report;
}

async function programme(key: string) {
  const page = await getReturnPage(leader());
  return {
    row: page.rows.find((row) => row.key === key)!,
    gaps: page.gaps.find((each) => each.key === key)!.gaps,
  };
}

beforeAll(async () => {
  await importGoldenCompany();
  await drainAllocation(sql());
  return () => vi.useRealTimers();
}, 60_000);

describe("cost of the golden company's programmes, the year to March", () => {
  it("an hour of work: (5800.01 from the ledger + Cara's 90 days × 100) ÷ (3 people × 90 ÷ 365.25 years) ÷ 1720 h = 11.64", async () => {
    const { facts } = await present();
    expect(facts.hourlyPayMinor).toBe(1_164);
    expect(Math.round(1_480_001 / ((3 * 90) / 365.25) / 1_720)).toBe(1_164);
  });

  it("training: the fee of 100 + 3 hours × 11.64 = 134.92; hiring: adverts 90; the other four nothing: 224.92", async () => {
    const { result } = await present();
    const costs = Object.fromEntries(result.programmes.map(({ key, cost }) => [key, cost.base]));
    expect(costs).toEqual({ training: 13_492, hiring: 9_000, retention: 0, crm: 0, service: 0, handover: 0 });
    expect(result.total.cost).toEqual({ low: 22_492, base: 22_492, high: 22_492 });
  });

  it("no programme answers for the salaries: 3000.01 + 2000 USD × (0.50 + 0.50 + 0.40) = 5800.01", async () => {
    const outside = (await present()).costGroups.filter(({ placement }) => placement === "outside");
    expect(outside.map(({ kind, rows, amountMinor }) => [kind, rows, amountMinor])).toEqual([
      ["salary", 6, 580_001],
    ]);
  });

  it("programmes 224.92 + without programme 5800.01 = costs 5890.01 + fees 100 + hours 34.92 = 6024.93", async () => {
    const { costGroups, result } = await present();
    const sum = (of: (group: (typeof costGroups)[number]) => boolean) =>
      costGroups.filter(of).reduce((all, { amountMinor }) => all + amountMinor, 0);
    expect(sum(({ source }) => source === "entry")).toBe(589_001);
    expect(sum(({ source }) => source === "course")).toBe(10_000);
    expect(sum(({ source }) => source === "time")).toBe(3_492);
    expect(result.total.cost.base + sum(({ placement }) => placement === "outside")).toBe(602_493);
  });

  it("and that is what was allocated, 5190.01 + 5260 + 4900 = 15350.01, less Cara's 9000 by contract and Dogwood's 360, with the hours", async () => {
    const [row] = await sql()<{ ledger: number }[]>`
      select sum(ledger_minor)::int as ledger from allocation_months where month between '2026-01-01' and '2026-03-01'`;
    expect(row!.ledger).toBe(1_535_001);
    expect(row!.ledger - 900_000 - 36_000 + 3_492).toBe(602_493);
  });
});

describe("benefit without any analysis", () => {
  it("is not measurable yet, with two people who own accounts: the reason is given, and nothing is a benefit of 0", async () => {
    for (const key of ["training", "hiring"]) {
      const { row, gaps } = await programme(key);
      expect(row.isMeasured).toBe(false);
      expect(readingOf(row)).toBe("not_measurable");
      expect(gaps).toEqual(["no_panel"]);
    }
    expect((await programme("crm")).gaps).toEqual(["no_cost"]);
    const { hasDrivers, total } = await getReturnPage(leader());
    expect(hasDrivers).toBe(false);
    expect(total).toMatchObject({ isMeasured: false, net: { base: -22_492 }, paybackMonths: { base: null } });
  });
});

/** Three more account managers with an account each make the five that an effect may be applied to. */
describe("with Dora, Emil and Fay, who own Elm, Fir and Gorse", () => {
  beforeAll(async () => {
    const files = {
      employees: `employee_number,name,org_unit,job_title,hired_on,fte
E-4,Dora Egan,SALES,Account manager,2026-01-01,1
E-5,Emil Fuchs,SALES,Account manager,2026-01-01,1
E-6,Fay Gray,SALES,Account manager,2026-01-01,1`,
      accounts: `account_number,name,acquired_on
A-5,Elm,2026-01-01
A-6,Fir,2026-01-01
A-7,Gorse,2026-01-01`,
      assignments: `account_number,employee_number,role,share,from
A-5,E-4,owner,1,2026-01-01
A-6,E-5,owner,1,2026-01-01
A-7,E-6,owner,1,2026-01-01`,
    } as const;
    for (const kind of ["employees", "accounts", "assignments"] as const) {
      const { status } = await importFile(kind, files[kind]);
      if (status !== "applied") throw new Error(`${kind}: ${status}`);
    }
    await refreshAllRollups(sql(), "2026-04-15");
  }, 60_000);

  const horizon = 36;
  const accounts = 6;
  const margin = (290_000 / 6 + 200_000 / 7) / 2;
  const hazard = 1.5 / 14;
  /** Training pays while it is in the twelve months before: it builds up over one year and fades over the next. */
  const inForce = (month: number) => (month <= 12 ? month / 12 : Math.max(0, 24 - month) / 12);
  /** Discounted month by month at 8 % a year: benefit of `onRevenue` and `onLoss`, in log points at full force. */
  function benefitsByHand(onRevenue: number, onLoss: number): number[] {
    let without = 1;
    let staying = 1;
    return Array.from({ length: horizon }, (_, index) => {
      const month = index + 1;
      without *= 1 - hazard;
      staying *= 1 - hazard * Math.exp(onLoss * inForce(month));
      const more = staying * Math.exp(onRevenue * inForce(month)) - without;
      return (accounts * margin * more) / 1.08 ** (month / 12);
    });
  }
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

  let runs = 0;
  /** Effects of an hour of training, on the model's log scale and as good as certain. */
  async function storeEffects(...known: { outcome: Outcome; perHour: number; grade: Grade }[]) {
    const results = known.map(({ outcome, perHour, grade }) => {
      const model = {
        estimate: perHour,
        lower: perHour,
        upper: perHour,
        standardError: 1e-9,
        scale: outcome === "revenue" ? ("log" as const) : ("log_hazard" as const),
      };
      const effect = buildEffect({ spec: outcome, outcome, exposure: "training", grade, model });
      return buildSpecResult({ spec: outcome, outcome, effects: [effect] });
    });
    runs += 1;
    await storeFinishedRun(sql(), results, `2026-04-15T0${runs}:00:00Z`);
    return present();
  }

  it("the pay of six people makes an hour 5.82: training 100 + 3 × 5.82 = 117.46", async () => {
    await present();
    expect((await programme("training")).row.cost.base).toBe(11_746);
  });

  it("without an analysis the training is still not measurable, now for want of an effect", async () => {
    const { row, gaps } = await programme("training");
    expect([row.isMeasured, readingOf(row), gaps]).toEqual([false, "not_measurable", ["no_training_effect"]]);
  });

  it("margin of an account-month: ((5100 − 2200) ÷ 6 + (3600 − 1600) ÷ 7) ÷ 2 = 384.52; losses (1 + ½) ÷ (13 + 1) a month", async () => {
    const { inputs } = await present();
    expect(margin).toBeCloseTo(38_452.38, 2);
    expect(inputs.find((input) => input.kind === "amount")!.base).toBeCloseTo(margin, 6);
    const rate = inputs.find((input) => input.kind === "rate" && input.key.startsWith("account"));
    expect(rate).toMatchObject({ a: 1.5, b: 12.5 });
  });

  describe("and revenue +0.4 log points an hour, graded B", () => {
    beforeAll(async () => {
      await storeEffects({ outcome: "revenue", perHour: 0.4, grade: "B" });
    });

    it("training reached 3 hours × 1 of 6 accounts = 0.5 h above the least trained: 0.5 × 0.4 = 0.2 at full force", async () => {
      const built = (await present()).programmes.find(({ model }) => model.key === "training")!;
      expect(built.lever).toEqual({ exposure: "training", from: 0, to: 0.5 });
      expect(built.model.paths).toMatchObject([
        { accounts: 6, terms: [{ on: "revenue", change: 0.5, factors: ["revenue.training"] }] },
      ]);
    });

    it("NPV of the benefit, 36 months discounted at 1.08^(−t/12): 6 × 384.52 × Σ (1 − 0.1071)^t × (e^(0.2 × in force) − 1) × 1.08^(−t/12) = 1659.18", async () => {
      const { row } = await programme("training");
      const benefit = sum(benefitsByHand(0.2, 0));
      expect(Math.round(benefit)).toBe(165_918);
      expect(row.customers.base).toBeCloseTo(benefit, 4);
      expect(row.people.base).toBe(0);
    });

    it("net of training 1659.18 − 117.46 = 1541.72; ROI 1541.72 ÷ 117.46 = 1313 %", async () => {
      const { row } = await programme("training");
      expect(Math.round(row.net.base)).toBe(154_172);
      expect(row.roi!.base).toBeCloseTo(1541.72 / 117.46, 4);
      expect(row.isMeasured).toBe(true);
    });

    it("payback of training: 34.40 + 61.55 = 95.95 in two months, + 82.59 = 178.54 ≥ 117.46 in three, discounted", async () => {
      const [first, second, third] = benefitsByHand(0.2, 0).map(Math.round);
      expect([first, second, third]).toEqual([3_440, 6_155, 8_259]);
      expect((await programme("training")).row.paybackMonths.base).toBe(3);
    });

    it("in all, with the adverts: net 1659.18 − 207.46 = 1451.72, ROI 700 %, payback 178.54 + 98.52 = 277.06 ≥ 207.46 in four months", async () => {
      const { total } = await getReturnPage(leader());
      expect(Math.round(total.net.base)).toBe(145_172);
      expect(total.roi!.base).toBeCloseTo(1451.72 / 207.46, 4);
      expect(total.paybackMonths.base).toBe(4);
    });

    it("adverts bring nothing that is measured: no service orientation is on record", async () => {
      const { row, gaps } = await programme("hiring");
      expect([row.isMeasured, readingOf(row), gaps]).toEqual([false, "not_measurable", ["no_scores"]]);
    });

    it("the workbook's formulas recompute cost 207.46 and net 1451.72", async () => {
      const report = await present();
      const words = workbookWords(createI18n("en", en).t, "en", report);
      const sheets = prepareWorkbook(report, report.costGroups, words);
      const file = await new Response(writeWorkbook(sheets, (text) => text)).arrayBuffer();
      const book = await recomputeWorkbook(new Uint8Array(file));
      const totalRow = report.result.programmes.length + 2;
      expect(book.value(words.sheets.programmes, `B${totalRow}`)).toBeCloseTo(207.46, 6);
      expect(book.value(words.sheets.programmes, `E${totalRow}`)).toBeCloseTo(1451.72, 2);
    });
  });

  it.each([
    "C",
    "D",
  ] as const)("an effect of −0.6 × 0.5 = −0.3 on losses, graded %s, stays out of the net of 1541.72 and stands apart: 2723.08 left out", async (grade) => {
    await storeEffects(
      { outcome: "revenue", perHour: 0.4, grade: "B" },
      { outcome: "churn", perHour: -0.6, grade },
    );
    const { row } = await programme("training");
    expect(Math.round(row.net.base)).toBe(154_172);
    const both = sum(benefitsByHand(0.2, -0.3));
    expect(row.leftOut.base).toBeCloseTo(both - sum(benefitsByHand(0.2, 0)), 4);
    expect(Math.round(row.leftOut.base)).toBe(272_308);
  });

  it.each([
    "C",
    "D",
  ] as const)("with nothing but an effect on revenue graded %s, training is not shown to pay: net −117.46, 1659.18 left out", async (grade) => {
    await storeEffects({ outcome: "revenue", perHour: 0.4, grade });
    const { row } = await programme("training");
    expect([row.isMeasured, readingOf(row)]).toEqual([false, "not_shown"]);
    expect(row.net.base).toBe(-11_746);
    expect(Math.round(row.leftOut.base)).toBe(165_918);
    expect((await getReturnPage(leader())).total.net.base).toBe(-20_746);
  });
});
