// Question: which rates are on file, and for which months does money wait for one?
import { sql } from "~/db/sql.server";
import { addMonths, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { companyToday } from "./company.server";
import type { Scope } from "./scope";

export interface RateCell {
  readonly month: Month;
  readonly currency: string;
  /** Units of the reporting currency for one unit of `currency`, as exact decimal text; null where none is on file. */
  readonly rate: string | null;
  /** The month whose rate stands in; null where there is a rate of its own, or none at all. */
  readonly standsIn: Month | null;
  /** Amounts in this currency and month; they are converted by the rate that stands in, or left out. */
  readonly amounts: number;
}

export interface RateTable {
  readonly reportingCurrency: string;
  readonly currencies: readonly string[];
  /** Latest first. */
  readonly months: readonly { readonly month: Month; readonly cells: readonly RateCell[] }[];
  /** Currencies that money is in and that have no rate at all: what is in them is left out of every total. */
  readonly withoutAnyRate: readonly { readonly currency: string; readonly amounts: number }[];
  /** Stretches of months with money and without a rate of their own, converted by the same other month's. */
  readonly gaps: readonly RateGap[];
}

export interface RateGap {
  readonly currency: string;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly standsIn: Month;
  readonly amounts: number;
}

interface Used {
  readonly currency: string;
  readonly month: Month;
  readonly amounts: number;
}

/** Every month from the first with a rate up to the present one; money from before stands among the gaps. */
export async function listExchangeRates(_scope: Scope<"settings.manage">): Promise<RateTable> {
  const [{ reportingCurrency, today }, rates, used] = await Promise.all([
    companyToday(sql()),
    sql()<{ currency: string; month: Month; rate: string }[]>`
      select currency, month, trim_scale(rate_to_reporting)::text as rate from exchange_rates order by currency, month`,
    countForeignAmounts(),
  ]);
  const rateOf = new Map(rates.map((rate) => [`${rate.currency} ${rate.month}`, rate.rate]));
  const amountsOf = new Map(used.map((each) => [`${each.currency} ${each.month}`, each.amounts]));
  const currencies = [...new Set([...rates, ...used].map((each) => each.currency))].sort();
  const first = rates.map((rate) => rate.month).sort()[0] ?? monthOf(today);
  const last = [monthOf(today), ...rates.map((rate) => rate.month)].sort().at(-1) ?? monthOf(today);
  const months = monthRange(first > addMonths(last, -240) ? first : addMonths(last, -240), last).reverse();
  const table = months.map((month) => ({
    month,
    cells: currencies.map((currency): RateCell => {
      const rate = rateOf.get(`${currency} ${month}`) ?? null;
      return {
        month,
        currency,
        rate,
        standsIn: rate === null ? standInFor(currency, month, rates) : null,
        amounts: amountsOf.get(`${currency} ${month}`) ?? 0,
      };
    }),
  }));
  const unrated = currencies.filter((currency) => !rates.some((rate) => rate.currency === currency));
  return {
    reportingCurrency,
    currencies,
    months: table,
    withoutAnyRate: unrated.map((currency) => ({
      currency,
      amounts: used.filter((each) => each.currency === currency).reduce((sum, each) => sum + each.amounts, 0),
    })),
    gaps: gatherGaps(
      used.filter((each) => !rateOf.has(`${each.currency} ${each.month}`)),
      rates,
    ),
  };
}

function gatherGaps(
  unrated: readonly Used[],
  rates: readonly { currency: string; month: Month }[],
): RateGap[] {
  const gaps = new Map<string, RateGap>();
  for (const { currency, month, amounts } of unrated) {
    const standsIn = standInFor(currency, month, rates);
    if (standsIn === null) continue;
    const key = `${currency} ${standsIn} ${month < standsIn}`;
    const known = gaps.get(key) ?? { currency, firstMonth: month, lastMonth: month, standsIn, amounts: 0 };
    gaps.set(key, { ...known, lastMonth: month, amounts: known.amounts + amounts });
  }
  return [...gaps.values()].sort((a, b) => (a.lastMonth < b.lastMonth ? 1 : -1));
}

/** The latest month before with a rate, or else the first there is: the rule of every conversion. */
function standInFor(
  currency: string,
  month: Month,
  rates: readonly { readonly currency: string; readonly month: Month }[],
): Month | null {
  const own = rates
    .filter((rate) => rate.currency === currency)
    .map((rate) => rate.month)
    .sort();
  return own.findLast((candidate) => candidate <= month) ?? own[0] ?? null;
}

/** How many amounts in other currencies than the reporting one does each month hold, in all ledgers? */
function countForeignAmounts(): Promise<Used[]> {
  return sql()<Used[]>`
    with reporting as materialized (select reporting_currency as currency from company_settings),
    foreign_amounts as (
      select currency, date_trunc('month', booked_on::timestamp)::date as month from revenue_entries
      where currency <> (select currency from reporting)
      union all
      select currency, date_trunc('month', incurred_on::timestamp)::date from cost_entries
      where currency <> (select currency from reporting)
      union all
      select currency, date_trunc('month', completed_on::timestamp)::date from training_records
      where cost_minor is not null and currency <> (select currency from reporting)
      union all
      select currency, date_trunc('month', acquired_on::timestamp)::date from accounts
      where acquisition_cost_minor is not null and currency <> (select currency from reporting)
      union all
      select distinct currency, date_trunc('month', current_date::timestamp)::date from employment_spells
      where annual_salary_minor is not null and currency <> (select currency from reporting))
    select currency, month, count(*)::int as amounts from foreign_amounts group by 1, 2 order by 1, 2`;
}
