import type { Sql, SqlTransaction } from "~/db/sql.server";
import { nextRunAt, type RunsSeen } from "./next-run";
import { readPresentFacts } from "./present-facts.server";
import { queueRun, restoreLostJob } from "./queue-run.server";
import { endSilentRuns } from "./run-states.server";

/** One look at the panel and the runs: ends what fell silent and queues what is due. */
export async function queueDueRun(sql: Sql): Promise<void> {
  await endSilentRuns(sql);
  await restoreLostJob(sql);
  const present = await readPresentFacts(sql);
  const runAt = nextRunAt({ ...(await readRuns(sql, present)), present });
  if (!runAt) return;
  await sql.begin((tx) => queueRun(tx as SqlTransaction, { present, requestedBy: null, runAt }));
}

interface RunRow {
  readonly status: string;
  readonly dataStamp: string;
  readonly codeVersion: string;
  readonly startedAt: Date;
  readonly requestedBy: string | null;
}

async function readRuns(
  sql: Sql,
  present: { readonly dataStamp: string; readonly codeVersion: string },
): Promise<Omit<RunsSeen, "present">> {
  // The runs that count: what waits, what runs, and the latest that finished.
  const rows = await sql<RunRow[]>`
    (select status, data_stamp, code_version, started_at, requested_by from driver_runs where status in ('waiting', 'running'))
    union all
    (select status, data_stamp, code_version, started_at, requested_by from driver_runs where status = 'finished'
     order by finished_at desc limit 1)`;
  const [state] = await sql<{ now: Date; count: number; lastAt: Date | null }[]>`
    select now() as now, count(*)::int as count, max(finished_at) as last_at from driver_runs
    where status = 'failed' and data_stamp = ${present.dataStamp} and code_version = ${present.codeVersion}
      and finished_at > coalesce((select max(finished_at) from driver_runs where status = 'finished'), '-infinity')`;
  const find = (status: string) => rows.find((row) => row.status === status) ?? null;
  const waiting = find("waiting");
  return {
    now: state!.now,
    finished: find("finished"),
    running: find("running"),
    waiting: waiting && {
      ...waiting,
      queuedAt: waiting.startedAt,
      isRequested: waiting.requestedBy !== null,
    },
    failures: { count: state!.count, lastAt: state!.lastAt },
  };
}
