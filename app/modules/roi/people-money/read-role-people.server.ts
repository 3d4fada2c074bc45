// Question: what is each person of a role paid, and what margin did the accounts bring that they owned in the window?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { monthlyRates } from "~/modules/linkage/panel/monthly-rates";
import type { Window } from "../home/window";

/** One person: never leaves the server; only summed up by role. */
export interface RolePerson {
  readonly role: string;
  readonly payMinor: number | null;
  /** A month employed; null for people who owned no account. */
  readonly contributionMinor: number | null;
}

export async function readRolePeople(asOf: CalendarDate, { first, last }: Window): Promise<RolePerson[]> {
  return sql().unsafe<RolePerson[]>(
    `with ${monthlyRates},
     margins as (
       select owner_id as employee_id, sum(revenue_minor - cost_of_goods_minor)::float8 / count(distinct month) as margin
       from account_months where month between $2::date and $3::date and owner_id is not null group by owner_id)
     select s.job_title as role, (s.annual_salary_minor * s.fte * rate.factor / 12)::float8 as pay_minor, m.margin as contribution_minor
     from company join employment_spells s on s.starts_on <= company.as_of and (s.ends_on is null or s.ends_on > company.as_of)
     left join monthly_rates rate on rate.currency = s.currency and rate.month = company.this_month
     left join margins m on m.employee_id = s.employee_id
     where s.job_title is not null`,
    [asOf, first, last],
  );
}

// Question: how many of a role were there and left, over three years?
export async function readRoleLeaving(
  asOf: CalendarDate,
): Promise<Map<string, { months: number; left: number }>> {
  const rows = await sql()<{ role: string; months: number; left: number }[]>`
    select s.job_title as role,
           sum(least(coalesce(s.ends_on, ${asOf}::date), ${asOf}::date) - greatest(s.starts_on, ${asOf}::date - 1096))::float8 / 30.4375 as months,
           count(*) filter (where e.left_on = s.ends_on and e.left_on > ${asOf}::date - 1096)::int as left
    from employment_spells s join employees e on e.id = s.employee_id
    where s.job_title is not null and s.starts_on < ${asOf}::date and coalesce(s.ends_on, ${asOf}::date) > ${asOf}::date - 1096
    group by s.job_title`;
  return new Map(rows.map(({ role, months, left }) => [role, { months, left }]));
}
