/** Two worker processes on one database, as two servers have them: every run is computed once. */
import { type ChildProcess, fork } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SqlTransaction, sql } from "../../app/db/sql.server";
import { readPresentFacts } from "../../app/modules/linkage/drivers/runs/present-facts.server";
import { queueRun } from "../../app/modules/linkage/drivers/runs/queue-run.server";
import { buildCompany } from "../../tests/builders/company";

const workers: ChildProcess[] = [];

function startWorker(): ChildProcess {
  const worker = fork("scripts/serve/worker.ts", [], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  workers.push(worker);
  return worker;
}

async function runsByStatus(): Promise<Record<string, number>> {
  const rows = await sql()<{ status: string; n: number }[]>`
    select status, count(*)::int as n from driver_runs group by status`;
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

beforeAll(() => buildCompany());
afterAll(() => {
  for (const worker of workers) worker.kill("SIGKILL");
});

it("computes what is due once, and requests that meet once, and stops when told", {
  timeout: 90_000,
}, async () => {
  const [first, second] = [startWorker(), startWorker()];
  const finished = (n: number) => expect.poll(runsByStatus, { timeout: 30_000 }).toEqual({ finished: n });
  await finished(1);
  for (let round = 2; round <= 4; round++) {
    const present = await readPresentFacts(sql());
    await sql().begin(async (tx) => {
      for (const requestedBy of ["Ana", "Bea", "Cleo"])
        await queueRun(tx as SqlTransaction, { present, requestedBy, runAt: new Date() });
    });
    await finished(round);
  }
  // A run has finished a moment before its job has: told to stop in between, a slow machine runs out of the time it has.
  const lockedJobs = async () => {
    const [row] =
      await sql()`select count(*)::int as n from graphile_worker.jobs where locked_by is not null`;
    return row?.["n"];
  };
  await expect.poll(lockedJobs, { timeout: 30_000 }).toBe(0);
  const ended = (worker: ChildProcess) =>
    new Promise<number | null>((resolve) => worker.once("exit", (code) => resolve(code)));
  const codes = Promise.all([ended(first), ended(second)]);
  first.kill("SIGTERM");
  // Its server is gone.
  second.disconnect();
  expect(await codes).toEqual([0, 0]);
  expect(await lockedJobs()).toBe(0);
});
