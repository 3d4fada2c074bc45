/** The process beside the server that computes drivers: there while the server is, back when killed, never left behind. */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectSql } from "../../app/db/sql.server";
import { type OwnServer, startOwnServer } from "../setup/own-database";
import { freePort, type SpawnedApp, spawnApp } from "../setup/spawned-app";

let folder: string;
let own: OwnServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "relata-worker-"));
  own = await startOwnServer();
});
afterAll(async () => {
  await own.remove();
  await rm(folder, { recursive: true, force: true });
});

const apps: SpawnedApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) if (app.process.exitCode === null) await app.stop("SIGKILL");
});

async function started(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<SpawnedApp> {
  const app = spawnApp(["--port", String(await freePort()), ...args], environment);
  apps.push(app);
  await app.ready;
  return app;
}

/** The app's worker, by the system's own list of processes. */
function workerOf(app: SpawnedApp): number | null {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  for (const line of lines) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (parent === app.process.pid && line.includes("worker.js")) return pid ?? null;
  }
  return null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function readStatuses(url: string): Promise<string[]> {
  const sql = connectSql(url, { max: 1 });
  try {
    return (await sql`select status from driver_runs`).map((row) => String(row["status"]));
  } finally {
    await sql.end();
  }
}

describe("the worker", () => {
  it("computes at the first start, and not again at the next", async () => {
    const url = await own.createDatabase("computed");
    const first = await started([], { DATABASE_URL: url });
    await expect.poll(() => readStatuses(url), { timeout: 60_000 }).toEqual(["finished"]);
    await first.stop();
    const second = await started([], { DATABASE_URL: url });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await readStatuses(url)).toEqual(["finished"]);
    expect(await second.stop()).toBe(0);
    expect(second.errors()).toBe("");
  });

  it.each([
    "SIGINT",
    "SIGTERM",
    "SIGHUP",
    "SIGKILL",
  ] as const)("ends with the server on %s", async (signal) => {
    const app = await started(["--data", path.join(folder, "ended"), "--empty"]);
    const worker = workerOf(app)!;
    expect(isRunning(worker)).toBe(true);
    await app.stop(signal);
    await expect.poll(() => isRunning(worker), { timeout: 6_000 }).toBe(false);
    expect(app.errors()).toBe("");
  });

  it("comes back when it is killed", async () => {
    const app = await started(["--data", path.join(folder, "killed"), "--empty"]);
    const worker = workerOf(app)!;
    process.kill(worker, "SIGKILL");
    await expect.poll(() => [null, worker].includes(workerOf(app)), { timeout: 10_000 }).toBe(false);
    expect(await app.stop()).toBe(0);
  });

  it("stays away where it is switched off", async () => {
    const app = await started(["--data", path.join(folder, "off"), "--empty"], { DRIVERS_WORKER: "off" });
    expect(workerOf(app)).toBe(null);
    await app.stop();
  });

  it("is done without, in a line, where the role may not make the job queue's schema", async () => {
    const url = await own.createDatabase("narrow");
    const prepared = await started([], { DATABASE_URL: url, DRIVERS_WORKER: "off" });
    await prepared.stop();
    await own.asSuperuser("narrow", async (sql) => {
      await sql.unsafe("alter database narrow owner to current_user");
      await sql.unsafe("revoke create on database narrow from narrow");
      await sql.unsafe("grant create on schema public to narrow");
    });
    const app = await started([], { DATABASE_URL: url });
    await expect
      .poll(() => app.output(), { timeout: 10_000 })
      .toMatch(/Drivers are not computed.*npm run drivers/);
    await expect.poll(() => workerOf(app), { timeout: 6_000 }).toBe(null);
    expect(await app.stop()).toBe(0);
    expect(app.errors()).toBe("");
  });
});
