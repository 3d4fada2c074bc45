import { runInSql } from "~/db/run-statement.server";
import type { Sql, SqlRunner, SqlTransaction } from "~/db/sql.server";
import type { Statement } from "~/db/statement";
import { companyToday } from "~/modules/access/company.server";
import { countPanel } from "./count-panel.server";
import { giveMemory, lockRollups, lockRollupsTogether } from "./lock-rollups.server";
import { forgetQueuedRollups, listQueuedRollups } from "./queued-rollups.server";
import { firstFactMonthText, refreshAccountMonths } from "./refresh-account-months";
import { refreshAccountSummaries } from "./refresh-account-summaries";
import { refreshEmployeeSummaries } from "./refresh-employee-summaries";
import { refreshPanelAccounts, refreshPanelEmployees } from "./refresh-panel.server";
import { refreshUnitCustomerMonths } from "./refresh-unit-customer-months";
import { refreshUnitPeopleMonths } from "./refresh-unit-people-months";

/** So many accounts at once: memory stays small, and whoever writes meanwhile waits for one portion at most. */
const portion = 10_000;

/** Runs the work in a transaction: one of its own each time, or always the caller's. */
type Transact = (work: (tx: SqlTransaction) => Promise<void>) => Promise<void>;

/** Brings every rollup up to today, portion by portion; what was queued before is thereby done. */
export async function refreshAllRollups(sql: Sql, asOf?: string): Promise<void> {
  await refreshEverything(sql, asOf, async (work) => {
    await sql.begin((tx) => work(tx as SqlTransaction));
  });
}

/** The same within a transaction that is already open. */
export async function refreshAllRollupsIn(tx: SqlTransaction, asOf?: string): Promise<void> {
  await refreshEverything(tx, asOf, (work) => work(tx));
}

/** The panel alone, for when the other rollups are up to date. */
export async function refreshWholePanel(sql: Sql): Promise<void> {
  const { today } = await companyToday(sql);
  await refreshPanel(await listAccountPortions(sql), today, async (work) => {
    await sql.begin((tx) => work(tx as SqlTransaction));
  });
}

/** Each step reads what the ones before it wrote. */
async function refreshEverything(
  sql: SqlRunner,
  asOf: string | undefined,
  transact: Transact,
): Promise<void> {
  const day = asOf ?? (await companyToday(sql)).today;
  const queued = await listQueuedRollups(sql, null);
  const accounts = await listAccountPortions(sql);
  const [first] = await sql.unsafe<{ month: string | null }[]>(firstFactMonthText);
  const run = (statement: Statement) => transact((tx) => refreshOne(tx, statement));

  for (const ids of accounts) await run(refreshAccountMonths(ids, day, first?.month ?? null));
  await run(refreshEmployeeSummaries("all", day));
  for (const ids of accounts) await run(refreshAccountSummaries(ids, day));
  await run(refreshUnitCustomerMonths("all", day));
  await run(refreshUnitPeopleMonths("all", day));
  await refreshPanel(accounts, day, transact);
  await transact((tx) => forgetQueuedRollups(tx, queued));
}

/** People first: the months of an account are averages over theirs. Accounts two portions at a time, one a processor. */
async function refreshPanel(
  accounts: readonly (readonly string[])[],
  day: string,
  transact: Transact,
): Promise<void> {
  await transact(async (tx) => {
    await prepare(tx);
    await refreshPanelEmployees(tx, "all", day);
  });
  const waiting = accounts.values();
  const work = async () => {
    for (const ids of waiting)
      await transact(async (tx) => {
        await lockRollupsTogether(tx);
        await giveMemory(tx);
        await refreshPanelAccounts(tx, ids, day);
      });
  };
  await Promise.all([work(), work()]);
  await transact(countPanel);
}

/** Accounts that are gone count as well, so that their rows go too. */
async function listAccountPortions(sql: SqlRunner): Promise<string[][]> {
  const rows = await sql<{ id: string }[]>`
    select id from accounts union select account_id from account_summaries order by id`;
  const ids = rows.map((row) => row.id);
  return Array.from({ length: Math.ceil(ids.length / portion) }, (_, index) =>
    ids.slice(index * portion, (index + 1) * portion),
  );
}

async function refreshOne(tx: SqlTransaction, statement: Statement): Promise<void> {
  await prepare(tx);
  await runInSql(tx, statement);
}

async function prepare(tx: SqlTransaction): Promise<void> {
  await lockRollups(tx);
  await giveMemory(tx);
}
