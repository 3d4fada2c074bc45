// Question: what part of its revenue does each segment take to serve, people who serve it counted?
import type { SqlRunner } from "~/db/sql.server";
import type { Month } from "~/kernel/calendar";

export interface SegmentCost {
  readonly segment: string;
  readonly revenue: number;
  /** Allocated cost without what winning customers cost. */
  readonly cost: number;
  /** Distinct people who served the segment in the months. */
  readonly people: number;
}

/** The months are those of the stored profits, which `refreshProfits` brings up to date before anything asks. */
export function readCostToServe(sql: SqlRunner, first: Month, last: Month): Promise<SegmentCost[]> {
  return sql<SegmentCost[]>`
    with money as (
      select a.segment, sum(p.revenue_minor)::float8 as revenue, sum(p.cost_to_serve_minor)::float8 as cost
      from account_profits p join accounts a on a.id = p.account_id group by a.segment),
    staff as (
      select a.segment, count(distinct s.employee_id)::int as people
      from assignments s join accounts a on a.id = s.account_id
      where s.starts_on < (${last}::date + interval '1 month') and (s.ends_on is null or s.ends_on > ${first}) group by a.segment)
    select coalesce(money.segment, '') as segment, money.revenue, money.cost, coalesce(staff.people, 0) as people
    from money left join staff on staff.segment is not distinct from money.segment`;
}
