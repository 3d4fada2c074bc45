import { sql } from "~/db/sql.server";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import { commandLineScope } from "~/modules/access/require-scope.server";
import { unitsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { findingsOf } from "./findings-of.server";
import { type CheckName, checkDescriptions, checkNames } from "./quality-check";
import { readableChecks } from "./readable-checks";

export interface FindingCount {
  readonly check: CheckName;
  readonly count: number;
}

export interface FindingCounts {
  readonly counts: readonly FindingCount[];
  /** The oldest of the counts. */
  readonly countedAt: Date;
}

interface Stored {
  readonly checkName: CheckName;
  readonly total: number;
  readonly byUnit: Readonly<Record<string, number>>;
  readonly countedAt: Date;
  readonly tookMs: number;
}

/** A company that is counted this quickly is counted before the page is shown; a larger one behind it. */
const quickMs = 1_500;
/** So long after a change another look may still find more: rollups follow within a second, statistics within ten. */
const settlingMs = 15_000;
const freshMs = 2_000;

/** What the ledgers were when this process last knew the counts to be right. */
let countedAs: string | undefined;

/** How many rows does each check find in scope? From stored counts, which are made anew when the ledgers have changed. */
export async function countFindings(scope: Scope<"quality.read">): Promise<FindingCounts> {
  const [ledgers, first] = await Promise.all([readLedgerState(), readStored()]);
  let stored = first;
  const isMissing = stored.length < checkNames.length;
  const isSettling = ledgers.changedMsAgo < settlingMs && Date.now() - oldest(stored).getTime() > freshMs;
  if (isMissing || isSettling || ledgers.state !== countedAs) {
    const counted = recount().then(() => {
      countedAs = ledgers.state;
    });
    const tookMs = stored.reduce((sum, row) => sum + row.tookMs, 0);
    if (isMissing || tookMs <= quickMs) {
      await counted;
      stored = await readStored();
    } else void counted.catch(() => {});
  }
  const mayReadPay = can(scope.roles, "pay.read");
  const counts = await Promise.all(
    readableChecks(scope).map(async (check) => ({
      check,
      count:
        checkDescriptions[check].crossesUnits && !scope.all
          ? await countInReach(scope, check)
          : countIn(
              stored.find((row) => row.checkName === check),
              scope,
              mayReadPay,
            ),
    })),
  );
  return { counts, countedAt: oldest(stored) };
}

function countIn(row: Stored | undefined, scope: Scope, mayReadPay: boolean): number {
  if (!row) return 0;
  if (scope.all && mayReadPay) return row.total;
  const units = scope.all ? Object.keys(row.byUnit) : scope.unitIds;
  return units.reduce((sum, unit) => sum + (row.byUnit[unit] ?? 0), 0);
}

/** What compares rows of several units, over what the reader reaches. */
async function countInReach(scope: Scope<"quality.read">, check: CheckName): Promise<number> {
  const db = sql();
  const { today } = await companyToday(db);
  const [row] = await db<{ n: number }[]>`
    select count(*)::int as n from (${findingsOf[check](db, { scope, today, mayReadPay: false })}) f
    where ${unitsInScope(db, scope, "f.unit_id")}`;
  return row?.n ?? 0;
}

function oldest(stored: readonly Stored[]): Date {
  return stored.reduce((least, row) => (row.countedAt < least ? row.countedAt : least), new Date());
}

function readStored(): Promise<Stored[]> {
  return sql()<Stored[]>`
    select check_name, total, by_unit, counted_at, took_ms from quality_counts where check_name = any(${[...checkNames]})`;
}

/**
 * Has anything been written? The database's own counters of rows written to the ledgers, and the latest entry of the audit
 * trail, which is there at once.
 */
async function readLedgerState(): Promise<{ readonly state: string; readonly changedMsAgo: number }> {
  const [row] = await sql()<{ written: string; audited: Date | null }[]>`
    select (select sum(n_tup_ins + n_tup_upd + n_tup_del)::text from pg_stat_user_tables
            where relname in ('accounts', 'employees', 'employment_spells', 'assignments', 'revenue_entries',
              'satisfaction_responses', 'training_records', 'survey_answers', 'cost_entries', 'exchange_rates',
              'account_summaries', 'employee_summaries')) as written,
           (select max(occurred_at) from audit_events) as audited`;
  const audited = row?.audited?.getTime() ?? 0;
  return { state: `${row?.written ?? ""}/${audited}`, changedMsAgo: Date.now() - audited };
}

let running: Promise<void> | undefined;

/** Counts once however many ask, also across processes: who finds the lock taken leaves it to the other. */
function recount(): Promise<void> {
  running ??= recountAll().finally(() => {
    running = undefined;
  });
  return running;
}

const lockName = "relata.quality_counts";

async function recountAll(): Promise<void> {
  const { today } = await companyToday(sql());
  const asker = { scope: commandLineScope("quality.read"), today, mayReadPay: true, isByUnit: true };
  await sql().begin(async (tx) => {
    const [lock] = await tx`select pg_try_advisory_xact_lock(hashtext(${lockName})) as mine`;
    if (!lock?.["mine"]) return;
    await tx`set local work_mem = '64MB'`;
    for (const check of checkNames) {
      const start = performance.now();
      const rows = await tx<{ unitId: string | null; n: number }[]>`
        select f.unit_id, sum(coalesce(f.entries, 1))::int as n from (${findingsOf[check](tx as never, asker)}) f group by f.unit_id`;
      const byUnit = Object.fromEntries(
        rows.filter(({ unitId }) => unitId).map(({ unitId, n }) => [unitId, n]),
      );
      const total = rows.reduce((sum, { n }) => sum + n, 0);
      const tookMs = Math.round(performance.now() - start);
      await tx`
        insert into quality_counts (check_name, total, by_unit, counted_at, took_ms)
        values (${check}, ${total}, ${tx.json(byUnit)}, clock_timestamp(), ${tookMs})
        on conflict (check_name) do update set total = excluded.total, by_unit = excluded.by_unit,
          counted_at = excluded.counted_at, took_ms = excluded.took_ms`;
    }
  });
}
