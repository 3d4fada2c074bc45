// Question: which rows is a line of the ledger's month the sum of?
import { sql } from "~/db/sql.server";
import { recordView } from "~/db/transaction.server";
import { addDays, addMonths, type CalendarDate, type Month } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { noUnitId } from "~/modules/linkage/panel/panel-scope";
import type { LedgerLine } from "./read-cost-months.server";

export interface LineRow {
  readonly id: string;
  readonly onDay: string;
  readonly bearer: string | null;
  readonly employeeId: string | null;
  readonly accountId: string | null;
  readonly detail: string | null;
  /** In the line's currency; contract pay by the day has parts of a cent. */
  readonly exactMinor: number;
}

export interface LineRows {
  readonly line: LedgerLine & { readonly month: Month };
  readonly rows: readonly LineRow[];
  readonly page: number;
  readonly pages: number;
  /** Of all rows, with parts of a cent. */
  readonly sumMinor: number;
}

export interface LineKey {
  readonly month: Month;
  readonly category: string;
  readonly source: string;
  readonly currency: string;
}

const pageSize = 100;

/** Null where the month has no such line. Rows are people's pay and costs: seeing them leaves an audit event. */
export async function listLineRows(
  scope: Scope<"pay.read">,
  key: LineKey,
  wantedPage: number,
): Promise<LineRows | null> {
  const run = sql();
  const { month, category, source, currency } = key;
  const [line] = await run<LedgerLine[]>`
    select category, source, currency, entries, original_minor::float8 as original_minor, rate::text, rate_month, amount_minor::float8 as amount_minor
    from ledger_cost_months where month = ${month} and category = ${category} and source = ${source} and currency = ${currency}`;
  if (!line) return null;
  const { today } = await companyToday(run);
  const monthEnd = addMonths(month, 1);
  const tomorrow = addDays(today, 1);
  const all = rowsOf(line.source, key, tomorrow < monthEnd ? tomorrow : monthEnd);
  const [counted] = await run<{ rows: number; sumMinor: number }[]>`
    select count(*)::int as rows, coalesce(sum(exact_minor), 0)::float8 as sum_minor from (${all}) each_row`;
  const pages = Math.max(1, Math.ceil((counted?.rows ?? 0) / pageSize));
  const page = Math.min(Math.max(1, wantedPage), pages);
  const rows = await run<LineRow[]>`
    select each_row.id, on_day, coalesce(e.name, o.name, a.name) as bearer, each_row.employee_id, each_row.account_id, detail,
           exact_minor::float8 as exact_minor
    from (${all}) each_row
    left join employees e on e.id = each_row.employee_id
    left join org_units o on o.id = each_row.org_unit_id
    left join accounts a on a.id = each_row.account_id
    order by on_day, each_row.id limit ${pageSize} offset ${(page - 1) * pageSize}`;
  await recordView(scope.actor, {
    action: "pay.view",
    subjectType: "ledger_month",
    subjectId: month,
    detail: { category, source, currency },
  });
  return { line: { ...line, month }, rows, page, pages, sumMinor: counted?.sumMinor ?? 0 };
}

/** Of the month as far as it has gone: `until` is the first day no longer in it. */
function rowsOf(source: LedgerLine["source"], { month, category, currency }: LineKey, until: CalendarDate) {
  const run = sql();
  switch (source) {
    case "entries":
      return run`
        select c.id, c.incurred_on as on_day, c.employee_id, c.org_unit_id, null::uuid as account_id, c.kind as detail,
               c.amount_minor::numeric as exact_minor
        from cost_entries c
        where c.incurred_on >= ${month} and c.incurred_on < ${until} and c.category::text = ${category} and c.currency = ${currency}`;
    case "training_fees":
      return run`
        select t.id, t.completed_on as on_day, t.employee_id, null::uuid as org_unit_id, null::uuid as account_id, t.course as detail,
               t.cost_minor::numeric as exact_minor
        from training_records t
        where t.completed_on >= ${month} and t.completed_on < ${until} and t.cost_minor <> 0 and t.currency = ${currency}`;
    case "account_acquisition":
      return run`
        select a.id, a.acquired_on as on_day, null::uuid as employee_id, null::uuid as org_unit_id, a.id as account_id,
               null::text as detail, a.acquisition_cost_minor::numeric as exact_minor
        from accounts a
        where a.acquired_on >= ${month} and a.acquired_on < ${until} and a.acquisition_cost_minor <> 0 and a.currency = ${currency}`;
    case "contract_pay":
      return run`
        select s.id, greatest(s.starts_on, ${month}::date) as on_day, s.employee_id, null::uuid as org_unit_id, null::uuid as account_id,
               concat_ws(' × ', trim_scale(s.annual_salary_minor / 100.0), trim_scale(s.fte), days.n || '/365.25') as detail,
               s.annual_salary_minor * s.fte / 365.25 * days.n as exact_minor
        from employment_spells s
        cross join lateral (
          select least(coalesce(s.ends_on, ${until}::date), ${until}::date) - greatest(s.starts_on, ${month}::date) as n) days
        where s.starts_on < ${until} and (s.ends_on is null or s.ends_on > ${month}) and s.annual_salary_minor > 0 and s.currency = ${currency}
          and s.org_unit_id not in (
            select coalesce(c.org_unit_id, at_the_time.org_unit_id, ${noUnitId}::uuid) from cost_entries c
            left join lateral (
              select p.org_unit_id from employment_spells p where p.employee_id = c.employee_id
              order by p.starts_on <= c.incurred_on desc, abs(p.starts_on - c.incurred_on) limit 1) at_the_time on true
            where c.incurred_on >= ${month} and c.incurred_on < ${until} and c.category = 'compensation')`;
  }
}
