import { sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import type { Scope } from "./scope";
import type { SettingsEntry } from "./settings";

/** Throws `conflict` for a new reporting currency once money is recorded: that is a switch, which is confirmed on its own page. */
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
