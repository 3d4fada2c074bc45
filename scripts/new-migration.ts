/** `npm run db:new NAME`: writes the SQL from the last migration's schema to today's, offline. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { diffSchemas } from "../prisma/schema-diff";

const migrationsFolder = path.join(import.meta.dirname, "../prisma/migrations");
const snapshotFile = path.join(migrationsFolder, "schema.snapshot.prisma");

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Give the migration a name in snake_case: npm run db:new add_saved_views");
  process.exit(1);
}

const schema = await readFile(path.join(import.meta.dirname, "../prisma/schema.prisma"), "utf8");
const snapshot = await readFile(snapshotFile, "utf8").catch(() => null);
const statements = await diffSchemas(snapshot, schema);

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join(migrationsFolder, `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(
  path.join(folder, "migration.sql"),
  statements === "" ? "-- The schema has not changed: write the statements by hand.\n" : `${statements}\n`,
);
await writeFile(snapshotFile, schema);
console.log(path.relative(process.cwd(), path.join(folder, "migration.sql")));
