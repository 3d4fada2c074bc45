import type { Sql } from "~/db/sql.server";
import { addDays, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { refreshAccountScores } from "../customer-value/refresh-account-scores.server";
import { refreshProfits } from "../profitability/refresh-profits.server";
import { refreshCustomerValues } from "./refresh-customer-values.server";

/** Between two fits, however often the ledgers change: a fit reads every account. */
const restMinutes = 10;

/**
 * Fits anew where the stored values are of an earlier month, or the panel, the allocation or the assumptions have changed since
 * and the last fit has rested. Waits for the first allocation, whose costs the values need. Gives whether it did.
 */
export async function refreshDueValues(sql: Sql): Promise<boolean> {
  const { today } = await companyToday(sql);
  const [state] = await sql<{ isDue: boolean }[]>`
    with last as (
      select started_at, as_of, status from customer_value_runs order by started_at desc limit 1)
    select exists (select 1 from account_months) and exists (select 1 from allocation_months)
       and not exists (select 1 from allocation_changes)
       and (not exists (select 1 from last)
            or (select as_of < ${addDays(monthOf(today), -1)} from last)
            -- A run that was stopped half-way stays "running": it is done again like one that failed.
            or (select status <> 'finished' and started_at < now() - ${`${restMinutes} minutes`}::interval from last)
            or ((select started_at < now() - ${`${restMinutes} minutes`}::interval from last)
                and (select started_at from last) < greatest(
                  (select max(changed_at) from panel_state), (select max(computed_at) from allocation_months),
                  (select max(published_at) from value_score_rules)))
            or (select started_at from last) < (select max(set_at) from money_settings)) as is_due`;
  if (!state?.isDue) return false;
  await refreshProfits(sql);
  await refreshCustomerValues(sql);
  await refreshAccountScores(sql);
  return true;
}
