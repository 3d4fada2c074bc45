/** The life of a run on a real database: who may begin it, what becomes of it, and what pages read. */
import { runMigrations } from "graphile-worker";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { commandLineScope } from "~/modules/access/require-scope.server";
import { buildCompany, buildScope } from "../../../../../tests/builders/company";
import { findPreviousResult } from "./find-previous-result.server";
import { fitAndStore } from "./fit-and-store.server";
import { forgetRunState, getRunState } from "./get-run-state.server";
import { listDriverResults } from "./list-driver-results.server";
import { readPresentFacts } from "./present-facts.server";
import { queueDueRun } from "./queue-due-run.server";
import { addFitJob, queueRun } from "./queue-run.server";
import { requestDriverRun } from "./request-driver-run.server";
import { runDrivers } from "./run-drivers.server";
import { beat, endSilentRuns, failRun, putBackRun, takeWaitingRun } from "./run-states.server";

const readScope = commandLineScope("drivers.read");
const forever = new AbortController().signal;
const fitHere = (order: Parameters<typeof fitAndStore>[1]) => fitAndStore(sql(), order, () => {});

beforeAll(async () => {
  await buildCompany();
  await runMigrations({ connectionString: String(process.env["DATABASE_URL"]) });
});
beforeEach(async () => {
  await sql()`delete from driver_runs`;
  await sql()`delete from graphile_worker._private_jobs`;
  forgetRunState();
});

const now = () => new Date();
async function queue(): Promise<string> {
  const present = await readPresentFacts(sql());
  return (await queueRun(sql(), { present, requestedBy: null, runAt: now() })).runId;
}
async function take(): Promise<string> {
  const taken = await takeWaitingRun(sql(), await readPresentFacts(sql()));
  if (typeof taken === "string") throw new Error(taken);
  return taken.runId;
}
const statuses = async () =>
  (await sql()`select status from driver_runs order by started_at`).map((row) => String(row["status"]));
const jobCount = async () =>
  Number((await sql()`select count(*)::int as n from graphile_worker.jobs`)[0]?.["n"]);

describe("a run", () => {
  it("waits once, however often it is queued, with one job", async () => {
    const first = await queue();
    expect(await queue()).toBe(first);
    expect(await statuses()).toEqual(["waiting"]);
    expect(await jobCount()).toBe(1);
  });

  it("is begun by one of two that try at once, and no other begins beside it", async () => {
    await queue();
    const present = await readPresentFacts(sql());
    const taken = await Promise.all([takeWaitingRun(sql(), present), takeWaitingRun(sql(), present)]);
    expect(taken.filter((each) => typeof each === "object")).toHaveLength(1);
    await queue();
    expect(await takeWaitingRun(sql(), present)).toBe("another_runs");
  });

  it("keeps its request when the data changes meanwhile", async () => {
    const present = await readPresentFacts(sql());
    await queueRun(sql(), { present, requestedBy: "Ana", runAt: now() });
    await queue();
    const [run] = await sql()`select requested_by from driver_runs`;
    expect(run?.["requestedBy"]).toBe("Ana");
  });

  it("stores its results and is then what pages show", async () => {
    await queue();
    expect(await runDrivers(sql(), fitHere, { signal: forever })).toBe("finished");
    const results = await listDriverResults(readScope);
    expect(results.length).toBeGreaterThan(0);
    const state = await getRunState(readScope);
    expect(state).toMatchObject({ isBehind: false, active: null, failure: null });
    expect(await listDriverResults(readScope, [results[0]!.spec])).toEqual([results[0]]);
    expect(await findPreviousResult(readScope, results[0]!.spec)).toBeNull();
  });

  it("says in words why it failed", async () => {
    await queue();
    const fail = () => Promise.reject(new Error("no panel"));
    expect(await runDrivers(sql(), fail, { signal: forever })).toBe("failed");
    expect((await getRunState(readScope)).failure?.error).toBe("no panel");
  });

  it("has finished once its results are stored, whatever ended the fit after that", async () => {
    await queue();
    const endedLate: typeof fitHere = async (order) => {
      await fitHere(order);
      throw new Error("The run was taken over by another process");
    };
    expect(await runDrivers(sql(), endedLate, { signal: forever })).toBe("finished");
    expect(await statuses()).toEqual(["finished"]);
  });

  it("goes back to waiting, with a job, when its process stops", async () => {
    await queue();
    await sql()`delete from graphile_worker._private_jobs`;
    const stop = new AbortController();
    const stopped = () => {
      stop.abort(new Error("stop"));
      return Promise.reject(new Error("stop"));
    };
    expect(await runDrivers(sql(), stopped, { signal: stop.signal })).toBe("stopped");
    expect(await statuses()).toEqual(["waiting"]);
    expect(await jobCount()).toBe(1);
  });

  it("gives way to the one that waits when its process stops", async () => {
    await queue();
    const runId = await take();
    const waiting = await queue();
    await putBackRun(sql(), runId);
    expect((await sql()`select id from driver_runs`).map((row) => row["id"] as string)).toEqual([waiting]);
  });

  it("is ended when its process is silent for a minute, and begun again", async () => {
    await queue();
    const runId = await take();
    expect(await endSilentRuns(sql())).toBe(0);
    await sql()`update driver_runs set heartbeat_at = now() - interval '61 seconds'`;
    await queueDueRun(sql());
    expect((await statuses()).sort()).toEqual(["failed", "waiting"]);
    expect(await beat(sql(), runId, { progress: 0.5, spec: null })).toBe(false);
    await expect(fitHere({ ...(await readPresentFacts(sql())), runId })).rejects.toThrow(/taken over/);
  });

  it("gets a new job where the process that held its job is gone", async () => {
    await queue();
    await sql()`update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'gone'`;
    await queueDueRun(sql());
    const [job] = await sql()`select locked_by, run_at <= now() as is_due from graphile_worker.jobs`;
    expect(job).toMatchObject({ lockedBy: null, isDue: true });
    await sql()`delete from graphile_worker._private_jobs`;
    await queueDueRun(sql());
    expect(await jobCount()).toBe(1);
  });

  it("leaves the job of a living process alone", async () => {
    await queue();
    await take();
    await sql()`update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'busy'`;
    await endSilentRuns(sql());
    const [job] = await sql()`select locked_by from graphile_worker.jobs`;
    expect(job?.["lockedBy"]).toBe("busy");
  });
});

describe("what makes a run due", () => {
  it("is that there is none, and then nothing until the panel changes", async () => {
    await queueDueRun(sql());
    expect(await statuses()).toEqual(["waiting"]);
    await runDrivers(sql(), fitHere, { signal: forever });
    await queueDueRun(sql());
    expect(await statuses()).toEqual(["finished"]);
    await sql()`update panel_state set version = version + 1`;
    await queueDueRun(sql());
    expect((await statuses()).sort()).toEqual(["finished", "waiting"]);
    const [job] =
      await sql()`select extract(epoch from run_at - now())::float as seconds from graphile_worker.jobs order by id desc`;
    expect(Number(job?.["seconds"])).toBeGreaterThan(15);
    expect(Number(job?.["seconds"])).toBeLessThanOrEqual(20);
    forgetRunState();
    expect((await getRunState(readScope)).isBehind).toBe(true);
  });

  it("is a request, at once and in the audit trail", async () => {
    await requestDriverRun(buildScope("drivers.run", { roles: ["hr"] }));
    const [job] = await sql()`select run_at <= now() as is_due from graphile_worker.jobs`;
    expect(job?.["isDue"]).toBe(true);
    const [event] = await sql()`select action from audit_events where subject_type = 'driver_run'`;
    expect(event?.["action"]).toBe("driver_run.request");
    expect((await getRunState(readScope)).active).toMatchObject({ status: "waiting", isStuck: false });
  });

  it("which only those may make who hold the capability", () => {
    expect(() => buildScope("drivers.run", { roles: ["sales_manager"] })).toThrow();
  });

  it("shows as stuck where nothing begins it", async () => {
    await requestDriverRun(buildScope("drivers.run", { roles: ["leadership"] }));
    await sql()`update driver_runs set started_at = now() - interval '3 minutes'`;
    forgetRunState();
    expect((await getRunState(readScope)).active?.isStuck).toBe(true);
  });
});

describe("kept runs", () => {
  it("are ten finished ones, the latest before the present to compare with", async () => {
    for (let index = 0; index < 12; index++) {
      await queue();
      await runDrivers(sql(), fitHere, { signal: forever });
    }
    await queue();
    await failRun(sql(), await take(), "no panel");
    expect((await statuses()).filter((status) => status === "finished")).toHaveLength(10);
    const [first] = await listDriverResults(readScope);
    const previous = await findPreviousResult(readScope, first!.spec);
    expect(previous?.run.id).not.toBe(undefined);
    expect(previous?.result.spec).toBe(first!.spec);
  });

  it("without the job queue's schema a run can still be noted", async () => {
    await sql()`drop schema graphile_worker cascade`;
    await queue();
    await addFitJob(sql(), now());
    await queueDueRun(sql());
    expect(await statuses()).toEqual(["waiting"]);
    await runMigrations({ connectionString: String(process.env["DATABASE_URL"]) });
  });
});
