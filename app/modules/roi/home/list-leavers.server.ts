// Question: who left in the last six months or has given a date, and which revenue was or is in their hands?
import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate, monthOf } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";

export interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly unitName: string | null;
  readonly leftOn: CalendarDate;
  readonly reason: "voluntary" | "involuntary" | "retirement" | "end_of_contract" | "other" | null;
  readonly isRegretted: boolean | null;
  /** Accounts the person managed on the last day, whether somebody took them since or not. */
  readonly accountsExposed: number;
  readonly revenueExposedMinor: number;
  /** Of these, accounts still without an account manager or still in the leaver's name. */
  readonly accountsWaiting: number;
}

export async function listLeavers(_scope: Scope<"home.hr">, today: CalendarDate): Promise<Leaver[]> {
  return sql()<Leaver[]>`
    select e.id, e.name, m.job_title, m.org_unit_name as unit_name, e.left_on, e.leave_reason as reason, e.regretted as is_regretted,
           count(s.account_id)::int as accounts_exposed, coalesce(sum(s.revenue_12m_minor), 0)::float8 as revenue_exposed_minor,
           (count(s.account_id) filter (where s.status = 'customer' and (s.owner_id is null or s.owner_id = e.id)))::int as accounts_waiting
    from employees e
    left join employee_summaries m on m.employee_id = e.id
    left join lateral (
      select distinct a.account_id from assignments a
      where a.employee_id = e.id and a.role = 'owner' and a.starts_on < e.left_on and (a.ends_on is null or a.ends_on >= e.left_on)) held on true
    left join account_summaries s on s.account_id = held.account_id
    where e.left_on >= ${addMonths(monthOf(today), -6)}
    group by e.id, m.job_title, m.org_unit_name
    order by accounts_waiting desc, revenue_exposed_minor desc, e.left_on desc, e.id limit 15`;
}
