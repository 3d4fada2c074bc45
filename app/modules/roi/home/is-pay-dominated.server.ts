// Question: do one or two people earn nearly all of the company's pay, so that its sum would tell theirs?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { isDominatedBy } from "~/modules/access/dominance";
import type { Scope } from "~/modules/access/scope";
import { listExchangeRates } from "~/modules/people/list-exchange-rates.server";
import { converterTo } from "~/modules/people/reporting-money";

interface TopPay {
  readonly currency: string;
  readonly first: bigint;
  readonly second: bigint | null;
  readonly total: bigint;
}

/** Answers yes or no: no one's pay leaves this file. Contracts in force on the day stand for the year. */
export async function isPayDominated(
  _scope: Scope<"home.leadership">,
  today: CalendarDate,
  reportingCurrency: string,
): Promise<boolean> {
  const rows = await sql()<TopPay[]>`
    select currency, (array_agg(minor order by minor desc))[1] as first, (array_agg(minor order by minor desc))[2] as second,
           sum(minor)::bigint as total
    from (select employee_id, currency, round(annual_salary_minor * fte)::bigint as minor from employment_spells
          where annual_salary_minor > 0 and starts_on <= ${today}::date and (ends_on is null or ends_on > ${today}::date)) pay
    group by currency`;
  const toReporting = converterTo(
    reportingCurrency,
    await listExchangeRates(rows.map((row) => row.currency)),
  );
  const convert = (minor: bigint | null, currency: string) =>
    minor === null ? 0 : Number(toReporting(minor, currency, today) ?? 0n);
  const tops = rows.flatMap(({ currency, first, second }) => [
    convert(first, currency),
    convert(second, currency),
  ]);
  const [first = 0, second = 0] = tops.sort((a, b) => b - a);
  return isDominatedBy(
    first,
    second,
    rows.reduce((sum, { total, currency }) => sum + convert(total, currency), 0),
  );
}
