// Question: does every month of the ledger add up, and where did it go?
import { sql } from "~/db/sql.server";
import type { Month } from "~/kernel/calendar";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { minimumGroupSize } from "~/modules/access/suppression";

export interface CostMonth {
  readonly month: Month;
  readonly ruleVersion: number;
  readonly ledgerMinor: number;
  readonly accountsMinor: number;
  readonly unusedMinor: number;
  readonly overheadMinor: number;
  readonly computedAt: Date;
}

/** The latest first; null where the company employs too few people for a sum of pay to be shown to this reader. */
export async function readCostMonths(scope: Scope<"roi.read">, limit: number): Promise<CostMonth[] | null> {
  const run = sql();
  if (!can(scope.roles, "pay.read")) {
    const [staff] = await run<{ people: number }[]>`
      select count(*)::int as people from employees where left_on is null or left_on > current_date - interval '12 months'`;
    if ((staff?.people ?? 0) < minimumGroupSize) return null;
  }
  return run<CostMonth[]>`
    select m.month, m.rule_version, m.ledger_minor::float8 as ledger_minor, m.accounts_minor::float8 as accounts_minor,
           m.unused_minor::float8 as unused_minor, m.overhead_minor::float8 as overhead_minor, m.computed_at
    from allocation_months m order by m.month desc limit ${limit}`;
}

export interface CategorySplit {
  readonly category: string;
  readonly ledgerMinor: number;
  readonly accountsMinor: number;
  readonly unusedMinor: number;
  readonly overheadMinor: number;
}

export interface LedgerLine {
  readonly category: string;
  readonly source: "entries" | "training_fees" | "contract_pay" | "account_acquisition";
  readonly currency: string;
  readonly entries: number;
  readonly originalMinor: number;
  readonly rate: string | null;
  readonly rateMonth: Month | null;
  readonly amountMinor: number | null;
}

export interface UnitRest {
  readonly unitId: string;
  readonly unit: string | null;
  readonly unusedMinor: number;
  readonly unitCostMinor: number;
  readonly noAccountsMinor: number;
  readonly people: number;
}

/** One month in full: a category of a month may be one person's severance, so only who may see pay gets it. */
export async function readCostMonth(_scope: Scope<"pay.read">, month: Month) {
  const run = sql();
  const [categories, lines, units, [counts]] = await Promise.all([
    run<CategorySplit[]>`
      with ledger as (
        select category, sum(amount_minor)::float8 as minor from ledger_cost_months where month = ${month} group by category),
      -- Summed before it is turned, so that a month of 100,000 accounts is read once.
      sums as (
        select sum(acquisition_minor)::float8 as acquisition, sum(compensation_minor)::float8 as compensation, sum(retention_minor)::float8 as retention,
               sum(training_minor)::float8 as training, sum(turnover_minor)::float8 as turnover, sum(productivity_minor)::float8 as productivity,
               sum(morale_minor)::float8 as morale, sum(customer_acquisition_minor)::float8 as customer_acquisition
        from account_cost_months where month = ${month}),
      accounts as (
        select g.category, g.minor
        from sums
        cross join lateral (values ('acquisition', acquisition), ('compensation', compensation), ('retention', retention), ('training', training),
          ('turnover', turnover), ('productivity', productivity), ('morale', morale), ('customer_acquisition', customer_acquisition)) as g (category, minor)),
      rest as (
        select category::text, sum(amount_minor) filter (where reason = 'unused_capacity')::float8 as unused,
               sum(amount_minor) filter (where reason <> 'unused_capacity')::float8 as overhead
        from unallocated_cost_months where month = ${month} group by category)
      select l.category, coalesce(l.minor, 0) as ledger_minor, coalesce(a.minor, 0) as accounts_minor,
             coalesce(r.unused, 0) as unused_minor, coalesce(r.overhead, 0) as overhead_minor
      from ledger l left join accounts a using (category) left join rest r using (category) order by 2 desc`,
    run<LedgerLine[]>`
      select category, source, currency, entries, original_minor::float8 as original_minor, rate::text, rate_month, amount_minor::float8 as amount_minor
      from ledger_cost_months where month = ${month} order by amount_minor desc nulls first, category, source, currency`,
    run<UnitRest[]>`
      select u.org_unit_id as unit_id, o.name as unit,
             coalesce(sum(amount_minor) filter (where reason = 'unused_capacity'), 0)::float8 as unused_minor,
             coalesce(sum(amount_minor) filter (where reason = 'unit_cost'), 0)::float8 as unit_cost_minor,
             coalesce(sum(amount_minor) filter (where reason = 'no_accounts'), 0)::float8 as no_accounts_minor,
             max(u.people) as people
      from unallocated_cost_months u left join org_units o on o.id = u.org_unit_id
      where u.month = ${month} group by 1, 2 order by sum(amount_minor) desc`,
    run<{ accounts: number; standardTime: number }[]>`
      select count(*)::int as accounts, count(*) filter (where is_standard_time)::int as standard_time
      from account_cost_months where month = ${month}`,
  ]);
  return {
    month,
    categories,
    lines,
    units,
    accounts: counts?.accounts ?? 0,
    standardTime: counts?.standardTime ?? 0,
  };
}

export interface RateProblem {
  readonly currency: string;
  readonly month: Month;
  readonly originalMinor: number;
  /** The month whose rate stood in; null where the currency has none at all and the amount is left out. */
  readonly rateMonth: Month | null;
}

/** Months in which a currency of the ledger has no rate of its own: named, the latest first. */
export async function listRateProblems(_scope: Scope<"roi.read">, since: Month): Promise<RateProblem[]> {
  return sql()<RateProblem[]>`
    select currency, month, sum(original_minor)::float8 as original_minor, max(rate_month) as rate_month
    from ledger_cost_months where month >= ${since} and (rate is null or rate_month <> month)
    group by currency, month order by (max(rate) is null) desc, month desc, currency`;
}
