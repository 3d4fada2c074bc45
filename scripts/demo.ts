/** `npm run demo -- [--size medium] [--seed 1] [--months 36] [--data .data]`: loads the generated company into an empty database. */
import { access } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { connectSql } from "../app/db/sql.server";
import { AppError } from "../app/kernel/app-error";
import { type DemoSize, demoSizes } from "../prisma/demo/company-plan";
import { loadDemoCompany } from "../prisma/demo/load-demo-company";
import { openDatabase } from "./serve/open-database";
import { readOptions } from "./serve/options";
import { createProgressBar } from "./serve/progress-bar";
import { type ReachedDatabase, reachDatabase } from "./serve/reach-database";

const usage = "npm run demo -- [--size small|medium|large] [--seed 7] [--months 36] [--data .data]";

interface DemoArguments {
  readonly size: DemoSize;
  readonly seed: number;
  readonly months: number;
  readonly data: string;
}

function readArguments(args: readonly string[]): DemoArguments {
  let values: { size?: string; seed?: string; months?: string; data?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        size: { type: "string" },
        seed: { type: "string" },
        months: { type: "string" },
        data: { type: "string" },
      },
    }));
  } catch (error) {
    throw new AppError("environment", `${(error as Error).message.split(".")[0]}. Usage: ${usage}`);
  }
  const size = demoSizes.find((known) => known === (values.size ?? "medium"));
  if (!size) throw new AppError("environment", `--size must be small, medium or large, not ${values.size}`);
  const seed = Number(values.seed ?? "1");
  if (!Number.isSafeInteger(seed))
    throw new AppError("environment", `--seed must be a whole number, not ${values.seed}`);
  const months = Number(values.months ?? "36");
  if (!Number.isInteger(months) || months < 3 || months > 120)
    throw new AppError("environment", `--months must be 3 to 120, not ${values.months}`);
  return { size, seed, months, data: values.data ?? ".data" };
}

/** A new data folder is made; one that the application has open is joined. */
async function openOrReach(data: string): Promise<ReachedDatabase> {
  const isMade = await access(path.join(data, "postgres", "PG_VERSION")).then(
    () => true,
    () => false,
  );
  return isMade || process.env["DATABASE_URL"]
    ? reachDatabase(data)
    : openDatabase(readOptions(["--data", data], process.env));
}

async function main(args: readonly string[]): Promise<void> {
  const { size, seed, months, data } = readArguments(args);
  const database = await openOrReach(data);
  const sql = connectSql(database.url, { max: 1 });
  try {
    const onProgress = createProgressBar("Generating a company");
    const loaded = await loadDemoCompany(sql, { size, seed, months, onProgress });
    const rate = Math.round(loaded.rowCount / loaded.loadSeconds);
    console.log(
      `${loaded.rowCount.toLocaleString("en")} rows in ${loaded.loadSeconds.toFixed(1)} s (${rate.toLocaleString("en")} rows/s with indexes and constraints), rollups in ${loaded.rollupSeconds.toFixed(1)} s`,
    );
    console.log(`Logins, each with the password ${loaded.password}:`);
    for (const login of loaded.logins) console.log(`  ${login.role.padEnd(14)} ${login.email}`);
  } finally {
    await sql.end({ timeout: 5 });
    await database.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
