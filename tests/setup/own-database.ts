/** A PostgreSQL that somebody else runs, with a role that owns its database and may do nothing else. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../app/db/embedded-postgres.server";
import { connectSql, type Sql } from "../../app/db/sql.server";
import { freePort } from "./spawned-app";

export interface OwnServer {
  readonly port: number;
  /** Makes a database with an owner of the same name, who has no other right; gives its URL. */
  createDatabase(name: string): Promise<string>;
  /** Runs a query as the superuser in the database named. */
  asSuperuser<Result>(database: string, work: (sql: Sql) => Promise<Result>): Promise<Result>;
  halt(): Promise<void>;
  resume(): Promise<void>;
  remove(): Promise<void>;
}

const ownPassword = "own-secret";

export async function startOwnServer(): Promise<OwnServer> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "relata-own-"));
  const port = await freePort();
  const start = () =>
    startEmbeddedPostgres({ dataFolder, port, settings: { fsync: "off", synchronous_commit: "off" } });
  let server: EmbeddedPostgres | null = await start();
  const urlOf = (database: string) => {
    const url = new URL(server?.url ?? "");
    url.pathname = `/${database}`;
    return url.href;
  };
  async function asSuperuser<Result>(database: string, work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const sql = connectSql(urlOf(database), { max: 1 });
    try {
      return await work(sql);
    } finally {
      await sql.end();
    }
  }
  async function halt() {
    await server?.stop();
    server = null;
  }
  return {
    port,
    asSuperuser,
    createDatabase: async (name) => {
      await asSuperuser("postgres", async (sql) => {
        await sql.unsafe(`create role ${name} login password '${ownPassword}'`);
        await sql.unsafe(`create database ${name} owner ${name}`);
      });
      return `postgres://${name}:${ownPassword}@127.0.0.1:${port}/${name}`;
    },
    halt,
    resume: async () => {
      server = await start();
    },
    remove: async () => {
      await halt();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
