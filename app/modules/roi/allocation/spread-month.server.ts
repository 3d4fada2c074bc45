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
 * line to the cent. A line without anybody's time on accounts is overhead. Credits are divided like costs.
 */
export async function spreadLines(tx: SqlTransaction): Promise<void> {
  await tx`
    create temp table spread on commit drop as
    with capacity as (
      select employee_id, sum(parts)::bigint as parts from account_time group by employee_id
      having bool_or(account_id is not null)),
    due as (
      select min(l.id) as id, l.org_unit_id, l.employee_id, l.category, sum(l.amount_minor)::bigint as amount_minor, c.parts as capacity
      from ledger_lines l join capacity c on c.employee_id = l.employee_id
      group by l.org_unit_id, l.employee_id, l.category, c.parts
      having sum(l.amount_minor) <> 0),
    divided as (
      select d.id, d.org_unit_id, d.employee_id, d.category, t.account_id, t.parts, t.is_standard_time, d.amount_minor, d.capacity,
             -- The remainder of a floor division, never negative.
             (d.amount_minor * t.parts % d.capacity + d.capacity) % d.capacity as remainder
      from due d join account_time t on t.employee_id = d.employee_id),
    floored as (
      select *, (amount_minor * parts - remainder) / capacity as whole from divided)
    select org_unit_id, employee_id, account_id, category, parts, is_standard_time,
           case when account_id is null then 'unused_capacity' else 'account' end as receiver,
           whole + case when row_number() over by_remainder
                          <= amount_minor - sum(whole) over (partition by id) then 1 else 0 end as amount_minor
    from floored
    window by_remainder as (partition by id order by remainder desc, parts desc, account_id)
    union all
    select l.org_unit_id, l.employee_id, l.account_id, l.category, 0, false,
           case when l.account_id is not null then 'account' when l.employee_id is null then 'unit_cost' else 'no_accounts' end,
           l.amount_minor
    from ledger_lines l
    where l.amount_minor <> 0 and not exists (select 1 from capacity c where c.employee_id = l.employee_id)`;
}

/** Replaces what is stored of the month. The database refuses it unless the parts are the ledger. */
export async function storeMonth(
  tx: SqlTransaction,
  month: AllocatedMonth,
  rule: { readonly version: number; readonly asOf: string },
): Promise<void> {
  const amountOf = (group: CostGroup) =>
    tx`coalesce(sum(amount_minor) filter (where category = ${group}), 0)`;
  await tx`delete from account_cost_months where month = ${month.first}`;
  await tx`
    insert into account_cost_months (month, account_id, rule_version, acquisition_minor, compensation_minor, retention_minor, training_minor,
      turnover_minor, productivity_minor, morale_minor, customer_acquisition_minor, minutes, is_standard_time)
    select ${month.first}, s.account_id, ${rule.version}, ${amountOf("acquisition")}, ${amountOf("compensation")}, ${amountOf("retention")},
           ${amountOf("training")}, ${amountOf("turnover")}, ${amountOf("productivity")}, ${amountOf("morale")},
           ${amountOf("customer_acquisition")}, coalesce(max(t.minutes), 0), coalesce(bool_or(s.is_standard_time), false)
    from spread s
    left join (select account_id, sum(minutes) as minutes from account_time group by account_id) t on t.account_id = s.account_id
    where s.receiver = 'account' group by s.account_id
    -- In the order of the key, so that a month's rows and their index lie together.
    order by s.account_id`;
  await tx`delete from unallocated_cost_months where month = ${month.first}`;
  await tx`
    insert into unallocated_cost_months (month, org_unit_id, reason, category, amount_minor, people)
    select ${month.first}, org_unit_id, receiver, category::cost_category, sum(amount_minor), count(distinct employee_id)
    from spread where receiver <> 'account' group by org_unit_id, receiver, category`;
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
