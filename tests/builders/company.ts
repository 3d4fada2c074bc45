/** Builders of small, explicit companies for tests: give what matters, the rest is filled with plausible values. */
import { v7 as uuidv7 } from "uuid";
import { sql } from "~/db/sql.server";
import { addDays, type CalendarDate, todayIn } from "~/kernel/calendar";
import type { Capability } from "~/modules/access/capabilities";
import { scopeOf } from "~/modules/access/require-scope.server";
import type { Role } from "~/modules/access/roles";
import type { Scope } from "~/modules/access/scope";

let counter = 0;
const next = () => String(++counter).padStart(4, "0");

const companyTimeZone = "Europe/Berlin";
/** Of the company that `buildCompany` makes; the server's clock may be on another day. */
export const companyDay = (): CalendarDate => todayIn(companyTimeZone);
export const daysAgo = (count: number): CalendarDate => addDays(companyDay(), -count);

export async function buildCompany({ currency = "EUR", timeZone = companyTimeZone } = {}): Promise<void> {
  await sql()`insert into company_settings (id, name, reporting_currency, time_zone)
              values (1, 'Test company', ${currency}, ${timeZone}) on conflict (id) do nothing`;
}

export async function buildUnit({ name = "", parentId = null as string | null } = {}): Promise<string> {
  const id = uuidv7();
  const code = `U-${next()}`;
  await sql()`insert into org_units (id, code, name, parent_id) values (${id}, ${code}, ${name || code}, ${parentId})`;
  return id;
}

interface EmployeeParts {
  unitId: string;
  name?: string;
  number?: string;
  hiredOn?: string;
  leftOn?: string | null;
  jobTitle?: string;
  managerId?: string | null;
  fte?: number;
  annualSalaryMinor?: bigint | null;
}

/** One employee with one spell over the whole employment. */
export async function buildEmployee(parts: EmployeeParts): Promise<string> {
  const id = uuidv7();
  const number = parts.number ?? `E-${next()}`;
  const hiredOn = parts.hiredOn ?? "2024-01-01";
  const leftOn = parts.leftOn ?? null;
  const salary = parts.annualSalaryMinor ?? null;
  await sql()`insert into employees (id, employee_number, name, hired_on, left_on)
              values (${id}, ${number}, ${parts.name ?? `Person ${number}`}, ${hiredOn}, ${leftOn})`;
  await sql()`
    insert into employment_spells (id, employee_id, starts_on, ends_on, org_unit_id, job_title, manager_id, fte, annual_salary_minor, currency)
    values (${uuidv7()}, ${id}, ${hiredOn}, ${leftOn}, ${parts.unitId}, ${parts.jobTitle ?? "Account manager"},
            ${parts.managerId ?? null}, ${parts.fte ?? 1}, ${salary === null ? null : salary.toString()}::bigint, ${salary === null ? null : "EUR"})`;
  return id;
}

export async function buildAccount({
  name = "",
  number = "",
  acquiredOn = "2023-01-01",
  churnedOn = null as string | null,
} = {}): Promise<string> {
  const id = uuidv7();
  const accountNumber = number || `A-${next()}`;
  await sql()`insert into accounts (id, account_number, name, acquired_on, churned_on)
              values (${id}, ${accountNumber}, ${name || `Account ${accountNumber}`}, ${acquiredOn}, ${churnedOn})`;
  return id;
}

interface AssignmentParts {
  accountId: string;
  employeeId: string;
  role?: "owner" | "sales" | "service" | "support" | "specialist";
  share?: number;
  startsOn?: string;
  endsOn?: string | null;
  endCause?: "departure" | "planned" | "account_request" | "reorganisation" | null;
}

export async function buildAssignment(parts: AssignmentParts): Promise<string> {
  const id = uuidv7();
  await sql()`insert into assignments (account_id, id, employee_id, role, share, starts_on, ends_on, end_cause)
              values (${parts.accountId}, ${id}, ${parts.employeeId}, ${parts.role ?? "owner"}, ${parts.share ?? 0.5},
                      ${parts.startsOn ?? "2024-01-01"}, ${parts.endsOn ?? null}, ${parts.endCause ?? null})`;
  return id;
}

interface ScopeParts {
  roles: readonly Role[];
  /** Ids of the whole subtree, the root first. */
  unitIds?: readonly string[];
  employeeId?: string | null;
}

/** A scope as a signed-in user with these roles would hold; it throws NOT FOUND where they have no grant, as in the application. */
export function buildScope<C extends Capability>(
  capability: C,
  { roles, unitIds = [], employeeId = null }: ScopeParts,
): Scope<C> {
  return scopeOf(
    {
      id: uuidv7(),
      name: "Test user",
      email: "test@example.com",
      roles,
      employeeId,
      orgUnitName: null,
      unitIds,
    },
    capability,
  );
}
