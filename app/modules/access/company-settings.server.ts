import { sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import type { Month } from "~/kernel/calendar";
import type { Scope } from "./scope";
import type { ExchangeRateEntry, SettingsEntry } from "./settings";

export interface ExchangeRateRow {
  readonly currency: string;
  readonly month: Month;
  /** Units of the reporting currency for one unit of `currency`, as exact decimal text. */
  readonly rateToReporting: string;
}

export async function listExchangeRates(_scope: Scope<"settings.manage">): Promise<ExchangeRateRow[]> {
  return sql()<ExchangeRateRow[]>`
    select currency, month, trim_scale(rate_to_reporting)::text as rate_to_reporting from exchange_rates order by currency, month desc`;
}

/** Throws `conflict` for a new reporting currency once money is recorded: the rates on file are all towards the old one. */
export async function saveSettings(scope: Scope<"settings.manage">, entry: SettingsEntry): Promise<void> {
  await sql().begin(async (tx) => {
    const [before] = await tx<
      { reportingCurrency: string }[]
    >`select reporting_currency from company_settings for update`;
    if (before && before.reportingCurrency !== entry.reportingCurrency) {
      const [money] =
        await tx`select exists (select 1 from revenue_entries) or exists (select 1 from cost_entries) as present`;
      if (money?.["present"])
        throw new AppError("conflict", "Money is recorded already", { reason: "currencyInUse" });
    }
    await tx`
      insert into company_settings (id, name, reporting_currency, time_zone)
      values (1, ${entry.name}, ${entry.reportingCurrency}, ${entry.timeZone})
      on conflict (id) do update set name = excluded.name, reporting_currency = excluded.reporting_currency, time_zone = excluded.time_zone`;
    await recordAudit(tx, scope.actor, {
      action: "company.update",
      subjectType: "company",
      subjectName: entry.name,
      detail: { ...entry },
    });
  });
}

/** A rate holds from its month until the next one on file for the currency. */
export async function saveExchangeRate(
  scope: Scope<"settings.manage">,
  rate: ExchangeRateEntry,
): Promise<void> {
  await sql().begin(async (tx) => {
    await tx`
      insert into exchange_rates (currency, month, rate_to_reporting) values (${rate.currency}, ${rate.month}, ${rate.rate}::numeric)
      on conflict (currency, month) do update set rate_to_reporting = excluded.rate_to_reporting`;
    // Every rollup in this currency is behind now.
    await tx`insert into rollup_queue (kind, key)
             select distinct 'account', account_id from revenue_entries where currency = ${rate.currency}
             on conflict (kind, key) do nothing`;
    await tx`insert into rollup_queue (kind, key)
             select distinct 'employee', employee_id from cost_entries where currency = ${rate.currency} and employee_id is not null
             on conflict (kind, key) do nothing`;
    await tx`insert into rollup_queue (kind, key)
             select distinct 'unit', org_unit_id from cost_entries where currency = ${rate.currency} and org_unit_id is not null
             on conflict (kind, key) do nothing`;
    await recordAudit(tx, scope.actor, {
      action: "exchange_rate.save",
      subjectType: "exchange_rate",
      subjectName: `${rate.currency} ${rate.month.slice(0, 7)}`,
      detail: { rate: rate.rate },
    });
  });
}
