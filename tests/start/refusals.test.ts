/** What `npm start` says when it cannot: one line with the way out, exit code 1, never a stack trace. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedPostgres } from "../../app/db/embedded-postgres.server";
import { applyMigrations } from "../../app/db/migrate.server";
import { type OwnServer, startOwnServer } from "../setup/own-database";
import { freePort, spawnApp } from "../setup/spawned-app";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "relata-refusal-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function refusal(args: readonly string[], environment: Record<string, string> = {}): Promise<string> {
  const port = args.includes("--port") || environment["PORT"] ? [] : ["--port", String(await freePort())];
  const app = spawnApp([...port, ...args], environment);
  const code = await app.ended;
  const lines = app.output().trim().split("\n");
  expect(code, app.output()).toBe(1);
  expect(lines, app.output()).toHaveLength(1);
  expect(lines[0]).toMatch(/^Relata cannot start\. /);
  return lines[0] ?? "";
}

describe("the command line", () => {
  it.each([
    ["an unknown option", ["--colour", "red"], /--colour.*Usage: npm start/],
    ["a word that is no option", ["please"], /please.*Usage: npm start/],
    ["a port that is none", ["--port", "99999"], /PORT must be 1 to 65535, not 99999/],
    ["a size that is none", ["--size", "huge"], /--size must be small, medium or large, not huge/],
    ["a seed that is none", ["--seed", "x"], /--seed must be a whole number, not x/],
    ["an address of another machine", ["--host", "203.0.113.7"], /203\.0\.113\.7.*--host/],
  ])("refuses %s", async (_case, args, words) => {
    expect(await refusal([...args, "--data", path.join(folder, "never")])).toMatch(words);
  });

  it.each([
    ["PORT", { PORT: "abc" }, /PORT must be 1 to 65535, not abc/],
    ["APP_ORIGIN", { APP_ORIGIN: "relata" }, /APP_ORIGIN must be an http or https URL/],
  ])("refuses a value of %s that cannot be", async (_name, environment, words) => {
    expect(await refusal(["--data", path.join(folder, "never")], environment)).toMatch(words);
  });
});

describe("the port", () => {
  it("refuses one that another program holds, and names the way out", async () => {
    const port = await freePort();
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(port, "127.0.0.1", resolve));
    try {
      expect(await refusal(["--port", String(port), "--data", path.join(folder, "never")])).toMatch(
        new RegExp(`Port ${port} is taken.*--port`),
      );
    } finally {
      holder.close();
    }
  });
});

describe("the data folder", () => {
  it("refuses one made by another version of PostgreSQL", async () => {
    const other = path.join(folder, "other");
    await mkdir(path.join(other, "postgres"), { recursive: true });
    await writeFile(path.join(other, "postgres/PG_VERSION"), "16\n");
    expect(await refusal(["--data", other])).toMatch(/was made by PostgreSQL 16.*brings 17.*--data/);
  });

  it("refuses one that a running program has open, and leaves that program alone", async () => {
    const used = path.join(folder, "used");
    const running = await startEmbeddedPostgres({ dataFolder: used, settings: { fsync: "off" } });
    try {
      expect(await refusal(["--data", used])).toMatch(/already in use by process \d+.*--data/);
      expect(await refusal(["--data", used])).toMatch(/already in use/);
    } finally {
      await running.stop();
    }
  });

  it("refuses a path that is a file", async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "not a folder");
    expect(await refusal(["--data", file])).toMatch(/data folder .*file.*--data/);
  });
});

describe("DATABASE_URL", () => {
  let own: OwnServer;
  let url: string;
  beforeAll(async () => {
    own = await startOwnServer();
    url = await own.createDatabase("owned");
  });
  afterAll(() => own.remove());

  it.each([
    ["is not a URL", "hello", /DATABASE_URL must start with postgres:\/\//],
    ["is a URL of something else", "mysql://root@localhost/x", /DATABASE_URL must start with postgres:\/\//],
    ["cannot be read", "postgres://[bad", /DATABASE_URL/],
    ["names a port that is none", "postgres://a:b@localhost:99999/x", /DATABASE_URL/],
    [
      "names a host that does not exist",
      "postgres://a:b@nowhere.invalid/x",
      /nowhere\.invalid\/x cannot be used/,
    ],
  ])("refuses one that %s", async (_case, DATABASE_URL, words) => {
    expect(await refusal([], { DATABASE_URL })).toMatch(words);
  });

  it("refuses one where nothing listens, without its password", async () => {
    const port = await freePort();
    const line = await refusal([], { DATABASE_URL: `postgres://a:very-secret@127.0.0.1:${port}/x` });
    expect(line).toMatch(new RegExp(`127\\.0\\.0\\.1:${port}/x cannot be used: .*ECONNREFUSED`));
    expect(line).not.toContain("very-secret");
  });

  it("refuses a wrong password, without repeating it", async () => {
    const line = await refusal([], { DATABASE_URL: url.replace("own-secret", "guessed") });
    expect(line).toMatch(/password authentication failed/);
    expect(line).not.toContain("guessed");
  });

  it("refuses a database that does not exist", async () => {
    expect(await refusal([], { DATABASE_URL: url.replace(/owned$/, "missing") })).toMatch(
      /"missing" does not exist/,
    );
  });

  it("refuses a role that may not make tables", async () => {
    await own.asSuperuser("owned", (sql) => sql.unsafe("create role guest login password 'own-secret'"));
    expect(await refusal([], { DATABASE_URL: url.replace("//owned:", "//guest:") })).toMatch(
      /permission denied/,
    );
  });

  it("refuses a schema newer than the code, by the name of what it does not know", async () => {
    const newer = await own.createDatabase("newer");
    await own.asSuperuser("newer", async (sql) => {
      await applyMigrations(sql, "prisma/migrations");
      await sql`insert into _prisma_migrations (id, checksum, migration_name, finished_at)
                values ('x', 'x', '29990101000000_from_the_future', now())`;
      await sql.unsafe("grant all on all tables in schema public to newer");
    });
    expect(await refusal([], { DATABASE_URL: newer })).toMatch(
      /29990101000000_from_the_future, which this version does not know/,
    );
  });
});
