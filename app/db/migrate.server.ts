import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "~/kernel/app-error";
import type { Sql } from "./sql.server";

interface MigrationFile {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

interface Bookkeeping {
  readonly migrationName: string;
  readonly checksum: string;
  readonly finishedAt: Date | null;
  readonly rolledBackAt: Date | null;
}

/** The number Prisma's own engine locks, so that the two never migrate at once. */
const prismaLock = 72_707_369;

/** Prisma's own table, column for column, so that its tools can take over at any time. */
const bookkeepingTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}

/**
 * Applies what the database has not yet seen, each file in a transaction of its own, in order of name.
 * Throws `schema_newer` where the database knows a migration that the code does not, and `conflict` where an applied
 * file was edited since or an earlier one never finished. Gives the names applied now.
 */
export async function applyMigrations(sql: Sql, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${prismaLock})`;
    await connection.unsafe(bookkeepingTable);
    const pending = pendingMigrations(migrations, await readBookkeeping(connection));
    for (const migration of pending) {
      const id = randomUUID();
      await connection`insert into _prisma_migrations (id, checksum, migration_name)
                       values (${id}, ${migration.checksum}, ${migration.name})`;
      try {
        await connection.unsafe(`begin;\n${migration.script}\n;commit;`);
      } catch (error) {
        await connection.unsafe("rollback");
        await connection`update _prisma_migrations set logs = ${String(error)} where id = ${id}`;
        throw error;
      }
      await connection`update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = ${id}`;
    }
    return pending.map((migration) => migration.name);
  } finally {
    await connection`select pg_advisory_unlock(${prismaLock})`.catch(() => {});
    connection.release();
  }
}

/** True when every migration of the code is applied, and no other; the answer of /readyz. */
export async function isMigrated(sql: Sql, folder: string): Promise<boolean> {
  const [table] = await sql`select to_regclass('_prisma_migrations') is not null as present`;
  if (!table?.["present"]) return false;
  return pendingMigrations(await readMigrations(folder), await readBookkeeping(sql)).length === 0;
}

async function readBookkeeping(sql: Pick<Sql, "unsafe">): Promise<Bookkeeping[]> {
  const rows = await sql.unsafe(
    "select migration_name, checksum, finished_at, rolled_back_at from _prisma_migrations order by started_at",
  );
  return rows as unknown as Bookkeeping[];
}

function pendingMigrations(migrations: MigrationFile[], applied: Bookkeeping[]): MigrationFile[] {
  const live = applied.filter((row) => row.rolledBackAt === null);
  const unfinished = live.find((row) => row.finishedAt === null);
  if (unfinished) {
    throw new AppError(
      "conflict",
      `Migration ${unfinished.migrationName} was started and never finished: look at its row in _prisma_migrations`,
    );
  }
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of live) {
    const migration = known.get(row.migrationName);
    if (!migration) {
      throw new AppError(
        "schema_newer",
        `The database has migration ${row.migrationName}, which this version does not know`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new AppError("conflict", `Migration ${row.migrationName} was edited after it was applied`);
    }
  }
  const done = new Set(live.map((row) => row.migrationName));
  return migrations.filter((migration) => !done.has(migration.name));
}
