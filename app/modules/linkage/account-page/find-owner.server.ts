import { sql } from "~/db/sql.server";
import { type CalendarDate, wholeMonthsBetween } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { refuseFields } from "~/modules/customers/refuse-fields";

export interface OwnerCandidate {
  readonly id: string;
  readonly name: string;
  readonly hiredOn: CalendarDate;
  readonly unitId: string;
  readonly monthsEmployed: number;
  readonly workloadZ: number | null;
}

interface Row extends Omit<OwnerCandidate, "monthsEmployed"> {
  isByNumber: boolean;
}

/** Who may own a new account: an employee of today, by number or full name, in the reach of the one who creates it. */
export async function findOwner(
  scope: Scope<"customers.write">,
  typed: string,
  today: CalendarDate,
): Promise<OwnerCandidate> {
  const rows = await sql()<Row[]>`
    with meant as (
      select id from employees where employee_number = ${typed}
      union select employee_id from employee_summaries where name = ${typed})
    select e.id, e.name, e.hired_on, s.org_unit_id as unit_id, e.employee_number = ${typed} as is_by_number,
           w.workload_z::float8 as workload_z
    from meant
    join employees e on e.id = meant.id and e.archived_at is null
    cross join lateral (
      select org_unit_id from employment_spells
      where employee_id = e.id and starts_on <= ${today} and (ends_on is null or ends_on > ${today}) limit 1) s
    left join employee_summaries w on w.employee_id = e.id
    where ${scope.all} or e.id = ${scope.ownEmployeeId}::uuid or s.org_unit_id = any(${[...scope.unitIds]}::uuid[])
    limit 5`;
  const found = rows.find((row) => row.isByNumber) ?? (rows.length === 1 ? rows[0] : undefined);
  if (!found) {
    const key = rows.length > 1 ? "severalOwners" : "unknownOwner";
    throw refuseFields({ ownerNumber: { key, params: { number: typed } } });
  }
  const { isByNumber: _, ...owner } = found;
  return { ...owner, monthsEmployed: wholeMonthsBetween(owner.hiredOn, today) };
}
