/** The migrations lead to what schema.prisma says, and Prisma's own bookkeeping of them is kept. */
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { applyMigrations, isMigrated, readMigrations } from "../../app/db/migrate.server";
import { connectSql, type Sql, sql } from "../../app/db/sql.server";
import { diffSchemas } from "../../prisma/schema-diff";

const root = path.join(import.meta.dirname, "../..");
const migrationsFolder = path.join(root, "prisma/migrations");
const cleanups: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function emptyDatabase(): Promise<Sql> {
  const url = new URL(inject("templateUrl"));
  const name = `m_${randomBytes(6).toString("hex")}`;
  const adminUrl = new URL(url);
  adminUrl.pathname = "/postgres";
  const admin = connectSql(adminUrl.href, { max: 1 });
  await admin.unsafe(`create database ${name} template template0`);
  url.pathname = `/${name}`;
  const database = connectSql(url.href, { max: 2 });
  cleanups.push(async () => {
    await database.end();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return database;
}

/** Columns, keys and enum values as the database knows them. */
async function describeDatabase(database: Sql) {
  const columns = await database`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
           pg_get_expr(d.adbin, d.adrelid) as default
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname <> '_prisma_migrations'
    order by 1, 2`;
  const keys = await database`
    select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'f', 'u')
      and conrelid::regclass::text <> '_prisma_migrations' order by 1, 2`;
  const indexes = await database`
    select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`;
  const enums = await database`
    select t.typname, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_enum e join pg_type t on t.oid = e.enumtypid group by 1 order by 1`;
  return {
    columns: [...columns],
    keys: [...keys],
    indexes: [...indexes].map((row) => row["indexdef"] as string),
    enums: [...enums],
  };
}

describe("migrations", () => {
  it("have the snapshot of today's schema.prisma beside them, so that no change is left unwritten", async () => {
    const schema = await readFile(path.join(root, "prisma/schema.prisma"), "utf8");
    const snapshot = await readFile(path.join(migrationsFolder, "schema.snapshot.prisma"), "utf8");
    expect(await diffSchemas(snapshot, schema)).toBe("");
  });

  it("make the same columns, keys, enums and indexes as schema.prisma alone would", async () => {
    const declared = await emptyDatabase();
    await declared.unsafe(
      await diffSchemas(null, await readFile(path.join(root, "prisma/schema.prisma"), "utf8")),
    );
    const [fromSchema, fromMigrations] = await Promise.all([
      describeDatabase(declared),
      describeDatabase(sql()),
    ]);
    expect(fromMigrations.columns).toEqual(fromSchema.columns);
    expect(fromMigrations.keys).toEqual(fromSchema.keys);
    expect(fromMigrations.enums).toEqual(fromSchema.enums);
    // Search and sort indexes that Prisma cannot write come on top.
    expect(fromMigrations.indexes).toEqual(expect.arrayContaining(fromSchema.indexes));
  });

  it("notice a column that only one of the two has", async () => {
    const schema = await readFile(path.join(root, "prisma/schema.prisma"), "utf8");
    const changed = schema.replace("model OrgUnit {", "model OrgUnit {\n  nickname String?");
    expect(await diffSchemas(schema, changed)).toContain('ADD COLUMN     "nickname" TEXT');
  });
});

describe("bookkeeping", () => {
  it("is Prisma's own: name, sha256 of the file, one finished step", async () => {
    const rows =
      await sql()`select migration_name, checksum, applied_steps_count, finished_at is not null as finished from _prisma_migrations order by migration_name`;
    const files = await readMigrations(migrationsFolder);
    expect(rows.map((row) => ({ ...row }))).toEqual(
      files.map((file) => ({
        migrationName: file.name,
        checksum: file.checksum,
        appliedStepsCount: 1,
        finished: true,
      })),
    );
  });

  it("applies nothing twice, also when two processes start at once", async () => {
    const database = await emptyDatabase();
    const [first, second] = await Promise.all([
      applyMigrations(database, migrationsFolder),
      applyMigrations(database, migrationsFolder),
    ]);
    expect([...first, ...second].length).toBe((await readMigrations(migrationsFolder)).length);
    expect(await applyMigrations(database, migrationsFolder)).toEqual([]);
    expect(await isMigrated(database, migrationsFolder)).toBe(true);
  });

  async function copyOfMigrations(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), "relata-migrations-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    await cp(migrationsFolder, folder, { recursive: true });
    return folder;
  }

  it("refuses a database that is newer than the code, and names the migration", async () => {
    const database = await emptyDatabase();
    await applyMigrations(database, migrationsFolder);
    await database`insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ('x', 'y', '20991231000000_future', now(), 1)`;
    await expect(applyMigrations(database, migrationsFolder)).rejects.toMatchObject({
      code: "schema_newer",
      message: expect.stringContaining("20991231000000_future"),
    });
  });

  it("refuses a file that was edited after it was applied", async () => {
    const database = await emptyDatabase();
    const folder = await copyOfMigrations();
    await applyMigrations(database, folder);
    const [first] = await readMigrations(folder);
    await writeFile(path.join(folder, first!.name, "migration.sql"), `${first!.script}\n-- edited`);
    await expect(applyMigrations(database, folder)).rejects.toMatchObject({ code: "conflict" });
  });

  it("rolls a failing file back whole, and refuses to go on after it", async () => {
    const database = await emptyDatabase();
    const folder = await copyOfMigrations();
    const broken = path.join(folder, "20990101000000_broken");
    await cp(path.join(folder, (await readMigrations(folder))[0]!.name), broken, { recursive: true });
    await writeFile(path.join(broken, "migration.sql"), "create table half (id int); select 1/0;");
    await expect(applyMigrations(database, folder)).rejects.toThrow(/division by zero/);
    const [half] = await database`select to_regclass('half') is null as absent`;
    expect(half?.["absent"]).toBe(true);
    await expect(applyMigrations(database, folder)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("20990101000000_broken"),
    });
  });
});
