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

export function readCostToServe(sql: SqlRunner, first: Month, last: Month): Promise<SegmentCost[]> {
  return sql<SegmentCost[]>`
    with money as (
      select a.segment, sum(m.revenue_minor)::float8 as revenue
      from account_months m join accounts a on a.id = m.account_id
      where m.month between ${first} and ${last} group by a.segment),
    served as (
      select a.segment, sum(c.acquisition_minor + c.compensation_minor + c.retention_minor + c.training_minor + c.turnover_minor
                            + c.productivity_minor + c.morale_minor)::float8 as cost
      from account_cost_months c join accounts a on a.id = c.account_id
      where c.month between ${first} and ${last} group by a.segment),
    staff as (
      select a.segment, count(distinct s.employee_id)::int as people
      from assignments s join accounts a on a.id = s.account_id
      where s.starts_on < (${last}::date + interval '1 month') and (s.ends_on is null or s.ends_on > ${first}) group by a.segment)
    select coalesce(money.segment, '') as segment, money.revenue, coalesce(served.cost, 0) as cost, coalesce(staff.people, 0) as people
    from money
    left join served on served.segment is not distinct from money.segment
    left join staff on staff.segment is not distinct from money.segment`;
}
