// Question: what is on record of every account for the lifetime models?
import type { SqlRunner } from "~/db/sql.server";
import { addMonths, type CalendarDate, type Month } from "~/kernel/calendar";
import type { AccountHistory } from "./account-history";

/**
 * Complete months only. `yearBefore` is the first month after the twelve whose margin counts; a lost account counts the
 * twelve before its loss.
 */
export function readAccountHistories(sql: SqlRunner, yearBefore: Month): Promise<AccountHistory[]> {
  return sql<AccountHistory[]>`
    select a.id as account_id, coalesce(a.segment, '') as segment, a.acquired_on, a.churned_on,
           coalesce(m.revenue, 0) as revenue, coalesce(m.recurring, 0) as recurring, coalesce(m.cost_of_goods, 0) as cost_of_goods,
           coalesce(m.purchase_months, 0) as purchase_months, m.first_purchase, m.last_purchase, coalesce(m.purchase_value, 0) as purchase_value,
           coalesce(m.year_months, 0) as year_months, coalesce(m.year_revenue, 0) as year_revenue,
           coalesce(m.year_margin, 0) as year_margin, coalesce(m.year_margin_squares, 0) as year_margin_squares
    from accounts a
    left join (
      select m.account_id, sum(m.revenue_minor)::float8 as revenue, sum(m.recurring_minor)::float8 as recurring,
             sum(m.cost_of_goods_minor)::float8 as cost_of_goods,
             count(*) filter (where m.revenue_minor > 0)::int as purchase_months,
             min(m.month) filter (where m.revenue_minor > 0) as first_purchase,
             max(m.month) filter (where m.revenue_minor > 0) as last_purchase,
             sum(m.revenue_minor) filter (where m.revenue_minor > 0)::float8 as purchase_value,
             count(*) filter (where counts)::int as year_months,
             sum(m.revenue_minor) filter (where counts)::float8 as year_revenue,
             sum(margin) filter (where counts) as year_margin,
             sum(margin * margin) filter (where counts) as year_margin_squares
      from account_months m
      join accounts a on a.id = m.account_id
      cross join lateral (
        select (m.revenue_minor - m.cost_of_goods_minor)::float8 as margin,
               -- The plain comparison first: it settles most of the millions of months.
               case when a.churned_on is null or a.churned_on >= ${yearBefore} then m.month >= ${addMonths(yearBefore, -12)}
                    else m.month < date_trunc('month', a.churned_on::timestamp)
                         and m.month >= date_trunc('month', a.churned_on::timestamp) - interval '12 months' end
                 and m.month >= date_trunc('month', a.acquired_on::timestamp) as counts) each_month
      where m.month < ${yearBefore}
      group by m.account_id) m on m.account_id = a.id
    where a.archived_at is null or a.churned_on is not null`;
}

/** The first month of which revenue is on record: contracts lost before it are unknown. */
export async function readObservedFrom(sql: SqlRunner): Promise<CalendarDate | null> {
  const [row] = await sql<{ first: CalendarDate | null }[]>`
    select date_trunc('month', min(booked_on)::timestamp)::date as first from revenue_entries`;
  return row?.first ?? null;
}
