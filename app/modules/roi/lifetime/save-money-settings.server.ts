import type { SqlTransaction } from "~/db/sql.server";
import { sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import type { Scope } from "~/modules/access/scope";
import type { MoneySettings } from "./money-settings";

/** The worker values all customers anew within seconds. */
export async function saveMoneySettings(
  scope: Scope<"scenarios.write">,
  settings: MoneySettings,
): Promise<void> {
  await sql().begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`
      insert into money_settings (id, discount_rate, horizon_months, sales_cycle_months, acquisition_unit_ids, updated_at)
      values (1, ${settings.discountRate}, ${settings.horizonMonths}, ${settings.salesCycleMonths}, ${[...settings.acquisitionUnitIds]}::uuid[], now())
      on conflict (id) do update set discount_rate = excluded.discount_rate, horizon_months = excluded.horizon_months,
        sales_cycle_months = excluded.sales_cycle_months, acquisition_unit_ids = excluded.acquisition_unit_ids, updated_at = excluded.updated_at`;
    await recordAudit(tx, scope.actor, {
      action: "money_settings.change",
      subjectType: "money_settings",
      subjectId: "1",
      detail: { ...settings, acquisitionUnitIds: [...settings.acquisitionUnitIds] },
    });
  });
}
