import { minorDigits } from "~/kernel/money";

/** Currencies whose minor unit is not a hundredth, as SQL rows: JPY has none, KWD thousandths. */
const oddDigits = Intl.supportedValuesOf("currency")
  .map((currency) => [currency, minorDigits(currency)] as const)
  .filter(([, digits]) => digits !== 2)
  .map(([currency, digits]) => `('${currency}', ${digits})`)
  .join(", ");

/**
 * CTEs `company` and `monthly_rates (currency, month, factor)`: minor units of `currency` times `factor` are minor
 * units of the reporting currency. A month without a rate of its own takes the latest one before it, or else the first
 * one there is. An amount in a currency without any rate finds no row, and so is left out rather than guessed.
 */
export const monthlyRates = `
  company as materialized (
    select $1::date as as_of, date_trunc('month', $1::date::timestamp)::date as this_month,
           coalesce((select time_zone from company_settings), 'UTC') as time_zone,
           coalesce((select reporting_currency from company_settings), 'EUR') as currency),
  odd_digits (currency, digits) as (values ${oddDigits}),
  monthly_rates as materialized (
    select known.currency, months.month, known.scale * case when known.currency = company.currency then 1 else coalesce(
        (select rate_to_reporting from exchange_rates r
         where r.currency = known.currency and r.month <= months.month order by r.month desc limit 1),
        (select rate_to_reporting from exchange_rates r
         where r.currency = known.currency order by r.month limit 1)) end as factor
    from company
    cross join lateral (
      select c.currency, 10::numeric ^ (coalesce(theirs.digits, 2) * -1 + coalesce(ours.digits, 2)) as scale
      from (select distinct currency from exchange_rates union select company.currency) c
      left join odd_digits theirs on theirs.currency = c.currency
      left join odd_digits ours on ours.currency = company.currency) known
    cross join lateral (
      select month::date from generate_series(company.this_month - interval '20 years', company.this_month, interval '1 month') month) months)`;
