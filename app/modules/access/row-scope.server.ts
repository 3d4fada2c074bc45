import type { SqlFragment, SqlRunner } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { isUuid } from "~/kernel/uuid";
import type { Scope } from "./scope";

/** Where-fragment over `account_summaries` (under the alias given): the accounts that the scope reaches. */
export function accountsInScope(sql: SqlRunner, scope: Scope, alias = "s"): SqlFragment {
  if (scope.all) return sql`true`;
  const summary = sql(alias);
  const byUnit = sql`${summary}.scope_unit_id = any(${[...scope.unitIds]}::uuid[])`;
  if (!scope.ownEmployeeId) return byUnit;
  // The company's day, which begins and ends at other hours than the server's.
  const today = sql`(now() at time zone coalesce((select time_zone from company_settings), 'UTC'))::date`;
  const own = sql`exists (
    select 1 from assignments own where own.account_id = ${summary}.account_id and own.employee_id = ${scope.ownEmployeeId}
      and own.starts_on <= ${today} and (own.ends_on is null or own.ends_on > ${today}))`;
  return scope.unitIds.length === 0 ? own : sql`(${byUnit} or ${own})`;
}

/** Where-fragment over `employee_summaries`: the people that the scope reaches. */
export function employeesInScope(sql: SqlRunner, scope: Scope, alias = "e"): SqlFragment {
  if (scope.all) return sql`true`;
  const summary = sql(alias);
  const byUnit = sql`${summary}.org_unit_id = any(${[...scope.unitIds]}::uuid[])`;
  if (!scope.ownEmployeeId) return byUnit;
  const own = sql`${summary}.employee_id = ${scope.ownEmployeeId}`;
  return scope.unitIds.length === 0 ? own : sql`(${byUnit} or ${own})`;
}

/** Where-fragment over a column that holds an org unit's id. */
export function unitsInScope(sql: SqlRunner, scope: Scope, column: string): SqlFragment {
  return scope.all ? sql`true` : sql`${sql(column)} = any(${[...scope.unitIds]}::uuid[])`;
}

/** What is unknown, malformed or out of scope is NOT FOUND alike. */
export async function requireAccountInScope(sql: SqlRunner, scope: Scope, accountId: string): Promise<void> {
  if (!isUuid(accountId)) throw new AppError("not_found", "No such account");
  const [row] = await sql`
    select 1 from account_summaries s where s.account_id = ${accountId} and ${accountsInScope(sql, scope)}`;
  if (!row) throw new AppError("not_found", "No such account");
}

/**
 * Looks at the ledger and not at the rollup, so that a person recorded a moment ago is found. A leaver belongs to the
 * unit of the last spell.
 */
export async function requireEmployeeInScope(
  sql: SqlRunner,
  scope: Scope,
  employeeId: string,
): Promise<void> {
  if (!isUuid(employeeId)) throw new AppError("not_found", "No such employee");
  const [row] = await sql<{ orgUnitId: string | null }[]>`
    select (select org_unit_id from employment_spells where employee_id = e.id order by starts_on desc limit 1)
    from employees e where e.id = ${employeeId}`;
  const isInReach =
    row &&
    (scope.all ||
      scope.ownEmployeeId === employeeId ||
      (row.orgUnitId && scope.unitIds.includes(row.orgUnitId)));
  if (!isInReach) throw new AppError("not_found", "No such employee");
}
