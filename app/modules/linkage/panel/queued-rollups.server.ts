import type { SqlRunner } from "~/db/sql.server";

/** A row of the queue as it was read; `version` changes when a later write queues the same key again. */
export interface QueuedRollup {
  readonly kind: string;
  readonly key: string;
  readonly version: string;
}

/** The oldest rows first. Nothing is locked, so that writes go on while a refresh is under way. */
export function listQueuedRollups(sql: SqlRunner, limit: number | null): Promise<QueuedRollup[]> {
  return sql<QueuedRollup[]>`
    select kind, key, ctid::text as version from rollup_queue order by queued_at limit ${limit}`;
}

/** Removes what was refreshed, save the rows that a later write has touched or is touching. */
export async function forgetQueuedRollups(sql: SqlRunner, done: readonly QueuedRollup[]): Promise<void> {
  if (done.length === 0) return;
  await sql`
    delete from rollup_queue where (kind, key) in (
      select q.kind, q.key from rollup_queue q
      join unnest(${done.map((row) => row.kind)}::text[], ${done.map((row) => row.key)}::uuid[],
                  ${done.map((row) => row.version)}::tid[]) as seen (kind, key, version)
        on q.kind = seen.kind and q.key = seen.key and q.ctid = seen.version
      for update of q skip locked)`;
}
