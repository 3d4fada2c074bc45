/** Each number of customer money walked down to the rows it is the sum of, as the pages do it. Amounts in cents. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { sql } from "~/db/sql.server";
import { drainAllocation } from "~/modules/roi/allocation/drain-allocation.server";
import { listLineRows } from "~/modules/roi/allocation/list-line-rows.server";
import { readCostMonth, readCostMonths } from "~/modules/roi/allocation/read-cost-months.server";
import { refreshDueValues } from "~/modules/roi/lifetime/refresh-due-values.server";
import { listProfitRows, sumProfitRows } from "~/modules/roi/profitability/list-profit-rows.server";
import { readAccountMoney } from "~/modules/roi/profitability/read-account-money.server";
import { readProfitReport } from "~/modules/roi/profitability/read-profit-report.server";
import { buildScope } from "../builders/company";
import { importGoldenCompany } from "./golden-company";

const hr = () => buildScope("roi.read", { roles: ["hr"] });
const pay = () => buildScope("pay.read", { roles: ["hr"] });
const leader = () => buildScope("roi.read", { roles: ["leadership"] });
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

beforeAll(async () => {
  await importGoldenCompany();
  await drainAllocation(sql());
  await refreshDueValues(sql());
  return () => vi.useRealTimers();
}, 60_000);

describe("from the statement to entries", () => {
  it("revenue 13200 is Alder 6000 + Cedar 5600 + Birch 1000 + Dogwood 600", async () => {
    const report = await readProfitReport(hr());
    const company = report!.groups.find(({ key }) => key === null)!;
    const { rows } = await listProfitRows(hr(), { segment: null, at: null });
    expect(Object.fromEntries(rows.map((row) => [row.accountNumber, row.revenueMinor]))).toEqual({
      "A-1": 600_000,
      "A-2": 100_000,
      "A-3": 560_000,
      "A-4": 60_000,
    });
    expect(company.revenueMinor).toBe(1_320_000);
    expect(await sumProfitRows(hr(), null)).toMatchObject({
      accounts: 4,
      revenueMinor: company.revenueMinor,
      costOfGoodsMinor: company.costOfGoodsMinor,
      acquisitionMinor: company.acquisitionMinor,
    });
    expect(sumOf(rows.map((row) => row.profitMinor!))).toBe(company.profitMinor);
  });

  it("Cedar's 5600 is 2000 + 2000 + 1600 over its months, and March's 1600 is 4000 USD × 0.40", async () => {
    const [cedar] = await sql()<{ id: string }[]>`select id from accounts where account_number = 'A-3'`;
    const { profit, months, entries } = await readAccountMoney(hr(), cedar!.id, "2026-03");
    expect(months.filter(({ revenueMinor }) => revenueMinor > 0).map((row) => row.revenueMinor)).toEqual([
      200_000, 200_000, 160_000,
    ]);
    expect(sumOf(months.map((row) => row.revenueMinor))).toBe(profit.revenueMinor);
    expect(sumOf(months.map((row) => row.costToServeMinor!))).toBe(profit.costToServeMinor);
    expect(entries!.currencies).toMatchObject([
      { currency: "USD", originalMinor: 400_000, rate: 0.4, amountMinor: 160_000 },
    ]);
    expect(sumOf(entries!.rows.map((row) => row.amountMinor))).toBe(400_000);
  });

  it("tells a reader without pay neither what a month of service cost nor what the year did", async () => {
    const [cedar] = await sql()<{ id: string }[]>`select id from accounts where account_number = 'A-3'`;
    const { profit, months } = await readAccountMoney(leader(), cedar!.id, null);
    expect(profit.costToServeMinor).toBeNull();
    expect(months.every(({ costToServeMinor }) => costToServeMinor === null)).toBe(true);
  });
});

describe("from a month to the ledger", () => {
  it("January's 5190.01 is the sum of its lines, and each line the sum of its rows", async () => {
    const months = await readCostMonths(hr(), 36);
    const january = months!.find(({ month }) => month === "2026-01-01")!;
    const { lines } = await readCostMonth(pay(), "2026-01-01");
    expect(sumOf(lines.map((line) => line.amountMinor!))).toBe(january.ledgerMinor);
    for (const { category, source, currency, originalMinor, entries } of lines) {
      const found = await listLineRows(pay(), { month: "2026-01-01", category, source, currency }, 1);
      expect(Math.round(found!.sumMinor)).toBe(originalMinor);
      expect(found!.rows).toHaveLength(entries);
    }
  });

  it("Cara's contract pay of January is one row of 31 days × 100", async () => {
    const key = { month: "2026-01-01", category: "compensation", source: "contract_pay", currency: "EUR" };
    const { rows } = (await listLineRows(pay(), key, 1))!;
    expect(rows.map((row) => [row.bearer, row.exactMinor])).toEqual([["Cara Diaz", 310_000]]);
    expect(await listLineRows(pay(), { ...key, currency: "USD" }, 1)).toBeNull();
  });
});
