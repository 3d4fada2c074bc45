// Question: what are the people employed on a day paid on average, in the reporting currency?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { minimumGroupSize } from "~/modules/access/suppression";
import { monthlyRates } from "~/modules/linkage/panel/monthly-rates";

export interface MeanPay {
  readonly people: number;
  /** For the hours of the contract. */
  readonly meanAnnualMinor: number;
  readonly meanFte: number;
}

/** Null where pay is known of fewer people than may be averaged: a mean of four lets one of them be worked out. */
export async function readMeanPay(asOf: CalendarDate): Promise<MeanPay | null> {
  const [row] = await sql().unsafe<
    { people: number; meanAnnualMinor: number | null; meanFte: number | null }[]
  >(
    `with ${monthlyRates}
     select count(*)::int as people, avg(s.annual_salary_minor * s.fte * rate.factor)::float8 as mean_annual_minor,
            avg(s.fte)::float8 as mean_fte
     from company join employment_spells s on s.starts_on <= company.as_of and (s.ends_on is null or s.ends_on > company.as_of)
     join monthly_rates rate on rate.currency = s.currency and rate.month = company.this_month
     where s.annual_salary_minor > 0`,
    [asOf],
  );
  if (!row || row.people < minimumGroupSize || row.meanAnnualMinor === null) return null;
  return { people: row.people, meanAnnualMinor: row.meanAnnualMinor, meanFte: row.meanFte ?? 1 };
}
