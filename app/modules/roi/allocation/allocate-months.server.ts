import type { Sql, SqlTransaction } from "~/db/sql.server";
import { addDays, addMonths, type CalendarDate, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { type AllocationRule, ruleFor } from "./allocation-rule";
import { gatherAccountTime, gatherLoggedMinutes } from "./gather-account-time.server";
import { type AllocatedMonth, gatherLedgerLines } from "./gather-ledger-lines.server";
import { listRules } from "./list-rules.server";
import { spreadLines, storeMonth } from "./spread-month.server";

/** As far back as the panel's rollups reach. */
const monthsKept = 120;

/**
 * Allocates these months anew, each in a transaction of its own, so that pages go on reading and a stop loses one month at
 * most. Gives how many were done.
 */
export async function allocateMonths(
  sql: Sql,
  months: readonly Month[],
  isStopping: () => boolean = () => false,
): Promise<number> {
  const [first, last] = [months.at(0), months.at(-1)];
  if (!first || !last) return 0;
  const company = await companyToday(sql);
  const rules = await listRules(sql);
  // One connection, since the logged minutes are kept in a table of its session.
  const connection = await sql.reserve();
  let done = 0;
  try {
    await inTransaction(connection, (tx) =>
      gatherLoggedMinutes(tx, { first, until: endOf(last, company.today) }, company.timeZone),
    );
    for (const month of months) {
      if (isStopping()) break;
      done += 1;
      await inTransaction(connection, (tx) => allocateMonth(tx, month, company.today, ruleFor(month, rules)));
    }
  } finally {
    await connection`drop table if exists logged_minutes`.catch(() => {});
    connection.release();
  }
  return done;
}

async function allocateMonth(
  tx: SqlTransaction,
  first: Month,
  asOf: CalendarDate,
  rule: AllocationRule,
): Promise<void> {
  const month: AllocatedMonth = { first, until: endOf(first, asOf) };
  await tx`select pg_advisory_xact_lock(hashtext('allocation'))`;
  await tx`set local work_mem = '64MB'`;
  await gatherLedgerLines(tx, month);
  await gatherAccountTime(tx, month, rule.parameters);
  await spreadLines(tx);
  await storeMonth(tx, month, { version: rule.version, asOf });
  await tx`drop table ledger_lines, account_time, spread`;
}

/** The first day after the month, or after today where the month has not ended. */
function endOf(month: Month, today: CalendarDate): CalendarDate {
  const next = addMonths(month, 1);
  return today < next ? addDays(today, 1) : next;
}

/** The months that hold anything to allocate, up to the present one. */
export async function listLedgerMonths(sql: Sql): Promise<Month[]> {
  const { today } = await companyToday(sql);
  const [row] = await sql<{ first: Month | null }[]>`
    select least((select min(incurred_on) from cost_entries), (select min(completed_on) from training_records where cost_minor <> 0),
                 (select min(acquired_on) from accounts where acquisition_cost_minor <> 0),
                 (select min(starts_on) from assignments))::date as first`;
  if (!row?.first) return [];
  const last = monthOf(today);
  const earliest = addMonths(last, 1 - monthsKept);
  const first = monthOf(row.first);
  return monthRange(first > earliest ? first : earliest, last);
}

async function inTransaction<Result>(
  connection: Awaited<ReturnType<Sql["reserve"]>>,
  work: (tx: SqlTransaction) => Promise<Result>,
): Promise<Result> {
  await connection`begin`;
  try {
    const result = await work(connection as unknown as SqlTransaction);
    await connection`commit`;
    return result;
  } catch (error) {
    await connection`rollback`.catch(() => {});
    throw error;
  }
}
