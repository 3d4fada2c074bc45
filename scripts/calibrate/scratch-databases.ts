import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../../app/db/embedded-postgres.server";
import { applyMigrations } from "../../app/db/migrate.server";
import { connectSql } from "../../app/db/sql.server";
import { migrationsFolder } from "../serve/open-database";

export interface ScratchDatabases {
  /** A folder for files, gone with the databases. */
  readonly folder: string;
  /** A migrated, empty database for the time of the work; dropped afterwards, whatever became of it. */
  use<Result>(name: string, work: (url: string) => Promise<Result>): Promise<Result>;
  remove(): Promise<void>;
}

/** A PostgreSQL of its own in a temporary folder. What it holds is made anew each time, so nothing waits for the disk. */
export async function openScratchDatabases(): Promise<ScratchDatabases> {
  const folder = await mkdtemp(path.join(tmpdir(), "relata-calibrate-"));
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      shared_buffers: "256MB",
      work_mem: "16MB",
      wal_level: "minimal",
      max_wal_senders: "0",
    },
  });
  const template = connectSql(server.url, { max: 1 });
  await applyMigrations(template, migrationsFolder);
  await template.end();
  const adminUrl = new URL(server.url);
  adminUrl.pathname = "/postgres";
  const admin = connectSql(adminUrl.href, { max: 1 });
  return {
    folder,
    use: async (name, work) => {
      await admin.unsafe(`create database ${name} template relata`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      try {
        return await work(url.href);
      } finally {
        await admin.unsafe(`drop database if exists ${name} with (force)`);
      }
    },
    remove: async () => {
      await admin.end({ timeout: 5 });
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
