// Question: what does each account bear of a month's ledger, and what reaches none?
import type { SqlTransaction } from "~/db/sql.server";
import type { AllocatedMonth } from "./gather-ledger-lines.server";

/** Cost columns of account_cost_months, as categories of the ledger. */
export const costGroups = [
  "acquisition",
  "compensation",
  "retention",
  "training",
  "turnover",
  "productivity",
  "morale",
  "customer_acquisition",
] as const;
export type CostGroup = (typeof costGroups)[number];

/**
 * Fills the temporary table `spread` from `ledger_lines` and `account_time`: every line is divided by time over accounts and
 * unused capacity in whole minor units, and what rounding leaves goes to the largest remainders, so that parts are their
 * line to the cent. A line without anybody's time on accounts is overhead. Credits are divided like costs. What no account bears has
 * its reason.
 */
export async function spreadLines(tx: SqlTransaction): Promise<void> {
  await tx`
    create temp table spread on commit drop as
    with people as (
      select employee_id, sum(parts)::bigint as parts from account_time group by employee_id having count(account_id) > 0),
    due as (
      select min(l.id) as id, l.org_unit_id, l.employee_id, l.category, sum(l.amount_minor)::bigint as amount_minor, p.parts as all_parts
      from ledger_lines l join people p on p.employee_id = l.employee_id
      group by l.org_unit_id, l.employee_id, l.category, p.parts
      having sum(l.amount_minor) <> 0),
    divided as (
      select d.id, d.org_unit_id, d.employee_id, d.category, d.amount_minor, d.all_parts, t.account_id, t.parts, t.is_standard_time,
             -- The remainder of a floor division, never negative.
             (d.amount_minor * t.parts % d.all_parts + d.all_parts) % d.all_parts as remainder
      from due d join account_time t on t.employee_id = d.employee_id),
    floored as (
      select *, (amount_minor * parts - remainder) / all_parts as whole from divided)
    select org_unit_id, employee_id, account_id, category, is_standard_time,
           whole + case when row_number() over line <= amount_minor - (sum(whole) over line)::bigint then 1 else 0 end as amount_minor,
           case when account_id is null then 'unused_capacity' end as reason
    from floored
    -- A line is one person's: named first, each person's lines are put in order by themselves and not 300,000 parts together.
    -- Over the whole of the line, so that one pass both counts and sums.
    window line as (partition by employee_id, id order by remainder desc, parts desc, account_id
                    rows between unbounded preceding and unbounded following)
    union all
    select l.org_unit_id, l.employee_id, l.account_id, l.category, false, l.amount_minor,
           case when l.account_id is not null then null when l.employee_id is null then 'unit_cost' else 'no_accounts' end
    from ledger_lines l
    where l.amount_minor <> 0 and not exists (select 1 from people p where p.employee_id = l.employee_id)`;
}

/** Replaces what is stored of the month. The database refuses it unless the parts are the ledger. */
export async function storeMonth(
  tx: SqlTransaction,
  month: AllocatedMonth,
  rule: { readonly version: number; readonly asOf: string },
): Promise<void> {
  await storeAccountCosts(tx, month, rule.version);
  await tx`delete from unallocated_cost_months where month = ${month.first}`;
  await tx`
    insert into unallocated_cost_months (month, org_unit_id, reason, category, amount_minor, people)
    select ${month.first}, org_unit_id, reason, category::cost_category, sum(amount_minor), count(distinct employee_id)
    from spread where reason is not null group by org_unit_id, reason, category`;
  await tx`delete from ledger_cost_months where month = ${month.first}`;
  await tx`
    insert into ledger_cost_months (month, category, source, currency, entries, original_minor, rate, rate_month, amount_minor)
    select ${month.first}, category, source, currency, sum(entries), round(sum(exact)), rate, rate_month, sum(amount_minor)
    from ledger_lines group by category, source, currency, rate, rate_month`;
  await tx`
    insert into allocation_months (month, rule_version, as_of, ledger_minor, accounts_minor, unused_minor, overhead_minor, computed_at)
    select ${month.first}, ${rule.version}, ${rule.asOf},
           coalesce((select sum(amount_minor) from ledger_cost_months where month = ${month.first}), 0),
           coalesce((select sum(acquisition_minor + compensation_minor + retention_minor + training_minor + turnover_minor
                                + productivity_minor + morale_minor + customer_acquisition_minor)
                     from account_cost_months where month = ${month.first}), 0),
           coalesce(sum(amount_minor) filter (where reason = 'unused_capacity'), 0),
           coalesce(sum(amount_minor) filter (where reason <> 'unused_capacity'), 0), now()
    from unallocated_cost_months where month = ${month.first}
    on conflict (month) do update set rule_version = excluded.rule_version, as_of = excluded.as_of, ledger_minor = excluded.ledger_minor,
      accounts_minor = excluded.accounts_minor, unused_minor = excluded.unused_minor, overhead_minor = excluded.overhead_minor,
      computed_at = excluded.computed_at`;
}

/** Writes what differs from what is stored: a change of one entry moves the cost of a few accounts and not of all. */
async function storeAccountCosts(
  tx: SqlTransaction,
  month: AllocatedMonth,
  ruleVersion: number,
): Promise<void> {
  const amountOf = (group: CostGroup) =>
    tx`coalesce(sum(amount_minor) filter (where category = ${group})::bigint, 0)`;
  await tx`
    create temp table changed_costs on commit drop as
    with costs as (
      select account_id, ${amountOf("acquisition")} as acquisition_minor, ${amountOf("compensation")} as compensation_minor,
             ${amountOf("retention")} as retention_minor, ${amountOf("training")} as training_minor, ${amountOf("turnover")} as turnover_minor,
             ${amountOf("productivity")} as productivity_minor, ${amountOf("morale")} as morale_minor,
             ${amountOf("customer_acquisition")} as customer_acquisition_minor, bool_or(is_standard_time) as is_standard_time
      from spread where account_id is not null group by account_id),
    times as (
      select account_id, sum(minutes)::real as minutes from account_time group by account_id),
    computed as (
      select ${month.first}::date as month, account_id, ${ruleVersion}::int as rule_version, acquisition_minor, compensation_minor, retention_minor,
             training_minor, turnover_minor, productivity_minor, morale_minor, customer_acquisition_minor,
             coalesce(minutes, 0) as minutes, is_standard_time
      from costs left join times using (account_id))
    select coalesce(stored.account_id, computed.account_id) as changed_id, computed.*
    from computed full join (select * from account_cost_months where month = ${month.first}) stored on stored.account_id = computed.account_id
    where computed is distinct from stored`;
  await tx`
    delete from account_cost_months m using changed_costs c where m.month = ${month.first} and m.account_id = c.changed_id`;
  await tx`
    insert into account_cost_months (month, account_id, rule_version, acquisition_minor, compensation_minor, retention_minor, training_minor,
      turnover_minor, productivity_minor, morale_minor, customer_acquisition_minor, minutes, is_standard_time)
    select month, account_id, rule_version, acquisition_minor, compensation_minor, retention_minor, training_minor,
      turnover_minor, productivity_minor, morale_minor, customer_acquisition_minor, minutes, is_standard_time
    from changed_costs where account_id is not null
    -- In the order of the key, so that a month's rows and their index lie together.
    order by account_id`;
}
