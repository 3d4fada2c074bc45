import { sql } from "~/db/sql.server";
import { recordView } from "~/db/transaction.server";
import { addMonths, type CalendarDate, monthOf, monthRange } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { type ConversionNote, noteConversions } from "~/modules/access/conversion-notes";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { contractPayOf, monthsWithoutPay, type PaySpell } from "./contract-pay";
import type { CostCategory } from "./cost-entry";
import { type CostTotals, periodMonths, totalCosts } from "./cost-totals";
import { listExchangeRates } from "./list-exchange-rates.server";
import { converterTo } from "./reporting-money";

/** One line of the ledger: an entry, the fee of a training, or contract pay where a month holds none. */
export interface CostLine {
  readonly id: string;
  readonly source: "entry" | "training" | "contract";
  readonly category: CostCategory;
  readonly kind: string | null;
  readonly note: string | null;
  readonly incurredOn: CalendarDate;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reportingMinor: bigint | null;
  readonly isImported: boolean;
}

export interface EmployeeCosts {
  readonly asOf: CalendarDate;
  readonly currency: string;
  readonly totals: CostTotals;
  /** Newest first; every line of the 24 months, or all there are. */
  readonly lines: readonly CostLine[];
  readonly linesInAll: number;
  /** At which rates the period's amounts in other currencies went into the totals. */
  readonly conversions: readonly ConversionNote[];
}

export interface CostFilter {
  readonly category: CostCategory | null;
  readonly isWholeLedger: boolean;
}

/** The dated costs of one person with their totals. Opening them leaves an audit event. */
export async function getEmployeeCosts(
  scope: Scope<"pay.read">,
  employeeId: string,
  filter: CostFilter,
): Promise<EmployeeCosts> {
  const db = sql();
  await requireEmployeeInScope(db, scope, employeeId);
  const [company, [person], entries, spells] = await Promise.all([
    companyToday(db),
    db<{ name: string; hiredOn: string; leftOn: string | null }[]>`
      select name, hired_on, left_on from employees where id = ${employeeId}`,
    listEntries(employeeId),
    listPaySpells(employeeId),
  ]);
  const { today, reportingCurrency } = company;
  const last = monthOf(today);
  const firstSpell = spells[0]?.startsOn ?? today;
  const contractLines = monthsWithoutPay(
    firstSpell > today ? [] : monthRange(monthOf(firstSpell), last),
    entries.filter((entry) => entry.category === "compensation").map((entry) => entry.incurredOn),
  ).flatMap((month) => contractPayOf(month, spells, today).map(toContractLine));
  const raw = [...entries, ...contractLines];
  const rates = await listExchangeRates(raw.map((line) => line.currency));
  const toReporting = converterTo(reportingCurrency, rates);
  const lines = raw
    .map((line) => ({
      ...line,
      reportingMinor: toReporting(line.amountMinor, line.currency, line.incurredOn),
    }))
    .sort((a, b) =>
      a.incurredOn < b.incurredOn ? 1 : a.incurredOn > b.incurredOn ? -1 : a.id < b.id ? 1 : -1,
    );
  await recordView(scope.actor, {
    action: "pay.view",
    subjectType: "employee",
    subjectId: employeeId,
    subjectName: person?.name ?? null,
    detail: { page: "costs" },
  });
  const from = addMonths(last, 1 - periodMonths);
  const shown = lines.filter(
    (line) =>
      (filter.category === null || line.category === filter.category) &&
      (filter.isWholeLedger || (line.incurredOn >= from && line.incurredOn <= today)),
  );
  return {
    asOf: today,
    currency: reportingCurrency,
    totals: totalCosts(
      lines,
      {
        hiredOn: person?.hiredOn ?? today,
        hasLeft: person?.leftOn != null && person.leftOn <= today,
      },
      today,
    ),
    lines: shown,
    linesInAll: lines.length,
    conversions: noteConversions(
      raw
        .filter(
          (line) =>
            line.currency !== reportingCurrency && line.incurredOn >= from && line.incurredOn <= today,
        )
        .map((line) => ({ currency: line.currency, month: monthOf(line.incurredOn) })),
      rates.map((rate) => ({ ...rate, rate: String(rate.rate) })),
    ),
  };
}

type RawLine = Omit<CostLine, "reportingMinor">;

/** What did this person cost, entry by entry, the fees of their training included? */
async function listEntries(employeeId: string): Promise<RawLine[]> {
  return sql()<RawLine[]>`
    select id, 'entry' as source, category::text as category, kind, note, incurred_on, amount_minor, currency,
           (import_run_id is not null or external_id is not null) as is_imported
    from cost_entries where employee_id = ${employeeId}
    union all
    select id, 'training', 'training', course, null, completed_on, cost_minor, currency, import_run_id is not null
    from training_records where employee_id = ${employeeId} and cost_minor is not null and cost_minor > 0`;
}

export async function listPaySpells(employeeId: string): Promise<PaySpell[]> {
  const rows = await sql()<(Omit<PaySpell, "fte"> & { fte: string })[]>`
    select starts_on, ends_on, fte, annual_salary_minor, currency from employment_spells
    where employee_id = ${employeeId} order by starts_on`;
  return rows.map((row) => ({ ...row, fte: Number(row.fte) }));
}

function toContractLine(pay: { paidOn: CalendarDate; minor: bigint; currency: string }): RawLine {
  return {
    id: `contract-${pay.paidOn}`,
    source: "contract",
    category: "compensation",
    kind: null,
    note: null,
    incurredOn: pay.paidOn,
    amountMinor: pay.minor,
    currency: pay.currency,
    isImported: false,
  };
}
