import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildAccount, buildCompany, buildScope } from "../../../tests/builders/company";
import { listExchangeRates } from "./list-exchange-rates.server";
import { removeExchangeRate, saveExchangeRate } from "./save-exchange-rate.server";
import { exchangeRateEntry } from "./settings";
import { planCurrencySwitch, switchReportingCurrency } from "./switch-reporting-currency.server";

const admin = () => buildScope("settings.manage", { roles: ["admin"] });
const entry = (currency: string, month: string, rate: string) =>
  exchangeRateEntry.parse({ currency, month, rate });

beforeAll(() => buildCompany({ currency: "EUR" }));
beforeEach(async () => {
  await sql()`truncate exchange_rates, accounts, revenue_entries, audit_events, rollup_queue cascade`;
  await sql()`update company_settings set reporting_currency = 'EUR'`;
});

async function book(currency: string, month: string): Promise<string> {
  const accountId = await buildAccount();
  await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
              values (${accountId}, gen_random_uuid(), ${`${month}-10`}, 100000, ${currency})`;
  return accountId;
}

describe("the page of rates", () => {
  it("is for administrators alone", () => {
    for (const role of ["hr", "sales_manager", "leadership", "employee"] as const)
      expect(() => buildScope("settings.manage", { roles: [role] })).toThrow();
  });

  it("names the month that waits for a rate, the one that stands in, and the currency without any", async () => {
    await book("CNY", "2026-08");
    await book("CNY", "2026-09");
    await book("KRW", "2026-09");
    await saveExchangeRate(admin(), entry("CNY", "2026-08", "0.128"));
    const table = await listExchangeRates(admin());
    expect(table.gaps).toEqual([
      {
        currency: "CNY",
        firstMonth: "2026-09-01",
        lastMonth: "2026-09-01",
        standsIn: "2026-08-01",
        amounts: 1,
      },
    ]);
    expect(table.withoutAnyRate).toEqual([{ currency: "KRW", amounts: 1 }]);
    expect(table.months.at(-1)?.month).toBe("2026-08-01");
    expect(table.currencies).toEqual(["CNY", "KRW"]);
  });

  it("changes and removes a rate with what was there before in the audit trail, and queues the accounts with its money", async () => {
    const accountId = await book("CNY", "2026-08");
    await book("EUR", "2026-08");
    await saveExchangeRate(admin(), entry("cny", "2026-08", "0.128"));
    await saveExchangeRate(admin(), entry("CNY", "2026-08", "0.13"));
    expect(
      (await sql()`select key from rollup_queue where kind = 'account'`).map((row) => row["key"]),
    ).toEqual([accountId]);
    await removeExchangeRate(admin(), "CNY", "2026-08-01");
    const events = await sql()`select action, subject_name, detail from audit_events order by id`;
    expect(events).toMatchObject([
      { action: "exchange_rate.save", subjectName: "CNY 2026-08", detail: { rate: "0.128" } },
      { action: "exchange_rate.save", detail: { rate: "0.13", before: "0.128" } },
      { action: "exchange_rate.remove", detail: { before: "0.13" } },
    ]);
    await expect(removeExchangeRate(admin(), "CNY", "2026-08-01")).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(removeExchangeRate(admin(), "'; drop", "2026-13-01")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("takes a rate above zero with a month and a currency that exist", () => {
    for (const [currency, month, rate] of [
      ["CNY", "2026-08", "0"],
      ["CNY", "2026-08", "-1"],
      ["CNY", "2026-13", "1"],
      ["XYZ", "2026-08", "1"],
      ["CNY", "2026-08", "1e3"],
    ] as const)
      expect(exchangeRateEntry.safeParse({ currency, month, rate }).success).toBe(false);
  });
});

describe("another reporting currency", () => {
  it("crosses the rates through the old one, queues everything, and is audited", async () => {
    const accountId = await book("CNY", "2026-08");
    await saveExchangeRate(admin(), entry("USD", "2026-08", "0.8"));
    await saveExchangeRate(admin(), entry("CNY", "2026-08", "0.12"));
    await saveExchangeRate(admin(), entry("CNY", "2026-09", "0.13"));
    const plan = await planCurrencySwitch(admin(), "USD");
    expect(plan.missing.map(({ currency, month }) => `${currency} ${month}`)).toEqual([
      "EUR 2026-09-01",
      "CNY 2026-09-01",
    ]);
    await sql()`truncate rollup_queue`;
    await switchReportingCurrency(admin(), "USD");
    const rates =
      await sql()`select currency, month, trim_scale(rate_to_reporting)::text as rate from exchange_rates order by 1`;
    expect(rates).toEqual([
      { currency: "CNY", month: "2026-08-01", rate: "0.15" },
      { currency: "EUR", month: "2026-08-01", rate: "1.25" },
    ]);
    expect((await sql()`select reporting_currency from company_settings`)[0]).toEqual({
      reportingCurrency: "USD",
    });
    expect((await sql()`select key from rollup_queue where kind = 'account'`)[0]).toEqual({ key: accountId });
    const [event] = await sql()`select detail from audit_events where action = 'company.switch_currency'`;
    expect(event?.["detail"]).toMatchObject({
      from: "EUR",
      to: "USD",
      missing: ["EUR 2026-09", "CNY 2026-09"],
    });
  });

  it("is refused without any rate of it, for the present one, and for none", async () => {
    await expect(switchReportingCurrency(admin(), "USD")).rejects.toMatchObject({ code: "conflict" });
    expect((await planCurrencySwitch(admin(), "USD")).hasNoRate).toBe(true);
    await expect(planCurrencySwitch(admin(), "EUR")).rejects.toMatchObject({ code: "not_found" });
    await expect(planCurrencySwitch(admin(), "ABC")).rejects.toMatchObject({ code: "not_found" });
    expect((await sql()`select reporting_currency from company_settings`)[0]).toEqual({
      reportingCurrency: "EUR",
    });
  });
});
