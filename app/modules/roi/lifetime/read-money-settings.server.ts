// Question: which assumptions does the company put under its customer money?
import type { SqlRunner } from "~/db/sql.server";
import { defaultMoneySettings, type MoneySettings } from "./money-settings";

export async function readMoneySettings(sql: SqlRunner): Promise<MoneySettings> {
  const [row] = await sql<MoneySettings[]>`
    select discount_rate::float8 as discount_rate, horizon_months, sales_cycle_months, acquisition_unit_ids from money_settings`;
  return row ?? defaultMoneySettings;
}
