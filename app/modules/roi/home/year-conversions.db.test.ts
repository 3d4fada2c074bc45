import { beforeAll, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { addMonths, monthOf, todayIn } from "~/kernel/calendar";
import { buildCompany, buildScope } from "../../../../tests/builders/company";
import { getYearConversions } from "./read-year-conversions.server";

const last = addMonths(monthOf(todayIn("Europe/Berlin")), -1);
const first = addMonths(last, -11);

async function rate(currency: string, month: string, value: number) {
  await sql()`insert into exchange_rates (currency, month, rate_to_reporting) values (${currency}, ${month}, ${value})`;
}

async function costMonth(currency: string, month: string, value: number | null) {
  await sql()`
    insert into ledger_cost_months (month, category, source, currency, entries, original_minor, rate, rate_month, amount_minor)
    values (${month}, 'training', 'entries', ${currency}, 1, 100, ${value}, ${value && month}, ${value && 100})`;
}

beforeAll(async () => {
  await buildCompany({ currency: "EUR" });
  await sql()`truncate exchange_rates`;
  await rate("USD", addMonths(first, -1), 9);
  for (let month = first; month < last; month = addMonths(month, 1))
    await rate("USD", month, month === first ? 0.9 : 0.95);
  await rate("GBP", addMonths(first, -3), 1.15);
  await rate("CNY", addMonths(last, 1), 0.128);
  await costMonth("EUR", last, 1);
  await costMonth("KRW", last, null);
  await costMonth("CHF", addMonths(first, -1), null);
});

it("names each currency with the lowest and highest rate of the twelve months, the month that stands in, and what is left out", async () => {
  const { window, reportingCurrency, notes } = await getYearConversions(
    buildScope("home.leadership", { roles: ["leadership"] }),
  );
  expect([window, reportingCurrency]).toEqual([{ first, last }, "EUR"]);
  expect(notes.map(({ currency, lowest, highest }) => [currency, lowest, highest])).toEqual([
    ["CNY", "0.128", "0.128"],
    ["GBP", "1.15", "1.15"],
    ["KRW", null, null],
    ["USD", "0.9", "0.95"],
  ]);
  const usd = notes.find(({ currency }) => currency === "USD")!;
  expect(usd.standIns).toEqual([{ month: last, by: addMonths(last, -1) }]);
  expect(notes.find(({ currency }) => currency === "GBP")!.standIns).toHaveLength(12);
});
