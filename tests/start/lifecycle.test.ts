/** Starting and stopping: nothing is left running, and a program that was killed outright starts again. */
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, type SpawnedApp, spawnApp } from "../setup/spawned-app";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "relata-lifecycle-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const databasePid = async (data: string) =>
  Number((await readFile(path.join(data, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function started(data: string, ...more: string[]): Promise<{ app: SpawnedApp; origin: string }> {
  const port = await freePort();
  const app = spawnApp(["--port", String(port), "--data", data, ...more]);
  await app.ready;
  return { app, origin: `http://localhost:${port}` };
}

describe("npm start", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("stops on %s with its database", async (signal) => {
    const data = path.join(folder, "stopped");
    const { app, origin } = await started(data, "--empty");
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    const pid = await databasePid(data);
    expect(await app.stop(signal)).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(app.errors()).toBe("");
    await expect(access(path.join(data, "relata.pid"))).rejects.toThrow();
  });

  it("stops at once when asked twice, and while a connection is held open", async () => {
    const data = path.join(folder, "stopped");
    const { app, origin } = await started(data, "--empty");
    await fetch(`${origin}/healthz`, { headers: { Connection: "keep-alive" } });
    app.process.kill("SIGINT");
    const asked = Date.now();
    expect(await app.stop("SIGINT")).toBe(0);
    expect(Date.now() - asked).toBeLessThan(9_000);
  });

  it("starts again after SIGKILL, with the database left behind cleared away and nothing lost", async () => {
    const data = path.join(folder, "killed");
    const first = await started(data, "--empty");
    const orphan = await databasePid(data);
    await first.app.stop("SIGKILL");
    expect(isRunning(orphan)).toBe(true);
    const second = await started(data, "--empty");
    expect(isRunning(orphan)).toBe(false);
    expect((await fetch(`${second.origin}/readyz`)).status).toBe(200);
    await second.app.stop();
  });

  it("loads the generated company at the next start where the first was stopped in the middle", async () => {
    const data = path.join(folder, "interrupted");
    const port = await freePort();
    const app = spawnApp(["--port", String(port), "--data", data, "--size", "small"]);
    await untilPrinted(app, "Generating a company");
    const pid = await databasePid(data);
    expect(await app.stop("SIGINT")).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(app.output()).not.toMatch(/^\s+at /m);
    const again = await started(data, "--size", "small");
    expect(again.app.output()).toContain("hr@relata.example");
    expect(again.app.output()).not.toContain("one-time token");
    await again.app.stop();
    const third = await started(data);
    expect(third.app.output()).not.toContain("Generating");
    expect(third.app.output()).toContain("hr@relata.example");
    await third.app.stop();
  });
});

function untilPrinted(app: SpawnedApp, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      if (!app.output().includes(words)) return;
      clearInterval(timer);
      resolve();
    }, 20);
    void app.ended.then(() => {
      clearInterval(timer);
      reject(new Error(app.output()));
    });
  });
}
