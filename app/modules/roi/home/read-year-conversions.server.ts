// Question: at which rates did other currencies go into the totals of the last twelve complete months?
import { sql } from "~/db/sql.server";
import { monthRange } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { type ConversionNote, type DatedRateText, noteConversions } from "~/modules/access/conversion-notes";
import type { Scope } from "~/modules/access/scope";
import { remembered } from "./remember.server";
import { type Window, windowBefore } from "./window";

export interface YearConversions {
  readonly window: Window;
  readonly reportingCurrency: string;
  readonly notes: readonly ConversionNote[];
}

/**
 * From the rates on file and the months of cost that are stored, never from a ledger: every currency with a rate is taken
 * to be in use, and one without any is named as soon as a cost is in it.
 */
async function readYearConversions(
  _scope: Scope<"roi.read" | "home.hr" | "home.leadership" | "home.sales">,
): Promise<YearConversions> {
  const { today, reportingCurrency } = await companyToday(sql());
  const window = windowBefore(today);
  const [rates, leftOut] = await Promise.all([
    sql()<DatedRateText[]>`
      with first_used as (
        select currency, coalesce(max(month) filter (where month <= ${window.first}), min(month)) as month
        from exchange_rates where currency <> ${reportingCurrency} group by currency)
      select r.currency, r.month, trim_scale(r.rate_to_reporting)::text as rate
      from exchange_rates r join first_used f on f.currency = r.currency and r.month >= f.month`,
    sql()<{ currency: string }[]>`
      select distinct currency from ledger_cost_months
      where rate is null and currency <> ${reportingCurrency} and month between ${window.first} and ${window.last}`,
  ]);
  const currencies = new Set([...rates, ...leftOut].map(({ currency }) => currency));
  const months = monthRange(window.first, window.last);
  const parts = [...currencies].flatMap((currency) => months.map((month) => ({ currency, month })));
  return { window, reportingCurrency, notes: noteConversions(parts, rates) };
}

export const getYearConversions = remembered(readYearConversions);
