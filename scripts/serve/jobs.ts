import { Logger, run, runMigrations } from "graphile-worker";
import type { Sql } from "../../app/db/sql.server";
import { queueDueRun } from "../../app/modules/linkage/drivers/runs/queue-due-run.server";
import { addFitJob, fitTask } from "../../app/modules/linkage/drivers/runs/queue-run.server";
import { type FitElsewhere, runDrivers } from "../../app/modules/linkage/drivers/runs/run-drivers.server";

/** Between two looks at whether the panel has changed. */
const lookEveryMs = 5_000;
/** Until a run that another process computes is looked for again. */
const tryAgainMs = 10_000;

interface JobsOptions {
  readonly url: string;
  readonly sql: Sql;
  readonly fit: FitElsewhere;
}

export interface Jobs {
  /** Resolves or rejects when the queue's connection is lost for good. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The database does not let us have the queue's schema; nothing that a restart would change. */
export class JobQueueRefused extends Error {}

/** Takes jobs from the queue in the database's schema `graphile_worker`, and queues what changes make due. */
export async function startJobs({ url, sql, fit }: JobsOptions): Promise<Jobs> {
  const options = { connectionString: url, maxPoolSize: 3, logger: silent };
  await runMigrations(options).catch((error: unknown) => {
    throw isRefusal(error) ? new JobQueueRefused((error as Error).message) : error;
  });
  const stopping = new AbortController();
  const runner = await run({
    ...options,
    concurrency: 1,
    noHandleSignals: true,
    parsedCronItems: [],
    taskList: {
      [fitTask]: async () => {
        const outcome = await runDrivers(sql, fit, { signal: stopping.signal });
        if (outcome === "another_runs") await addFitJob(sql, new Date(Date.now() + tryAgainMs));
      },
    },
  });
  const stopLooking = lookForChanges(sql);
  return {
    ended: runner.promise,
    stop: async () => {
      stopping.abort(new Error("The program stops"));
      await stopLooking();
      await runner.stop().catch(() => {});
    },
  };
}

function lookForChanges(sql: Sql): () => Promise<void> {
  let isStopping = false;
  let wake = () => {};
  const loop = (async () => {
    while (!isStopping) {
      await queueDueRun(sql).catch(() => {});
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, lookEveryMs).unref();
      });
    }
  })();
  return async () => {
    isStopping = true;
    wake();
    await loop;
  };
}

/** What goes wrong stands in the run it went wrong in. */
const silent = new Logger(() => () => {});

/** insufficient_privilege, read_only_sql_transaction, and a queue that a newer program has changed. */
function isRefusal(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === "42501" || code === "25006" || /only supports up to revision/.test(message ?? "");
}
