import type { Sql, SqlTransaction } from "~/db/sql.server";
import { addDays, addMonths, type CalendarDate, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { type AllocationRule, ruleFor } from "./allocation-rule";
import { gatherAccountTime, gatherLoggedMinutes } from "./gather-account-time.server";
import { gatherCapacity } from "./gather-capacity.server";
import { type AllocatedMonth, gatherLedgerLines } from "./gather-ledger-lines.server";
import { listRules } from "./list-rules.server";
import { spreadLines, storeMonth } from "./spread-month.server";

/** As far back as the panel's rollups reach. */
const monthsKept = 120;

/** So many months at a time: a month keeps one processor of the database busy, and each writes rows of its own. */
const atOnce = 2;

/**
 * Allocates these months anew, each in a transaction of its own, so that pages go on reading and a stop loses one month of
 * each connection at most. Gives how many were done.
 */
export async function allocateMonths(
  sql: Sql,
  months: readonly Month[],
  isStopping: () => boolean = () => false,
): Promise<number> {
  if (months.length === 0) return 0;
  const { today, timeZone } = await companyToday(sql);
  const rules = await listRules(sql);
  const size = Math.ceil(months.length / atOnce);
  const parts = Array.from({ length: atOnce }, (_, part) => months.slice(part * size, (part + 1) * size));
  const done = await Promise.all(
    parts
      .filter((part) => part.length > 0)
      .map((part) => allocatePart(sql, part, { today, timeZone, rules }, isStopping)),
  );
  return done.reduce((sum, count) => sum + count, 0);
}

interface Company {
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly rules: readonly AllocationRule[];
}

/** On one connection, since the logged minutes are kept in a table of its session. */
async function allocatePart(
  sql: Sql,
  months: readonly Month[],
  { today, timeZone, rules }: Company,
  isStopping: () => boolean,
): Promise<number> {
  const connection = await sql.reserve();
  let done = 0;
  try {
    await inTransaction(connection, (tx) =>
      gatherLoggedMinutes(tx, { first: months.at(0)!, until: endOf(months.at(-1)!, today) }, timeZone),
    );
    for (const month of months) {
      if (isStopping()) break;
      done += 1;
      await inTransaction(connection, (tx) => allocateMonth(tx, month, today, ruleFor(month, rules)));
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
  // Two processes never work on the same month; on different ones they do not meet.
  await tx`select pg_advisory_xact_lock(hashtext('allocation'), hashtext(${first}))`;
  await tx`set local work_mem = '64MB'`;
  await gatherLedgerLines(tx, month);
  await gatherCapacity(tx, month, rule.parameters);
  await gatherAccountTime(tx, month, rule.parameters);
  await spreadLines(tx);
  await storeMonth(tx, month, { version: rule.version, asOf });
  await tx`drop table ledger_lines, capacity, account_time, spread, changed_costs`;
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
