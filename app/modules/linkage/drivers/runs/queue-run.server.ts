import { v7 as uuidv7 } from "uuid";
import type { SqlRunner } from "~/db/sql.server";
import type { PresentFacts } from "./present-facts.server";

/** The task's name, and the key under which at most one job waits. */
export const fitTask = "fit_drivers";

export interface RunOrder {
  readonly present: PresentFacts;
  readonly requestedBy: string | null;
}

/**
 * Notes that a run is wanted and has the queue begin it at that time; all processes share the note and the job. Without
 * the queue's schema the note alone is left: `npm run drivers` serves it, or the worker once it may start.
 */
export async function queueRun(
  sql: SqlRunner,
  order: RunOrder & { readonly runAt: Date },
): Promise<{ runId: string }> {
  const noted = await noteRun(sql, order);
  await addFitJob(sql, order.runAt);
  return noted;
}

/** The run that waits, made now or brought up to date. */
export async function noteRun(
  sql: SqlRunner,
  { present, requestedBy }: RunOrder,
): Promise<{ runId: string }> {
  const [run] = await sql<{ id: string }[]>`
    insert into driver_runs (id, status, as_of, data_stamp, code_version, requested_by)
    values (${uuidv7()}, 'waiting', ${present.asOf}, ${present.dataStamp}, ${present.codeVersion}, ${requestedBy})
    on conflict (status) where status = 'waiting' do update
      set as_of = excluded.as_of, data_stamp = excluded.data_stamp, code_version = excluded.code_version,
          requested_by = coalesce(excluded.requested_by, driver_runs.requested_by)
    returning id`;
  return { runId: run!.id };
}

/** Takes a wish back that another process's run has meanwhile answered. */
export async function withdrawRun(sql: SqlRunner, { present, requestedBy }: RunOrder): Promise<void> {
  await sql`
    delete from driver_runs where status = 'waiting' and requested_by = ${requestedBy}
      and data_stamp = ${present.dataStamp} and code_version = ${present.codeVersion}`;
}

/** A job that waits is moved to the new time; beside one that runs, a new one waits. */
export async function addFitJob(sql: SqlRunner, runAt: Date): Promise<void> {
  if (!(await hasJobQueue(sql))) return;
  await sql`select graphile_worker.add_job(${fitTask}, job_key => ${fitTask}, run_at => ${runAt})`;
}

/** A run that waits has a job that will begin it; where a process died between the two, it gets one again. */
export async function restoreLostJob(sql: SqlRunner): Promise<void> {
  if (!(await hasJobQueue(sql))) return;
  await sql`
    select graphile_worker.add_job(${fitTask}, job_key => ${fitTask})
    where exists (select 1 from driver_runs where status = 'waiting')
      and not exists (select 1 from graphile_worker.jobs where task_identifier = ${fitTask} and locked_at is null)`;
}

export async function hasJobQueue(sql: SqlRunner): Promise<boolean> {
  const [row] = await sql`select to_regclass('graphile_worker.jobs') is not null as present`;
  return Boolean(row?.["present"]);
}
