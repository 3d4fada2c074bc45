import type { SqlRunner } from "~/db/sql.server";
import type { DriverRun, DriverRunStatus } from "./driver-run";

type RunRow = Omit<DriverRun, "startedAt" | "finishedAt" | "heartbeatAt"> & {
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly heartbeatAt: Date;
};

/** The runs of these states, the latest begun first. */
export async function listRuns(
  sql: SqlRunner,
  statuses: readonly DriverRunStatus[],
  limit: number,
): Promise<DriverRun[]> {
  const rows = await sql<RunRow[]>`
    select id, status, as_of, data_stamp, code_version, progress, current_spec, error, requested_by, account_months,
           started_at, finished_at, heartbeat_at
    from driver_runs where status = any(${[...statuses]}) order by started_at desc, id desc limit ${limit}`;
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    heartbeatAt: row.heartbeatAt.toISOString(),
  }));
}
