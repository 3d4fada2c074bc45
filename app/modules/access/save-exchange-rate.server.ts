import { type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { isCalendarDate, type Month } from "~/kernel/calendar";
import { queueConverted } from "./queue-converted";
import type { Scope } from "./scope";
import type { ExchangeRateEntry } from "./settings";

/** A rate holds from its month until the next one on file for the currency; what was there before stays in the audit trail. */
export async function saveExchangeRate(
  scope: Scope<"settings.manage">,
  { currency, month, rate }: ExchangeRateEntry,
): Promise<void> {
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    const [before] = await tx<{ rate: string }[]>`
      select trim_scale(rate_to_reporting)::text as rate from exchange_rates where currency = ${currency} and month = ${month} for update`;
    const [saved] = await tx<{ id: string }[]>`
      insert into exchange_rates (currency, month, rate_to_reporting) values (${currency}, ${month}, ${rate}::numeric)
      on conflict (currency, month) do update set rate_to_reporting = excluded.rate_to_reporting
      returning id`;
    await queueCurrency(tx, currency);
    await recordAudit(tx, scope.actor, {
      action: "exchange_rate.save",
      subjectType: "exchange_rate",
      subjectId: saved?.id ?? null,
      subjectName: nameOf(currency, month),
      detail: { rate, ...(before && { before: before.rate }) },
    });
  });
}

/** Money of that month is converted by the rate before it from now on; without any rate left it is left out of totals. */
export async function removeExchangeRate(
  scope: Scope<"settings.manage">,
  currency: string,
  month: Month,
): Promise<void> {
  if (!isCalendarDate(month)) throw new AppError("not_found", "No such rate");
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    const [gone] = await tx<{ id: string; rate: string }[]>`
      delete from exchange_rates where currency = ${currency} and month = ${month}
      returning id, trim_scale(rate_to_reporting)::text as rate`;
    if (!gone) throw new AppError("not_found", "No such rate");
    await queueCurrency(tx, currency);
    await recordAudit(tx, scope.actor, {
      action: "exchange_rate.remove",
      subjectType: "exchange_rate",
      subjectId: gone.id,
      subjectName: nameOf(currency, month),
      detail: { before: gone.rate },
    });
  });
}

const nameOf = (currency: string, month: Month) => `${currency} ${month.slice(0, 7)}`;

/** The code has been checked to be three capital letters. */
async function queueCurrency(tx: SqlTransaction, currency: string): Promise<void> {
  if (!/^[A-Z]{3}$/.test(currency)) throw new AppError("not_found", "No such currency");
  for (const statement of queueConverted(`select '${currency}'`)) await tx.unsafe(statement);
}
