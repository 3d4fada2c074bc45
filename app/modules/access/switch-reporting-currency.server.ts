import { type SqlRunner, type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { isCurrency } from "~/kernel/money";
import { type CrossRates, crossRates, type MonthlyRate } from "./cross-rates";
import type { Scope } from "./scope";

export interface CurrencySwitch extends CrossRates {
  readonly from: string;
  readonly to: string;
  /** The new currency has no rate in any month: nothing could be converted. */
  readonly hasNoRate: boolean;
}

/** What a switch would do, before anybody confirms it. Throws `not_found` for no currency and for the present one. */
export async function planCurrencySwitch(
  _scope: Scope<"settings.manage">,
  to: string,
): Promise<CurrencySwitch> {
  return readPlan(sql(), to);
}

/**
 * Changes the reporting currency: rates are crossed through the old one, and every rollup is queued to be computed again.
 * Amounts stay as they were booked, in their own currency. Throws `conflict` where the new currency has no rate at all.
 */
export async function switchReportingCurrency(scope: Scope<"settings.manage">, to: string): Promise<void> {
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`select 1 from company_settings for update`;
    const plan = await readPlan(tx, to);
    if (plan.hasNoRate) throw new AppError("conflict", "No rate for the new currency", { reason: "noRate" });
    await tx`delete from exchange_rates`;
    for (let start = 0; start < plan.rates.length; start += 1_000) {
      const rows = plan.rates
        .slice(start, start + 1_000)
        .map(({ currency, month, rate }) => ({ currency, month, rate_to_reporting: rate }));
      await tx`insert into exchange_rates ${tx(rows)}`;
    }
    await tx`update company_settings set reporting_currency = ${to}`;
    await tx`
      insert into rollup_queue (kind, key)
      select 'account', id from accounts union all select 'employee', id from employees union all select 'unit', id from org_units
      on conflict (kind, key) do update set queued_at = excluded.queued_at`;
    await recordAudit(tx, scope.actor, {
      action: "company.switch_currency",
      subjectType: "company",
      subjectName: `${plan.from} → ${to}`,
      detail: {
        from: plan.from,
        to,
        rates: plan.rates.length,
        missing: plan.missing.map(({ currency, month }) => `${currency} ${month.slice(0, 7)}`),
      },
    });
  });
}

async function readPlan(run: SqlRunner, to: string): Promise<CurrencySwitch> {
  const [company] = await run<{ from: string }[]>`select reporting_currency as from from company_settings`;
  if (!company || !isCurrency(to) || to === company.from) throw new AppError("not_found", "No such currency");
  const rates = await run<MonthlyRate[]>`
    select currency, month, rate_to_reporting::text as rate from exchange_rates order by month, currency`;
  return {
    from: company.from,
    to,
    hasNoRate: !rates.some((rate) => rate.currency === to),
    ...crossRates(rates, company.from, to),
  };
}
