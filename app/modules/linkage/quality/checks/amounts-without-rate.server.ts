// Question: which amounts are in a currency without any exchange rate, and therefore in no sum?
import { unitsInScope } from "~/modules/access/row-scope.server";
import type { FindingsQuery } from "../findings-query.server";

/** One row a ledger and currency. Costs, fees and pay are read for those alone who may see them. */
export const amountsWithoutRate: FindingsQuery = (db, { scope, mayReadPay, isByUnit }) => {
  // A sum over the reader's units belongs to all of them: any one of theirs stands for it.
  const unitId = isByUnit ? db`s.scope_unit_id` : db`${scope.all ? null : (scope.unitIds[0] ?? null)}::uuid`;
  return db`
    with known as (
      select currency from exchange_rates union select reporting_currency from company_settings
      union select 'EUR' where not exists (select 1 from company_settings)),
    amounts as (
      select 'revenue' as ledger, ${unitId} as unit_id, r.currency, sum(r.amount_minor)::bigint as minor,
             count(*)::int as entries, max(r.booked_on) as day
      from revenue_entries r join account_summaries s on s.account_id = r.account_id
      where r.currency not in (select currency from known) and ${unitsInScope(db, scope, "s.scope_unit_id")}
      group by 2, 3
      ${
        mayReadPay
          ? db`
      union all
      select 'costs', null, currency, sum(amount_minor)::bigint, count(*)::int, max(incurred_on) from cost_entries
      where currency not in (select currency from known) group by currency
      union all
      select 'fees', null, currency, sum(cost_minor)::bigint, count(*)::int, max(completed_on) from training_records
      where cost_minor is not null and currency not in (select currency from known) group by currency
      union all
      select 'pay', null, currency, sum(annual_salary_minor)::bigint, count(*)::int, max(starts_on) from employment_spells
      where annual_salary_minor is not null and currency not in (select currency from known) group by currency`
          : db``
      })
    select md5(ledger || currency || coalesce(unit_id::text, ''))::uuid as id, unit_id, null::uuid as account_id,
           null as account_name, null::uuid as employee_id, null as employee_name, ledger as detail, day, null::date as against,
           minor as amount_minor, currency::text as currency, entries
    from amounts`;
};
