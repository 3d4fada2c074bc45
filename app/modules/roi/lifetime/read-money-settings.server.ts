// Question: which assumptions does the company put under its customer money, and which did it before?
import type { SqlRunner } from "~/db/sql.server";
import { defaultMoneySettings, type MoneySettings } from "./money-settings";

interface Row {
  readonly version: number;
  readonly discountRate: number;
  readonly horizonMonths: number;
  readonly salesCycleMonths: number;
  readonly acquisitionUnitIds: readonly string[];
  readonly referralsPerCustomer: number | null;
  readonly referralSource: string | null;
  readonly exitAdministrationMinor: number | null;
  readonly exitAdministrationCurrency: string | null;
  readonly exitAdministrationSource: string | null;
  readonly setBy: string | null;
  readonly setAt: Date;
}

export async function readMoneySettings(sql: SqlRunner): Promise<MoneySettings> {
  const [latest] = await listMoneySettings(sql, 1);
  return latest ?? defaultMoneySettings;
}

/** The latest first. */
export async function listMoneySettings(sql: SqlRunner, limit = 20): Promise<MoneySettings[]> {
  const rows = await sql<Row[]>`
    select version, discount_rate::float8 as discount_rate, horizon_months, sales_cycle_months, acquisition_unit_ids,
           referrals_per_customer::float8 as referrals_per_customer, referral_source,
           exit_administration_minor::float8 as exit_administration_minor, exit_administration_currency, exit_administration_source,
           set_by, set_at
    from money_settings order by version desc limit ${limit}`;
  return rows.map((row) => ({
    version: row.version,
    discountRate: row.discountRate,
    horizonMonths: row.horizonMonths,
    salesCycleMonths: row.salesCycleMonths,
    acquisitionUnitIds: row.acquisitionUnitIds,
    referrals:
      row.referralsPerCustomer === null
        ? null
        : { perCustomer: row.referralsPerCustomer, source: row.referralSource! },
    exitAdministration:
      row.exitAdministrationMinor === null
        ? null
        : {
            amountMinor: row.exitAdministrationMinor,
            currency: row.exitAdministrationCurrency!,
            source: row.exitAdministrationSource!,
          },
    setBy: row.setBy,
    setAt: row.setAt.toISOString(),
  }));
}
