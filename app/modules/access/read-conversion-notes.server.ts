import { sql } from "~/db/sql.server";
import {
  type ConversionNote,
  type DatedRateText,
  type ForeignMonth,
  noteConversions,
} from "./conversion-notes";

/** The notes for a total of these parts; parts in the reporting currency are not to be given. */
export async function readConversionNotes(parts: readonly ForeignMonth[]): Promise<ConversionNote[]> {
  const currencies = [...new Set(parts.map((part) => part.currency))];
  if (currencies.length === 0) return [];
  const rates = await sql()<DatedRateText[]>`
    select currency, month, trim_scale(rate_to_reporting)::text as rate from exchange_rates where currency = any(${currencies})`;
  return noteConversions(parts, rates);
}
