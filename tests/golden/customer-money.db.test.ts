/** From CSV to customer money, every step by hand. Amounts in cents. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { sql } from "~/db/sql.server";
import { drainAllocation } from "~/modules/roi/allocation/drain-allocation.server";
import { acquisitionFigures } from "~/modules/roi/lifetime/acquisition-figures";
import { defaultMoneySettings } from "~/modules/roi/lifetime/money-settings";
import { readAcquisition } from "~/modules/roi/lifetime/read-acquisition.server";
import { refreshCustomerValues } from "~/modules/roi/lifetime/refresh-customer-values.server";
import { refreshDueValues } from "~/modules/roi/lifetime/refresh-due-values.server";
import { saveMoneySettings } from "~/modules/roi/lifetime/save-money-settings.server";
import type { ProfitReport } from "~/modules/roi/profitability/profit-report";
import { buildScope } from "../builders/company";
import { importGoldenCompany } from "./golden-company";

beforeAll(async () => {
  await importGoldenCompany();
  await drainAllocation(sql());
  await refreshDueValues(sql());
  return () => vi.useRealTimers();
}, 60_000);

async function month(first: string) {
  const [row] = await sql()<Record<string, number>[]>`
    select ledger_minor::int as ledger, accounts_minor::int as accounts, unused_minor::int as unused, overhead_minor::int as overhead
    from allocation_months where month = ${first}`;
  return { ...row };
}

async function accountCost(first: string) {
  const rows = await sql()<{ accountNumber: string; cost: number }[]>`
    select a.account_number, (c.acquisition_minor + c.compensation_minor + c.retention_minor + c.training_minor + c.turnover_minor
             + c.productivity_minor + c.morale_minor + c.customer_acquisition_minor)::int as cost
    from account_cost_months c join accounts a on a.id = c.account_id where c.month = ${first} order by 1`;
  return Object.fromEntries(rows.map((row) => [row.accountNumber, row.cost]));
}

describe("January", () => {
  it("holds 1000.01 + 2000 USD × 0.50 + 31 days × 100 + adverts 90 = 5190.01", async () => {
    expect((await month("2026-01-01"))["ledger"]).toBe(519_001);
  });

  it("gives Alder 0.5 and Birch 0.3 of Anna's 1000.01, the odd cent to the largest remainder: 500.01 and 300.00; Cedar half of Ben's 1000: 500", async () => {
    expect(await accountCost("2026-01-01")).toEqual({ "A-1": 50_001, "A-2": 30_000, "A-3": 50_000 });
  });

  it("leaves 0.2 of Anna and 0.5 of Ben unused: 200 + 500 = 700; Cara 3100 and adverts 90 are overhead: 3190", async () => {
    expect(await month("2026-01-01")).toMatchObject({ unused: 70_000, overhead: 319_000 });
  });

  it("adds up: 1300.01 + 700 + 3190 = 5190.01", async () => {
    expect(await month("2026-01-01")).toEqual({
      ledger: 519_001,
      accounts: 130_001,
      unused: 70_000,
      overhead: 319_000,
    });
  });
});

describe("February", () => {
  it("gives Alder 500 + 0.5 × 100 of training = 550, Birch 300 + 30 = 330, Cedar 500, Dogwood 500 and the 360 of winning it", async () => {
    expect(await accountCost("2026-02-01")).toEqual({
      "A-1": 55_000,
      "A-2": 33_000,
      "A-3": 50_000,
      "A-4": 86_000,
    });
  });

  it("adds up: 2240 + 220 unused + 28 days × 100 = 5260", async () => {
    expect(await month("2026-02-01")).toEqual({
      ledger: 526_000,
      accounts: 224_000,
      unused: 22_000,
      overhead: 280_000,
    });
  });
});

describe("March", () => {
  it("gives Cedar 0.5 × 0.5 + 0.5 × 60/240 = 0.375 of Ben's 2000 USD × 0.40 = 800: 300, and Dogwood 0.625: 500", async () => {
    expect(await accountCost("2026-03-01")).toEqual({ "A-1": 50_000, "A-3": 30_000, "A-4": 50_000 });
  });

  it("adds up: 1300 + 500 unused, Birch being gone, + 31 × 100 = 4900", async () => {
    expect(await month("2026-03-01")).toEqual({
      ledger: 490_000,
      accounts: 130_000,
      unused: 50_000,
      overhead: 310_000,
    });
  });
});

describe("profitability of the year to March", () => {
  const profitOf = async (number: string) => {
    const [row] = await sql()<{ profit: number }[]>`
      select p.profit_minor::int as profit from account_profits p join accounts a on a.id = p.account_id where a.account_number = ${number}`;
    return row?.profit;
  };

  it("of Alder: 6000 − 2400 − (500.01 + 550 + 500) = 2049.99", async () => {
    expect(await profitOf("A-1")).toBe(204_999);
  });

  it("of Birch: 1000 − 800 − (300 + 330) = −430: negative margin after the people who served it", async () => {
    expect(await profitOf("A-2")).toBe(-43_000);
  });

  it("of Cedar: (4000 × 0.5 + 4000 × 0.5 + 4000 × 0.4) = 5600 − 2800 − (500 + 500 + 300) = 1500", async () => {
    expect(await profitOf("A-3")).toBe(150_000);
  });

  it("of Dogwood: 600 − (500 + 500) − 2 of 36 months of 360 = −420", async () => {
    expect(await profitOf("A-4")).toBe(-42_000);
  });

  it("sums to 2699.99, less 1420 unused and 9090 overhead: −7810.01; the curve peaks at 3549.99 ÷ 2699.99 = 131 %", async () => {
    const [row] = await sql()<{ report: ProfitReport }[]>`select report from profit_reports`;
    const { groups, unusedMinor, overheadMinor } = row!.report;
    const company = groups.find((group) => group.key === null)!;
    expect(company.profitMinor).toBe(269_999);
    expect([unusedMinor, overheadMinor]).toEqual([142_000, 909_000]);
    expect(company.profitMinor - unusedMinor - overheadMinor).toBe(-781_001);
    expect(company.curve!.positiveMinor / company.curve!.totalMinor).toBeCloseTo(3549.99 / 2699.99, 10);
  });
});

describe("lifetime value", () => {
  /** 7 of 8 monthly renewals were made: Alder 3, Cedar 3, Birch 1 of 2. */
  const retention = 7 / 8;
  const monthly = 1.08 ** (1 / 12);
  const months = Array.from({ length: 36 }, (_, i) => (retention / monthly) ** (i + 1)).reduce(
    (a, b) => a + b,
  );
  /** Cost to serve of a euro of revenue: (1550.01 + 630 + 1300 + 1000) ÷ (6000 + 1000 + 5600 + 600). */
  const ratio = 4480.01 / 13_200;
  const clvOf = async (number: string) => {
    const [row] = await sql()<{ clv: number | null; reason: string | null }[]>`
      select v.clv_minor::int as clv, v.reason from account_values v join accounts a on a.id = v.account_id where a.account_number = ${number}`;
    return row;
  };

  it("one loss in eight renewals does not tell customers apart: one rate of 7/8 for all", async () => {
    const [run] = await sql()<{ result: { contract: { method: string; refused: string } } }[]>`
      select result from customer_value_runs where status = 'finished'`;
    expect(run!.result.contract).toMatchObject({ method: "constant", refused: "not-identified" });
  });

  it("of Alder: (1200 − 0.3394 × 2000) a month × Σ (7/8 ÷ 1.08^(1/12))^t over 36 months = 521.21 × 6.61 = 3447", async () => {
    const expected = (1200 - ratio * 2000) * months;
    expect((await clvOf("A-1"))!.clv! / 100).toBeCloseTo(expected, 1);
    expect(Math.round(expected)).toBe(3447);
  });

  it("of Cedar: (2800 − 0.3394 × 5600) ÷ 3 months × 6.61", async () => {
    expect((await clvOf("A-3"))!.clv! / 100).toBeCloseTo(((2800 - ratio * 5600) / 3) * months, 1);
  });

  it("of Dogwood is not measurable yet: one purchase and no repeat in the whole company", async () => {
    expect(await clvOf("A-4")).toEqual({ clv: null, reason: "no_fit" });
  });

  it("of the loss of Birch: (100 − 0.3394 × 500) × 6.61, a customer at a loss; replacing it costs 360 as Dogwood did", async () => {
    const [row] = await sql()<{ residual: number; replacement: number }[]>`
      select residual_clv_minor::int as residual, replacement_minor::int as replacement from account_losses`;
    expect(row!.residual / 100).toBeCloseTo((100 - ratio * 500) * months, 1);
    expect(row!.replacement).toBe(36_000);
  });

  it("costs (360 + adverts 90 two months before) ÷ 4 customers won = 112.50 each", async () => {
    const acquisition = await readAcquisition(sql(), "2026-03-01", defaultMoneySettings);
    expect(acquisition).toMatchObject({ directMinor: 36_000, unitsMinor: 9_000, won: 4 });
    expect(acquisitionFigures(acquisition, { count: 0, clvMinor: 0 }).cacMinor).toBe(11_250);
  });

  it("of the loss of Birch with half a customer referred and 100 USD × 0.40 of exit administration: −461 + 360 + 0.5 × (3447 + 1983) ÷ 2 + 40 = 1297", async () => {
    const scope = buildScope("scenarios.write", { roles: ["leadership"] });
    const loss = async () => {
      await refreshCustomerValues(sql());
      const [row] = await sql()<Record<"residual" | "replacement" | "referral" | "exit", number | null>[]>`
        select residual_clv_minor::int as residual, replacement_minor::int as replacement, referral_minor::int as referral,
               exit_minor::int as exit from account_losses`;
      return row!;
    };
    expect(await loss()).toMatchObject({ referral: null, exit: null });
    const assume = (amountMinor: number, currency: string, basedOn: number) =>
      saveMoneySettings(
        scope,
        {
          ...defaultMoneySettings,
          referrals: { perCustomer: 0.5, source: "survey of 2025" },
          exitAdministration: { amountMinor, currency, source: "two hours of accounting" },
        },
        basedOn,
      );
    await assume(5_000, "EUR", 0);
    expect(await loss()).toMatchObject({ exit: 5_000 });
    await assume(10_000, "USD", 1);
    const { residual, replacement, referral, exit } = await loss();
    const newCustomers = ((1200 - ratio * 2000) * months + ((2800 - ratio * 5600) / 3) * months) / 2;
    expect(exit).toBe(4_000);
    expect(referral! / 100).toBeCloseTo(0.5 * newCustomers, 1);
    expect(Math.round((residual! + replacement! + referral! + exit!) / 100)).toBe(1297);
  });
});
