import { sql } from "~/db/sql.server";
import { recordView } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { addDays, addMonths, type CalendarDate, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { requireEmployeeInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { listPaySpells } from "./get-employee-costs.server";
import { listExchangeRates } from "./list-exchange-rates.server";
import { converterTo, type ToReporting } from "./reporting-money";
import { estimateTurnoverCost, type TurnoverEstimate } from "./turnover-cost";

export interface ReplacementCost {
  readonly name: string;
  readonly hasLeft: boolean;
  /** Today, or the last day of a leaver: the contract and the accounts of that day count. */
  readonly onDay: CalendarDate;
  readonly today: CalendarDate;
  readonly currency: string;
  readonly pay: { readonly annualMinor: bigint; readonly fte: number } | null;
  readonly ownHires: { readonly costMinor: bigint; readonly hires: number } | null;
  readonly hasOwnTrainingCost: boolean;
  /** Null where no salary is recorded. */
  readonly estimate: TurnoverEstimate | null;
}

/** From so many hires with recorded cost on, the company's own cost per hire is used. */
const enoughHires = 3;
const ledgerMonths = 24;

/** What would replacing this person cost? Rests on pay, so opening it leaves an audit event. */
export async function getReplacementCost(
  scope: Scope<"pay.read">,
  employeeId: string,
): Promise<ReplacementCost> {
  const db = sql();
  await requireEmployeeInScope(db, scope, employeeId);
  const [{ today, reportingCurrency }, [person], spells] = await Promise.all([
    companyToday(db),
    db<{ name: string; leftOn: string | null }[]>`
      select name, left_on from employees where id = ${employeeId} and archived_at is null`,
    listPaySpells(employeeId),
  ]);
  if (!person) throw new AppError("not_found", "No such employee");
  const hasLeft = person.leftOn !== null && person.leftOn <= today;
  const onDay = hasLeft && person.leftOn ? addDays(person.leftOn, -1) : today;
  const spell = spells.findLast((candidate) => candidate.startsOn <= onDay) ?? spells[0];
  const ledger = await readLedger(today);
  const rates = await listExchangeRates([
    ...ledger.map((row) => row.currency),
    ...(spell?.currency ? [spell.currency] : []),
  ]);
  const toReporting = converterTo(reportingCurrency, rates);
  const salary =
    spell?.annualSalaryMinor != null && spell.currency
      ? toReporting(spell.annualSalaryMinor, spell.currency, onDay)
      : null;
  const pay =
    spell && salary !== null
      ? { annualMinor: BigInt(Math.round(Number(salary) * spell.fte)), fte: spell.fte }
      : null;
  const hiring = sumOf(ledger, "hire", toReporting);
  const training = sumOf(ledger, "training", toReporting);
  const hires = hiring.quantity;
  const ownHires = hires >= enoughHires && hiring.minor > 0n ? { costMinor: hiring.minor, hires } : null;
  const hasOwnTrainingCost = training.quantity > 0 && training.minor > 0n;
  await recordView(scope.actor, {
    action: "pay.view",
    subjectType: "employee",
    subjectId: employeeId,
    subjectName: person.name,
    detail: { page: "leave-impact" },
  });
  return {
    name: person.name,
    hasLeft,
    onDay,
    today,
    currency: reportingCurrency,
    pay,
    ownHires,
    hasOwnTrainingCost,
    estimate:
      pay === null || pay.annualMinor === 0n
        ? null
        : estimateTurnoverCost({
            annualPayMinor: pay.annualMinor,
            fte: pay.fte,
            costPerHireMinor: ownHires && ownHires.costMinor / BigInt(ownHires.hires),
            trainingHourMinor: hasOwnTrainingCost
              ? BigInt(Math.round(Number(training.minor) / training.quantity))
              : null,
          }),
  };
}

interface LedgerRow {
  readonly what: "hire" | "training";
  readonly currency: string;
  readonly month: string;
  readonly minor: bigint;
  readonly quantity: number;
}

/**
 * What did the company spend on hiring and on training in the last 24 months, and on how many hires and hours? Company
 * sums only: no single person's cost leaves this file.
 */
async function readLedger(today: CalendarDate): Promise<LedgerRow[]> {
  const from = addMonths(monthOf(today), 1 - ledgerMonths);
  return sql()<LedgerRow[]>`
    select what, currency, month::text as month, sum(minor)::bigint as minor, sum(quantity)::float8 as quantity
    from (
      select 'hire' as what, currency, date_trunc('month', incurred_on)::date as month, amount_minor as minor, 0 as quantity
      from cost_entries where category = 'acquisition' and incurred_on between ${from} and ${today}
      union all
      select 'hire', (select reporting_currency from company_settings), ${from}::date, 0, count(*)
      from employees where hired_on between ${from} and ${today} and archived_at is null
      union all
      select 'training', currency, date_trunc('month', incurred_on)::date, amount_minor, 0
      from cost_entries where category = 'training' and incurred_on between ${from} and ${today}
      union all
      select 'training', coalesce(currency, (select reporting_currency from company_settings)),
             date_trunc('month', completed_on)::date, coalesce(cost_minor, 0), hours
      from training_records where completed_on between ${from} and ${today}) each_row
    where currency is not null group by what, currency, month`;
}

function sumOf(ledger: readonly LedgerRow[], what: LedgerRow["what"], toReporting: ToReporting) {
  const rows = ledger.filter((row) => row.what === what);
  return {
    minor: rows.reduce((sum, row) => sum + (toReporting(row.minor, row.currency, row.month) ?? 0n), 0n),
    quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
  };
}
