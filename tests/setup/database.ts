/** Starts one PostgreSQL for the run and migrates a template, which each test file clones. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../app/db/embedded-postgres.server";
import { applyMigrations } from "../../app/db/migrate.server";
import { connectSql } from "../../app/db/sql.server";

declare module "vitest" {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "relata-test-"));
  const postgres = await startEmbeddedPostgres({
    dataFolder,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  const sql = connectSql(postgres.url, { max: 1 });
  await applyMigrations(sql, path.join(import.meta.dirname, "../../prisma/migrations"));
  await sql.end();
  project.provide("templateUrl", postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}
