import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { connectSql, type Sql } from "../../app/db/sql.server";
import { refreshAllRollups } from "../../app/modules/linkage/panel/refresh-all-rollups.server";
import type { DemoSize } from "../../prisma/demo/company-plan";
import { loadDemoCompany } from "../../prisma/demo/load-demo-company";
import { openDatabase } from "../serve/open-database";
import { readOptions } from "../serve/options";

export interface BenchCompany {
  readonly url: string;
  readonly sql: Sql;
  /** As measured when it was loaded, which may have been in an earlier run. */
  readonly load: LoadFigures;
  close(): Promise<void>;
}

export interface LoadFigures {
  readonly rowCount: number;
  readonly loadSeconds: number;
  readonly rollupSeconds: number;
}

export const benchSeed = 7;

/** Opens the company of that size in its own embedded database, and loads it where it is not there yet. */
export async function openBenchCompany(size: DemoSize, folder: string): Promise<BenchCompany> {
  const dataFolder = path.join(folder, size);
  // The bench loads, imports and deletes: it keeps to its own databases whatever the environment says.
  delete process.env["DATABASE_URL"];
  await mkdir(dataFolder, { recursive: true });
  const database = await openDatabase(readOptions(["--data", dataFolder], process.env));
  const sql = connectSql(database.url, { max: 2 });
  const figuresFile = path.join(dataFolder, "load.json");
  const [present] = await sql`select exists (select 1 from accounts) as loaded`;
  if (!present?.["loaded"]) {
    process.stderr.write(`Loading the ${size} company …\n`);
    const { rowCount, loadSeconds, rollupSeconds } = await loadDemoCompany(sql, { size, seed: benchSeed });
    await writeFile(figuresFile, JSON.stringify({ rowCount, loadSeconds, rollupSeconds }));
    await sql.unsafe("checkpoint");
  } else await removeTraces(sql);
  const load = JSON.parse(await readFile(figuresFile, "utf8")) as LoadFigures;
  return {
    url: database.url,
    sql,
    load,
    close: async () => {
      await sql.end({ timeout: 5 });
      await database.close();
    },
  };
}

/** What an earlier run imported and created goes again, so that every run measures the same company. */
async function removeTraces(sql: Sql): Promise<void> {
  await sql`delete from revenue_entries where external_id like 'BENCH-%'`;
  const made = sql`(select id from accounts where account_number like 'BENCH-%')`;
  await sql`delete from account_months where account_id in ${made}`;
  await sql`delete from account_summaries where account_id in ${made}`;
  await sql`delete from assignments where account_id in ${made}`;
  await sql`delete from accounts where account_number like 'BENCH-%'`;
  const [stale] =
    await sql`select exists (select 1 from account_summaries where as_of < current_date) as is_stale`;
  if (stale?.["isStale"]) await refreshAllRollups(sql);
}
