/** Rates as a file: from the cell to the total that they convert, and back. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { commandLineScope } from "~/modules/access/require-scope.server";
import { switchReportingCurrency } from "~/modules/access/switch-reporting-currency.server";
import { drainRollups } from "~/modules/linkage/panel/drain-rollups.server";
import { buildAccount, buildCompany } from "../../../tests/builders/company";
import { importFile } from "../../../tests/builders/import-file";
import { undoImport } from "./runs/undo-import.server";

const admin = commandLineScope("import.customers");
const stored = async () =>
  (
    await sql()`select currency, month, trim_scale(rate_to_reporting)::text as rate from exchange_rates order by 1, 2`
  ).map((row) => `${row["currency"]} ${row["month"]} ${row["rate"]}`);

/** What the account's months add up to in the reporting currency, once the queue is empty. */
async function revenueOf(accountId: string): Promise<bigint> {
  while ((await drainRollups(sql())) > 0);
  const [row] = await sql()<{ total: bigint }[]>`
    select coalesce(sum(revenue_minor), 0)::bigint as total from account_months where account_id = ${accountId}`;
  return row!.total;
}

beforeAll(() => buildCompany({ currency: "EUR" }));
beforeEach(async () => {
  await sql()`truncate exchange_rates, accounts, revenue_entries, import_runs, audit_events, rollup_queue cascade`;
  await sql()`update company_settings set reporting_currency = 'EUR'`;
});

describe("a file of rates", () => {
  it("creates, changes and leaves alone; months and days both stand for the month", async () => {
    const file = "currency,month,rate\nUSD,2026-09,0.92\ncny,2026-09-30,0.128\n";
    expect(await importFile("exchange-rates", file)).toMatchObject({
      status: "applied",
      counts: { read: 2, created: 2, updated: 0, unchanged: 0, failed: 0 },
    });
    expect(await stored()).toEqual(["CNY 2026-09-01 0.128", "USD 2026-09-01 0.92"]);
    expect((await importFile("exchange-rates", file)).counts).toMatchObject({ unchanged: 2 });
    const changed = await importFile("exchange-rates", "currency,month,rate\nUSD,2026-09,0.93\n");
    expect(changed.counts).toMatchObject({ updated: 1 });
  });

  it("reads Chinese headers, months in Chinese and decimal commas", async () => {
    const file = "币种;月份;汇率\nUSD;2026年9月;0,92\nJPY;2026年9月;0,0061\n";
    expect((await importFile("exchange-rates", file)).counts).toMatchObject({ created: 2, failed: 0 });
    expect(await stored()).toEqual(["JPY 2026-09-01 0.0061", "USD 2026-09-01 0.92"]);
  });

  it("refuses zero, a negative rate, no currency, the reporting currency, no month and a month said twice, and writes nothing", async () => {
    const file = `currency,month,rate
USD,2026-09,0
USD,2026-08,-1
ABC,2026-09,1
EUR,2026-09,1
USD,soon,1
CNY,2026-09,0.12
CNY,2026-09-15,0.13
`;
    const result = await importFile("exchange-rates", file);
    expect(result.status).toBe("refused");
    expect(result.failures).toEqual([
      "2: notPositive",
      "3: range",
      "4: currency",
      "5: ownCurrency",
      "6: date",
      "7: contradicts",
      "8: contradicts",
    ]);
    expect(await stored()).toEqual([]);
    const skipped = await importFile("exchange-rates", `${file}JPY,2026-09,0.006\n`, { skipFailed: true });
    expect(skipped.counts).toMatchObject({ created: 1, failed: 7 });
  });

  it("writes nothing when it is only checked", async () => {
    const checked = await importFile("exchange-rates", "currency,month,rate\nUSD,2026-09,0.92\n", {
      isDryRun: true,
    });
    expect(checked).toMatchObject({ status: "checked", counts: { created: 1 } });
    expect(await stored()).toEqual([]);
  });

  it("converts what is booked: 1,000.00 CNY at 0.128 are 128.00 EUR; at 0.13 they are 130.00; undone they are 128.00 again", async () => {
    const accountId = await buildAccount({ number: "A-1" });
    await importFile("exchange-rates", "currency,month,rate\nCNY,2026-09,0.128\n");
    await importFile("revenue", "account_number,booked_on,amount,currency\nA-1,2026-09-10,1000,CNY\n");
    expect(await revenueOf(accountId)).toBe(12_800n);
    const second = await importFile("exchange-rates", "currency,month,rate\nCNY,2026-09,0.13\n");
    expect(await revenueOf(accountId)).toBe(13_000n);
    expect(await undoImport(admin, second.runId)).toEqual({ isUndone: true, removed: 0, restored: 1 });
    expect(await stored()).toEqual(["CNY 2026-09-01 0.128"]);
    expect(await revenueOf(accountId)).toBe(12_800n);
  });

  it("takes the month before where one has no rate: October at September's 0.128; with October's own 0.2 it is 200.00", async () => {
    const accountId = await buildAccount({ number: "A-1" });
    await importFile("exchange-rates", "currency,month,rate\nCNY,2026-09,0.128\n");
    await importFile("revenue", "account_number,booked_on,amount,currency\nA-1,2026-10-10,1000,CNY\n");
    expect(await revenueOf(accountId)).toBe(12_800n);
    const own = await importFile("exchange-rates", "currency,month,rate\nCNY,2026-10,0.2\n");
    expect(await revenueOf(accountId)).toBe(20_000n);
    expect(await undoImport(admin, own.runId)).toMatchObject({ isUndone: true, removed: 1 });
    expect(await revenueOf(accountId)).toBe(12_800n);
  });

  it("cannot be undone once the company reports in another currency: the rates are others", async () => {
    const run = await importFile("exchange-rates", "currency,month,rate\nUSD,2026-09,0.8\n");
    await switchReportingCurrency(commandLineScope("settings.manage"), "USD");
    const undone = await undoImport(admin, run.runId);
    expect(undone.isUndone ? [] : undone.obstacles.map((obstacle) => obstacle.code)).toEqual([
      "changedSince",
    ]);
    expect(await stored()).toEqual(["EUR 2026-09-01 1.25"]);
  });
});
