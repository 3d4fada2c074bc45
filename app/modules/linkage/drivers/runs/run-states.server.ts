import type { Sql, SqlTransaction } from "~/db/sql.server";
import { type RunError, silentAfterSeconds } from "./driver-run";
import type { PresentFacts } from "./present-facts.server";
import { addFitJob, fitTask, hasJobQueue } from "./queue-run.server";

const uniqueViolation = "23505";

/** What became of the attempt to begin: the run, or why there is none. */
export type Taken = { readonly runId: string } | "nothing_waits" | "another_runs";

/** Makes the waiting run the running one. The unique index decides between processes that try at once. */
export async function takeWaitingRun(sql: Sql, present: PresentFacts): Promise<Taken> {
  try {
    const [run] = await sql<{ id: string }[]>`
      update driver_runs
      set status = 'running', started_at = now(), heartbeat_at = now(), progress = 0, current_spec = null,
          as_of = ${present.asOf}, data_stamp = ${present.dataStamp}, code_version = ${present.codeVersion}
      where status = 'waiting' returning id`;
    return run ? { runId: run.id } : "nothing_waits";
  } catch (error) {
    if ((error as { code?: string }).code === uniqueViolation) return "another_runs";
    throw error;
  }
}

/** Gives false where the run is no longer this process's own, so that it stops. */
export async function beat(
  sql: Sql,
  runId: string,
  at: { readonly progress: number; readonly spec: string | null },
): Promise<boolean> {
  const { count } = await sql`
    update driver_runs set heartbeat_at = now(), progress = ${at.progress}, current_spec = ${at.spec}
    where id = ${runId} and status = 'running'`;
  return count === 1;
}

export async function hasFinished(sql: Sql, runId: string): Promise<boolean> {
  const [run] = await sql`select from driver_runs where id = ${runId} and status = 'finished'`;
  return run !== undefined;
}

export async function failRun(sql: Sql, runId: string, error: RunError | (string & {})): Promise<void> {
  await sql`
    update driver_runs set status = 'failed', error = ${error.slice(0, 1_000)}, current_spec = null, finished_at = now()
    where id = ${runId} and status = 'running'`;
}

/** A process that stops in the middle leaves the run to the next one; where a newer one waits already, to that. */
export async function putBackRun(sql: Sql, runId: string): Promise<void> {
  await sql.begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`delete from driver_runs where id = ${runId} and status = 'running'
               and exists (select 1 from driver_runs where status = 'waiting')`;
    await tx`update driver_runs set status = 'waiting', progress = 0, current_spec = null
             where id = ${runId} and status = 'running'`;
    await addFitJob(tx, new Date());
  });
}

/** Ends runs whose process is gone without a word, and frees the jobs that it held. Gives how many. */
export async function endSilentRuns(sql: Sql): Promise<number> {
  const silent: RunError = "fell_silent";
  const ended = await sql`
    update driver_runs set status = 'failed', error = ${silent}, current_spec = null, finished_at = now()
    where status = 'running' and heartbeat_at < now() - make_interval(secs => ${silentAfterSeconds})
    returning id`;
  if (await hasJobQueue(sql))
    await sql`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
      where task_identifier = ${fitTask} and locked_at < now() - make_interval(secs => ${silentAfterSeconds})
        and not exists (select 1 from driver_runs where status = 'running')
      having count(*) > 0`;
  return ended.length;
}
