import { sql } from "~/db/sql.server";
import type { RunState } from "./import-options";

const intervalMs = 1_000;
/** A run that has not been heard of for so long died with its process; its transaction is gone, so nothing was written. */
const silentSeconds = 45;

export interface Heartbeat {
  rows: number;
  phase: NonNullable<RunState["phase"]>;
  /** Waits for the last sign of life, so that it cannot overwrite the result. */
  stop(): Promise<void>;
}

/** Tells how far a run is, on a connection of its own, since the run's transaction is invisible until it commits. */
export function startHeartbeat(runId: string): Heartbeat {
  let last: Promise<unknown> = Promise.resolve();
  const beat = {
    rows: 0,
    phase: "reading" as const,
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
  const tell = () => {
    last = last.then(() =>
      sql()`update import_runs set read_rows = ${beat.rows}, options = options ||
            jsonb_build_object('phase', ${beat.phase}::text, 'seenAt', now()) where id = ${runId} and status = 'running'`.catch(
        () => null,
      ),
    );
  };
  const timer = setInterval(tell, intervalMs);
  tell();
  return beat;
}

/** Runs whose process is gone are marked as what they are. */
export async function closeSilentRuns(): Promise<void> {
  await sql()`
    update import_runs set status = 'failed', finished_at = now(),
           options = options || '{"problem": {"code": "interrupted"}}'::jsonb
    where status = 'running'
      and coalesce((options->>'seenAt')::timestamptz, started_at) < now() - ${`${silentSeconds} seconds`}::interval`;
}
