/** A database that goes away under a running program: said in words, and over as soon as it is back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyMigrations } from "../../app/db/migrate.server";
import { connectSql } from "../../app/db/sql.server";
import { demoLogins, demoPassword } from "../../prisma/demo/demo-logins";
import { loadDemoCompany } from "../../prisma/demo/load-demo-company";
import { type OwnServer, startOwnServer } from "../setup/own-database";
import { freePort, type SpawnedApp, spawnApp } from "../setup/spawned-app";
import { signIn, type Visitor } from "../setup/visitor";

let own: OwnServer;
let app: SpawnedApp;
let origin: string;
const signedIn = new Map<string, Visitor>();

beforeAll(async () => {
  own = await startOwnServer();
  const url = await own.createDatabase("company");
  const sql = connectSql(url, { max: 1 });
  await applyMigrations(sql, "prisma/migrations");
  await loadDemoCompany(sql, { size: "small", seed: 3 });
  await sql.end();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  app = spawnApp(["--port", String(port)], { DATABASE_URL: url });
  await app.ready;
  for (const { role, email } of demoLogins) signedIn.set(role, await signIn(origin, email, demoPassword));
});
afterAll(async () => {
  await app.stop();
  await own.remove();
});

const pages = [
  ["hr", "/home/hr"],
  ["hr", "/employees"],
  ["sales_manager", "/home/sales"],
  ["sales_manager", "/accounts"],
  ["leadership", "/home/leadership"],
  ["admin", "/users"],
  ["admin", "/audit"],
] as const;

const open = (role: string, path: string) => signedIn.get(role)!.get(path);

/** Connections that were being tried when it came back may each fail once more; seconds later none does, three rounds long. */
async function untilBack(): Promise<void> {
  const everyPage = async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 3; round++)
      for (const [role, page] of pages) statuses.add((await open(role, page)).status);
    return [...statuses];
  };
  await expect.poll(everyPage, { timeout: 20_000 }).toEqual([200]);
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
}

describe("while the database is away", () => {
  it("answers every page before", async () => {
    for (const [role, page] of pages) expect((await open(role, page)).status, page).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  it("says so in words on every page, with 503 and when to come back", async () => {
    await own.halt();
    for (const [role, page] of pages) {
      const answer = await open(role, page);
      const html = await answer.text();
      expect(answer.status, page).toBe(503);
      expect(answer.headers.get("Retry-After"), page).toBe("5");
      expect(html, page).toContain('role="alert"');
      expect(html, page).toMatch(/database/i);
      expect(html, page).not.toMatch(/ECONNREFUSED|at .*\.js:\d+|CONNECT/);
    }
  });

  it("gives .data requests the same status, with nothing of the failure's inside", async () => {
    for (const [role, page] of pages) {
      const answer = await open(role, `${page}.data`);
      expect(answer.status, page).toBe(503);
      expect(await answer.text(), page).not.toMatch(/ECONNREFUSED|node_modules|stack/);
    }
  });

  it("refuses a sign-in and a form with 503 and not with a wrong password", async () => {
    const { email } = demoLogins[0]!;
    const answer = await fetch(`${origin}/login`, {
      method: "POST",
      body: new URLSearchParams({ email, password: demoPassword }),
    });
    expect(answer.status).toBe(503);
    const settings = await signedIn.get("admin")!.post("/settings", { intent: "company", name: "x" });
    expect(settings.status).toBe(503);
  });

  it("answers /readyz with 503 and /healthz with 200", async () => {
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it("answers everything again, by itself, once the database is back", async () => {
    await own.resume();
    await untilBack();
    expect(app.process.exitCode).toBeNull();
  });

  it("answers 503, or the page, to whoever is reading in the moment it goes", async () => {
    const seen = Array.from({ length: 6 }, () => new Set<number>());
    let isOver = false;
    const readers = seen.map(async (statuses, index) => {
      const [role, page] = pages[index % pages.length]!;
      while (!isOver) statuses.add((await open(role, page)).status);
    });
    await expect.poll(() => seen.every((statuses) => statuses.has(200)), { timeout: 30_000 }).toBe(true);
    await own.halt();
    await expect.poll(() => seen.every((statuses) => statuses.size > 1), { timeout: 30_000 }).toBe(true);
    isOver = true;
    await Promise.all(readers);
    for (const statuses of seen) expect([...statuses]).toEqual([200, 503]);
    await own.resume();
    await untilBack();
  });
});
