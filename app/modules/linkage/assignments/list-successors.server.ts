// Question: who could take accounts over, and how much do they carry now?
import { sql } from "~/db/sql.server";
import { employeesInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

export interface Successor {
  readonly id: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly unitName: string | null;
  readonly isSameUnit: boolean;
  readonly fte: number;
  readonly accountsOwned: number;
  readonly accountsServed: number;
}

interface Near {
  /** Units of the people who hand over. */
  readonly unitIds: readonly string[];
  readonly jobTitles: readonly string[];
  /** Numbers typed by the user, to bring in somebody from elsewhere. */
  readonly numbers: readonly string[];
  readonly withoutId: string | null;
}

/** Colleagues of the same unit first, then the same job elsewhere, least loaded first; only people who work here now. */
export async function listSuccessors(scope: Scope<"assignments.write">, near: Near): Promise<Successor[]> {
  const run = sql();
  return run<Successor[]>`
    select e.employee_id as id, e.employee_number, e.name, e.job_title, e.org_unit_name as unit_name,
           e.org_unit_id = any(${[...near.unitIds]}::uuid[]) as is_same_unit, coalesce(e.fte, 1)::float8 as fte,
           e.accounts_owned, e.accounts_served
    from employee_summaries e
    where e.status = 'active' and e.employee_id is distinct from ${near.withoutId}::uuid and ${employeesInScope(run, scope)}
      and (e.job_title = any(${[...near.jobTitles]}::text[]) or e.employee_number = any(${[...near.numbers]}::text[])
           or (e.org_unit_id = any(${[...near.unitIds]}::uuid[]) and e.accounts_served > 0))
    order by e.employee_number = any(${[...near.numbers]}::text[]) desc, is_same_unit desc,
             e.accounts_owned / greatest(coalesce(e.fte, 1), 0.1), e.name, e.employee_id
    limit 60`;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly jobTitle: string | null;
  readonly unitId: string | null;
}

/** The people whose accounts are handed over, in scope. */
export async function listHolders(
  scope: Scope<"assignments.write">,
  employeeIds: readonly string[],
): Promise<Holder[]> {
  const run = sql();
  return run<Holder[]>`
    select e.id, e.name, e.employee_number, s.job_title, s.org_unit_id as unit_id
    from employees e left join lateral (
      select job_title, org_unit_id from employment_spells where employee_id = e.id order by starts_on desc limit 1) s on true
    where e.id = any(${[...employeeIds]}::uuid[]) and ${scope.all ? run`true` : run`s.org_unit_id = any(${[...scope.unitIds]}::uuid[])`}`;
}
