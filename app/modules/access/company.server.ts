import type { SqlRunner } from "~/db/sql.server";
import { type CalendarDate, todayIn } from "~/kernel/calendar";

export interface Company {
  readonly name: string;
  readonly reportingCurrency: string;
  /** The one zone that governs every report. */
  readonly timeZone: string;
  readonly isDemo: boolean;
  readonly today: CalendarDate;
}

/** The company and today's date in its zone; sensible defaults until the first settings are saved. */
export async function companyToday(sql: SqlRunner): Promise<Company> {
  const [row] = await sql<Omit<Company, "today">[]>`
    select name, reporting_currency, time_zone, is_demo from company_settings`;
  const company = row ?? { name: "", reportingCurrency: "EUR", timeZone: "UTC", isDemo: false };
  return { ...company, today: todayIn(company.timeZone) };
}
