// Question: what does the ledger hold in one month, line by line, in the reporting currency?
import type { SqlTransaction } from "~/db/sql.server";
import { minorDigits } from "~/kernel/money";
import { noUnitId } from "~/modules/linkage/panel/panel-scope";

/** A month, as far as it has gone: [first, until). */
export interface AllocatedMonth {
  readonly first: string;
  readonly until: string;
}

const currencies = Intl.supportedValuesOf("currency");

/**
 * Fills the temporary table `ledger_lines`: one line for what one person or unit cost in a category, source and currency; a
 * line of an account is what winning it cost. Each currency of a category is summed, converted once at the rate of the month,
 * rounded once, and given back to its lines by largest remainder, so that lines add up to what a reader computes from the
 * ledger. A month without a rate takes the latest before it, else the first there is (decision 0016), and its month is kept to
 * be named; a currency without any rate leaves the amount null: named and not guessed.
 *
 * Contract pay by the day stands in for a unit's month without any compensation, the reading of unit_people_months.
 */
export async function gatherLedgerLines(tx: SqlTransaction, month: AllocatedMonth): Promise<void> {
  await tx`
    create temp table ledger_lines on commit drop as
    with reporting as materialized (
      select coalesce((select reporting_currency from company_settings), 'EUR') as currency),
    digits as (
      select * from unnest(${currencies}::text[], ${currencies.map(minorDigits)}::int[]) as known (currency, digits)),
    booked as (
      select coalesce(c.org_unit_id, s.org_unit_id, (${nearestUnit(tx, tx`c.employee_id`, tx`c.incurred_on`)}), ${noUnitId}::uuid) as org_unit_id, c.employee_id, null::uuid as account_id,
             c.category::text as category, 'entries' as source, c.currency, c.amount_minor::numeric as exact
      from cost_entries c
      left join employment_spells s on s.employee_id = c.employee_id and s.starts_on <= c.incurred_on and (s.ends_on is null or s.ends_on > c.incurred_on)
      where c.incurred_on >= ${month.first} and c.incurred_on < ${month.until}
      union all
      select coalesce(s.org_unit_id, (${nearestUnit(tx, tx`t.employee_id`, tx`t.completed_on`)}), ${noUnitId}::uuid), t.employee_id, null, 'training', 'training_fees', t.currency, t.cost_minor
      from training_records t
      left join employment_spells s on s.employee_id = t.employee_id and s.starts_on <= t.completed_on and (s.ends_on is null or s.ends_on > t.completed_on)
      where t.completed_on >= ${month.first} and t.completed_on < ${month.until} and t.cost_minor <> 0 and t.currency is not null
      union all
      select ${noUnitId}::uuid, null, a.id, 'customer_acquisition', 'account_acquisition', a.currency, a.acquisition_cost_minor
      from accounts a
      where a.acquired_on >= ${month.first} and a.acquired_on < ${month.until} and a.acquisition_cost_minor <> 0 and a.currency is not null),
    contract_pay as (
      select s.org_unit_id, s.employee_id, null::uuid as account_id, 'compensation' as category, 'contract_pay' as source, s.currency,
             s.annual_salary_minor * s.fte / 365.25
               * (least(coalesce(s.ends_on, ${month.until}::date), ${month.until}::date) - greatest(s.starts_on, ${month.first}::date)) as exact
      from employment_spells s
      where s.starts_on < ${month.until} and (s.ends_on is null or s.ends_on > ${month.first})
        and s.annual_salary_minor > 0 and s.currency is not null
        and not exists (select 1 from booked where booked.org_unit_id = s.org_unit_id and booked.category = 'compensation')),
    lines as (
      select org_unit_id, employee_id, account_id, category, source, currency, sum(exact) as exact, count(*)::int as entries
      from (select * from booked union all select * from contract_pay) each_entry
      group by 1, 2, 3, 4, 5, 6),
    -- Once for each currency: left to itself the planner looks a rate up for every line.
    rates as materialized (
      select used.currency, in_force.rate, in_force.rate_month,
             in_force.rate * 10::numeric ^ (coalesce(ours.digits, 2) - coalesce(theirs.digits, 2)) as factor
      from (select distinct currency from lines) used
      cross join reporting
      left join digits theirs on theirs.currency = used.currency
      left join digits ours on ours.currency = reporting.currency
      left join lateral (
        select 1::numeric as rate, ${month.first}::date as rate_month where used.currency = reporting.currency
        union all
        (select r.rate_to_reporting, r.month from exchange_rates r
         where r.currency = used.currency and used.currency <> reporting.currency
         order by r.month <= ${month.first} desc, abs(r.month - ${month.first}::date) limit 1)) in_force on true),
    converted as (
      select lines.*, rates.rate, rates.rate_month, floor(lines.exact * rates.factor) as whole,
             lines.exact * rates.factor - floor(lines.exact * rates.factor) as remainder,
             round(sum(lines.exact) over same * rates.factor) - sum(floor(lines.exact * rates.factor)) over same as left_over
      from lines join rates on rates.currency = lines.currency
      window same as (partition by lines.category, lines.source, lines.currency))
    select row_number() over ()::int as id, org_unit_id, employee_id, account_id, category, source, currency, entries, exact, rate, rate_month,
           (whole + case when row_number() over (
               partition by category, source, currency
               order by remainder desc, org_unit_id, employee_id, account_id) <= left_over then 1 else 0 end)::bigint as amount_minor
    from converted`;
}

/** Where no spell covers the day: the unit of the last before it, or else of the first. */
function nearestUnit(tx: SqlTransaction, employeeId: unknown, day: unknown) {
  return tx`
    select s.org_unit_id from employment_spells s where s.employee_id = ${employeeId as never}
    order by s.starts_on <= ${day as never} desc, abs(s.starts_on - ${day as never}) limit 1`;
}
