import { runInSql } from "~/db/run-statement.server";
import type { Sql, SqlTransaction } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { countPanelWhenDue } from "./count-panel.server";
import { giveMemory, lockRollups } from "./lock-rollups.server";
import { noUnitId } from "./panel-scope";
import { isPanelUnbuilt } from "./panel-state.server";
import { forgetQueuedRollups, listQueuedRollups } from "./queued-rollups.server";
import { refreshAccountMonths } from "./refresh-account-months";
import { refreshAccountSummaries } from "./refresh-account-summaries";
import { refreshAllRollups } from "./refresh-all-rollups.server";
import { refreshEmployeeSummaries } from "./refresh-employee-summaries";
import { refreshQueuedPanel } from "./refresh-queued-panel.server";
import { refreshUnitCustomerMonths } from "./refresh-unit-customer-months";
import { refreshUnitPeopleMonths } from "./refresh-unit-people-months";

/**
 * So many rows are taken at once: a large import leaves in portions, yet few of them, since each sums up anew the units it
 * touches, which soon are all.
 */
const portion = 10_000;

/**
 * Takes what is queued and brings the rollups that depend on it up to date, in one transaction: an account's own rows,
 * its team's, and its unit's before and after; an employee's own row, the accounts they serve, and their units'; of the
 * panel, the months that they move.
 * Gives how many queue rows were done; 0 means that nothing is waiting.
 */
export async function drainRollups(sql: Sql): Promise<number> {
  await refreshForNewDay(sql);
  const { done, isBeginningMoved } = (await sql.begin((tx) => drainPortion(tx as SqlTransaction))) as Drained;
  if (isBeginningMoved) await refreshAllRollups(sql);
  if (done === 0) await countPanelWhenDue(sql);
  return done;
}

interface Drained {
  readonly done: number;
  /** A fact came before all others, or the first one went: the months of every account and person begin elsewhere. */
  readonly isBeginningMoved: boolean;
}

let lastDay = "";

/** Much depends on the date alone: who is new, what is overdue, which months count. Every day begins with a full refresh. */
async function refreshForNewDay(sql: Sql): Promise<void> {
  const { today } = await companyToday(sql);
  if (today === lastDay) return;
  const [row] = await sql`
    select exists (select 1 from account_summaries where as_of < ${today}::date)
        or exists (select 1 from employee_summaries where as_of < ${today}::date) as is_behind`;
  if (row?.["isBehind"] || (await isPanelUnbuilt(sql))) await refreshAllRollups(sql);
  lastDay = today;
}

async function drainPortion(tx: SqlTransaction): Promise<Drained> {
  await lockRollups(tx);
  const taken = await listQueuedRollups(tx, portion);
  if (taken.length === 0) return { done: 0, isBeginningMoved: false };
  await giveMemory(tx);
  const keysOf = (kind: string) => taken.filter((row) => row.kind === kind).map((row) => row.key);
  const { today } = await companyToday(tx);
  const queuedAccounts = keysOf("account");
  const queuedEmployees = keysOf("employee");
  const accounts = union(queuedAccounts, await listAccountsOf(tx, queuedEmployees));
  const employees = union(queuedEmployees, await listTeamOf(tx, queuedAccounts));
  const unitsBefore = await listUnitsOf(tx, accounts, queuedEmployees);
  const beginning = await findFirstMonth(tx);

  const accountsOfMonths = union(queuedAccounts, await listAccountsLeftBy(tx, queuedEmployees));
  if (accountsOfMonths.length > 0) await runInSql(tx, refreshAccountMonths(accountsOfMonths, today));
  if (employees.length > 0) await runInSql(tx, refreshEmployeeSummaries(employees, today));
  if (accounts.length > 0) await runInSql(tx, refreshAccountSummaries(accounts, today));
  const unitsAfter = await listUnitsOf(tx, accounts, queuedEmployees);
  const customerUnits = union(unitsBefore.customers, unitsAfter.customers, keysOf("unit"));
  const peopleUnits = union(unitsBefore.people, unitsAfter.people, keysOf("unit"));
  if (customerUnits.length > 0) await runInSql(tx, refreshUnitCustomerMonths(customerUnits, today));
  if (peopleUnits.length > 0) await runInSql(tx, refreshUnitPeopleMonths(peopleUnits, today));
  await refreshQueuedPanel(
    tx,
    { accounts: queuedAccounts, employees: queuedEmployees, ownership: keysOf("ownership") },
    today,
  );
  await forgetQueuedRollups(tx, taken);
  const isBeginningMoved = beginning !== null && beginning !== (await findFirstMonth(tx));
  return { done: taken.length, isBeginningMoved };
}

async function findFirstMonth(tx: SqlTransaction): Promise<string | null> {
  const [row] = await tx<{ month: string | null }[]>`select min(month) as month from unit_customer_months`;
  return row?.month ?? null;
}

/** An employee's name, unit, tenure and workload stand on the accounts that they own or were the last to own. */
async function listAccountsOf(tx: SqlTransaction, employeeIds: readonly string[]): Promise<string[]> {
  if (employeeIds.length === 0) return [];
  const rows = await tx<{ accountId: string }[]>`
    select distinct account_id from assignments where role = 'owner' and employee_id = any(${[...employeeIds]}::uuid[])`;
  return rows.map((row) => row.accountId);
}

/** Where no cause is recorded, a person's leaving date decides whether a handover was one after a departure. */
async function listAccountsLeftBy(tx: SqlTransaction, employeeIds: readonly string[]): Promise<string[]> {
  if (employeeIds.length === 0) return [];
  const rows = await tx<{ accountId: string }[]>`
    select distinct account_id from assignments
    where role = 'owner' and ends_on is not null and end_cause is null and employee_id = any(${[...employeeIds]}::uuid[])`;
  return rows.map((row) => row.accountId);
}

/** An account's outcomes count for everyone who serves it or did within the last year. */
async function listTeamOf(tx: SqlTransaction, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await tx<{ employeeId: string }[]>`
    select distinct employee_id from assignments where account_id = any(${[...accountIds]}::uuid[])
      and (ends_on is null or ends_on > current_date - interval '14 months')`;
  return rows.map((row) => row.employeeId);
}

async function listUnitsOf(
  tx: SqlTransaction,
  accountIds: readonly string[],
  employeeIds: readonly string[],
): Promise<{ customers: string[]; people: string[] }> {
  const customers = await tx<{ unitId: string }[]>`
    select distinct coalesce(scope_unit_id, ${noUnitId}::uuid) as unit_id from account_summaries
    where account_id = any(${[...accountIds]}::uuid[])`;
  const people = await tx<{ unitId: string }[]>`
    select distinct org_unit_id as unit_id from employment_spells where employee_id = any(${[...employeeIds]}::uuid[])`;
  return { customers: customers.map((row) => row.unitId), people: people.map((row) => row.unitId) };
}

function union(...lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}
