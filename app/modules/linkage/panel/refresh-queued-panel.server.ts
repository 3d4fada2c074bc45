import type { SqlTransaction } from "~/db/sql.server";
import type { ChangedEmployee } from "./refresh-employee-months";
import {
  refreshOutcomes,
  refreshPanelAccounts,
  refreshPanelEmployees,
  refreshPanelServedBy,
} from "./refresh-panel.server";

interface Queued {
  readonly accounts: readonly string[];
  readonly employees: readonly string[];
  /** Accounts whose assignments changed. */
  readonly ownership: readonly string[];
}

/** So many accounts at once, so that a refresh that reaches far keeps its memory small. */
const portion = 10_000;

/**
 * Brings the panel up to date with these accounts and people: people first, since the months of accounts are averages over
 * theirs. An account whose assignments changed is made anew; of one that only has other facts, the outcomes are put right;
 * of all others, the months are made anew in which somebody who served them has changed.
 */
export async function refreshQueuedPanel(
  tx: SqlTransaction,
  { accounts, employees, ownership }: Queued,
  asOf: string,
): Promise<void> {
  const owners = await listOwnersWithOtherWork(tx, accounts, ownership, asOf);
  const refreshed = new Set([...employees, ...owners]);
  const people = [...refreshed];
  const changed = await refreshEmployees(tx, people, asOf);
  const rehired = await listAccountsOfRehired(tx, people, changed);
  const coOwners = (await listOwnersOf(tx, rehired)).filter((id) => !refreshed.has(id));
  changed.push(...(await refreshEmployees(tx, coOwners, asOf)));
  const whole = new Set([...ownership, ...rehired]);
  const rest = accounts.filter((id) => !whole.has(id));
  if (rest.length > 0) for (const id of await refreshOutcomes(tx, rest, asOf)) whole.add(id);
  await inPortions([...whole], (ids) => refreshPanelAccounts(tx, ids, asOf));
  const served = (await listAccountsServedBy(tx, changed)).filter((id) => !whole.has(id));
  await inPortions(served, (ids) => refreshPanelServedBy(tx, changed, ids, asOf));
}

async function refreshEmployees(
  tx: SqlTransaction,
  ids: readonly string[],
  asOf: string,
): Promise<ChangedEmployee[]> {
  return ids.length > 0 ? refreshPanelEmployees(tx, ids, asOf) : [];
}

async function listOwnersOf(tx: SqlTransaction, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await tx<{ employeeId: string }[]>`
    select distinct employee_id from assignments where role = 'owner' and account_id = any(${[...accountIds]}::uuid[])`;
  return rows.map((row) => row.employeeId);
}

/** Owners beside whom somebody else owns now, or no longer; and owners of an account that stops or resumes being a customer. */
async function listOwnersWithOtherWork(
  tx: SqlTransaction,
  accountIds: readonly string[],
  ownershipOf: readonly string[],
  asOf: string,
): Promise<string[]> {
  const shared = await listOwnersOf(tx, ownershipOf);
  if (accountIds.length === 0) return shared;
  const rows = await tx<{ employeeId: string }[]>`
    select distinct s.employee_id
    from accounts a
    join assignments s on s.account_id = a.id and s.role = 'owner'
    where a.id = any(${[...accountIds]}::uuid[])
      and date_trunc('month', least(${asOf}::date, a.churned_on - 1, a.archived_at::date - 1)::timestamp)::date
        is distinct from (select p.month from panel_months p where p.account_id = a.id order by p.month desc limit 1)`;
  return [...shared, ...rows.map((row) => row.employeeId)];
}

/**
 * For whom hiring or leaving moved, every assignment counts for other days, and handovers may have another cause. So too,
 * possibly, for people who have no month in the panel at all.
 */
async function listAccountsOfRehired(
  tx: SqlTransaction,
  employeeIds: readonly string[],
  changed: readonly ChangedEmployee[],
): Promise<string[]> {
  const moved = changed.filter((row) => row.isEmploymentChanged).map((row) => row.employeeId);
  if (employeeIds.length === 0 && moved.length === 0) return [];
  const rows = await tx<{ accountId: string }[]>`
    select distinct account_id from assignments
    where employee_id = any(${moved}::uuid[])
       or employee_id in (select id from unnest(${[...employeeIds]}::uuid[]) id
                          where not exists (select 1 from employee_months m where m.employee_id = id))`;
  return rows.map((row) => row.accountId);
}

async function listAccountsServedBy(
  tx: SqlTransaction,
  changed: readonly ChangedEmployee[],
): Promise<string[]> {
  if (changed.length === 0) return [];
  const rows = await tx<{ accountId: string }[]>`
    select distinct a.account_id
    from unnest(${changed.map((row) => row.employeeId)}::uuid[], ${changed.map((row) => row.firstMonth)}::date[],
                ${changed.map((row) => row.lastMonth)}::date[]) as changed (employee_id, first_month, last_month)
    join assignments a on a.employee_id = changed.employee_id
      and a.starts_on < changed.last_month + interval '1 month' and (a.ends_on is null or a.ends_on > changed.first_month)`;
  return rows.map((row) => row.accountId);
}

async function inPortions(
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += portion) await work(ids.slice(start, start + portion));
}
