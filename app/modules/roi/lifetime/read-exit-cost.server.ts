// Question: what is the assumed work on the end of a contract worth today, in the reporting currency?
import type { SqlRunner } from "~/db/sql.server";
import { type CalendarDate, monthOf } from "~/kernel/calendar";
import { monthlyRates } from "~/modules/linkage/panel/monthly-rates";
import type { MoneySettings } from "./money-settings";

/** Null where nothing is assumed, or its currency has no rate. */
export async function readExitCost(
  sql: SqlRunner,
  { exitAdministration }: Pick<MoneySettings, "exitAdministration">,
  today: CalendarDate,
): Promise<number | null> {
  if (!exitAdministration) return null;
  const [row] = await sql.unsafe<{ minor: number }[]>(
    `with ${monthlyRates}
     select ($2::numeric * factor)::float8 as minor from monthly_rates where currency = $3 and month = $4::date`,
    [today, exitAdministration.amountMinor, exitAdministration.currency, monthOf(today)] as never[],
  );
  return row?.minor ?? null;
}
