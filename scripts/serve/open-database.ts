import path from "node:path";
import { startEmbeddedPostgres } from "../../app/db/embedded-postgres.server";
import { applyMigrations } from "../../app/db/migrate.server";
import { connectSql } from "../../app/db/sql.server";
import { readEnvironment } from "../../app/env.server";
import { AppError } from "../../app/kernel/app-error";
import type { ServeOptions } from "./options";

export interface OpenDatabase {
  readonly url: string;
  /** True for a new embedded database, the only kind that gets the generated company. */
  readonly isNewEmbedded: boolean;
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

export const migrationsFolder = path.resolve("prisma/migrations");

/** DATABASE_URL where it is set, else the embedded server; migrated either way. */
export async function openDatabase(options: ServeOptions): Promise<OpenDatabase> {
  const given = process.env["DATABASE_URL"];
  if (given) {
    readEnvironment();
    await migrate(given);
    return { url: given, isNewEmbedded: false, isEmbedded: false, close: async () => {} };
  }
  const embedded = await startEmbeddedPostgres({
    dataFolder: options.dataFolder,
    settings: {
      shared_buffers: "256MB",
      work_mem: "16MB",
      maintenance_work_mem: "128MB",
      max_wal_size: "2GB",
      random_page_cost: "1.1",
      // Nobody replicates this server, so rows copied into a table made anew need no log.
      wal_level: "minimal",
      max_wal_senders: "0",
    },
  });
  try {
    await migrate(embedded.url);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return { url: embedded.url, isNewEmbedded: embedded.isNew, isEmbedded: true, close: () => embedded.stop() };
}

async function migrate(url: string): Promise<void> {
  const sql = connectSql(url, { max: 1 });
  try {
    const [server] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    if ((server?.version ?? 0) < 150_000)
      throw new AppError("conflict", "The database is older than PostgreSQL 15");
    await applyMigrations(sql, migrationsFolder);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (error instanceof AppError) throw error;
    throw new AppError(
      "unavailable",
      `The database at ${withoutPassword(url)} cannot be used: ${message || code}`,
    );
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port ? `:${port}` : ""}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
