// Question: what did winning customers cost, and how many were won, month by month?
import type { SqlRunner } from "~/db/sql.server";
import { addMonths, type Month } from "~/kernel/calendar";
import type { MoneySettings } from "./money-settings";

export interface AcquisitionUnit {
  readonly id: string;
  readonly name: string;
  /** Over the months asked for. */
  readonly costMinor: number;
}

export interface Acquisition {
  /** Acquisition cost of the accounts won, as their records say. */
  readonly directMinor: number;
  /** Cost of sales and marketing units that reached no account, `salesCycleMonths` before. */
  readonly unitsMinor: number;
  readonly units: readonly AcquisitionUnit[];
  /** Who worked in those units: under five, their cost is a matter of pay. */
  readonly people: number;
  readonly won: number;
  /** Of the accounts won: those whose acquisition cost is known. */
  readonly withCost: number;
  /** Mean monthly revenue and margin of the accounts won, over their months so far. */
  readonly revenuePerMonthMinor: number | null;
  readonly marginPerMonthMinor: number | null;
}

export const namedLikeAcquisition = "(sales|marketing|mkt|vertrieb|销售|市场|营销)";

/**
 * Twelve months up to and with `last`. Cost of a unit that went to accounts is cost to serve and not counted again; of sales
 * and marketing units only the rest counts, salaries included.
 */
export async function readAcquisition(
  sql: SqlRunner,
  last: Month,
  { acquisitionUnitIds, salesCycleMonths }: MoneySettings,
): Promise<Acquisition> {
  const first = addMonths(last, -11);
  const chosen = [...acquisitionUnitIds];
  const units = await sql<AcquisitionUnit[]>`
    select o.id, o.name, coalesce(sum(u.amount_minor), 0)::float8 as cost_minor
    from org_units o
    left join unallocated_cost_months u on u.org_unit_id = o.id
      and u.month between ${addMonths(first, -salesCycleMonths)} and ${addMonths(last, -salesCycleMonths)}
      and u.reason <> 'unused_capacity'
    where ${chosen.length > 0 ? sql`o.id = any(${chosen}::uuid[])` : sql`(o.code ~* ${namedLikeAcquisition} or o.name ~* ${namedLikeAcquisition})`}
    group by o.id, o.name order by 3 desc, o.name`;
  const [staff] = await sql<{ people: number }[]>`
    select count(distinct employee_id)::int as people from employment_spells
    where org_unit_id = any(${units.map((unit) => unit.id)}::uuid[]) and starts_on < ${addMonths(last, 1)} and (ends_on is null or ends_on > ${first})`;
  const [won] = await sql<Omit<Acquisition, "units" | "unitsMinor" | "people">[]>`
    with won as (
      select id, acquired_on, acquisition_cost_minor is not null as has_cost from accounts
      where acquired_on >= ${first} and acquired_on < ${addMonths(last, 1)}),
    brought as (
      select sum(m.revenue_minor)::float8 as revenue, sum(m.revenue_minor - m.cost_of_goods_minor)::float8 as margin, count(*)::float8 as months
      from account_months m join won on won.id = m.account_id
      where m.month >= date_trunc('month', won.acquired_on::timestamp) and m.month <= ${last} and not m.is_lost)
    select (select count(*)::int from won) as won, (select count(*)::int from won where has_cost) as with_cost,
           coalesce((select sum(c.customer_acquisition_minor)::float8 from account_cost_months c
                     where c.month between ${first} and ${last} and c.customer_acquisition_minor <> 0), 0) as direct_minor,
           brought.revenue / nullif(brought.months, 0) as revenue_per_month_minor,
           brought.margin / nullif(brought.months, 0) as margin_per_month_minor
    from brought`;
  return {
    ...won!,
    units,
    people: staff?.people ?? 0,
    unitsMinor: units.reduce((sum, unit) => sum + unit.costMinor, 0),
  };
}

/** Mean acquisition cost of an account by segment over two years; `n` accounts behind it. */
export function readSegmentAcquisition(
  sql: SqlRunner,
  last: Month,
): Promise<{ segment: string; n: number; mean: number }[]> {
  return sql<{ segment: string; n: number; mean: number }[]>`
    select coalesce(a.segment, '') as segment, count(*)::int as n, avg(c.customer_acquisition_minor)::float8 as mean
    from account_cost_months c join accounts a on a.id = c.account_id
    where c.month > ${addMonths(last, -24)} and c.month <= ${last} and c.customer_acquisition_minor <> 0
    group by 1`;
}
