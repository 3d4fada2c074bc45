import { sql } from "~/db/sql.server";
import type { DatedRate } from "./reporting-money";

/** The dated rates of these currencies. */
export async function listExchangeRates(currencies: readonly string[]): Promise<DatedRate[]> {
  const distinct = [...new Set(currencies)];
  if (distinct.length === 0) return [];
  const rows = await sql()<{ currency: string; month: string; rate: string }[]>`
    select currency, month, rate_to_reporting as rate from exchange_rates where currency = any(${distinct})`;
  return rows.map((row) => ({ ...row, rate: Number(row.rate) }));
}
