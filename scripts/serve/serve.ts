/** Everything `npm start` does once the application is built: database, migrations, first data, HTTP, and a clean stop. */
import { randomBytes } from "node:crypto";
import { connectSql, type Sql } from "../../app/db/sql.server";
import { AppError } from "../../app/kernel/app-error";
import { requireFreePort, serveHttp } from "./http-server";
import { openDatabase } from "./open-database";
import { readOptions, type ServeOptions } from "./options";
import { createProgressBar } from "./progress-bar";
import { startRollupWorker } from "./rollup-worker";

export async function serve(args: readonly string[]): Promise<void> {
  const cleanups: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (exitCode: number) => {
    stopping ??= (async () => {
      for (const cleanup of cleanups.reverse())
        await cleanup().catch((error: unknown) => console.error(error));
      process.exit(exitCode);
    })();
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      console.log("\nStopping …");
      void stop(0);
    });
  }
  process.on("uncaughtException", (error) => {
    console.error(error);
    void stop(1);
  });
  try {
    await start(readOptions(args, process.env), cleanups);
  } catch (error) {
    console.error(error instanceof AppError ? `Relata cannot start. ${error.message}` : error);
    await stop(1);
  }
}

async function start(options: ServeOptions, cleanups: (() => Promise<void>)[]): Promise<void> {
  await requireFreePort(options.port, options.host);
  const database = await openDatabase(options);
  cleanups.push(() => database.close());
  process.env["DATABASE_URL"] = database.url;
  process.env["DATA_FOLDER"] ||= options.dataFolder;
  process.env["NODE_ENV"] ??= options.isDevelopment ? "development" : "production";

  const sql = connectSql(database.url, { max: 2 });
  cleanups.push(() => sql.end({ timeout: 5 }));
  if (database.isNewEmbedded && !options.isEmpty) await loadCompany(sql, options);
  const isSetUp = await hasUsers(sql);
  if (!isSetUp) process.env["SETUP_TOKEN"] ||= randomBytes(18).toString("base64url");

  const stopRollups = startRollupWorker(sql);
  cleanups.push(stopRollups);
  const server = await serveHttp(options);
  cleanups.push(() => server.close());
  await announce(options, sql, isSetUp);
}

async function loadCompany(sql: Sql, options: ServeOptions): Promise<void> {
  const { loadDemoCompany } = await import("../../prisma/demo/load-demo-company");
  const onProgress = createProgressBar("Generating a company");
  await loadDemoCompany(sql, { size: options.demoSize, seed: options.demoSeed, onProgress });
}

async function hasUsers(sql: Sql): Promise<boolean> {
  const [row] = await sql`select exists (select 1 from users) as present`;
  return Boolean(row?.["present"]);
}

async function announce(options: ServeOptions, sql: Sql, isSetUp: boolean): Promise<void> {
  const origin = `http://${options.host === "127.0.0.1" ? "localhost" : options.host}:${options.port}`;
  console.log(`\nRelata is ready at ${origin}\n`);
  if (!isSetUp) {
    console.log(
      `Make the first administrator at ${origin}/setup with this one-time token:\n  ${process.env["SETUP_TOKEN"]}\n`,
    );
    return;
  }
  const { demoLogins, demoPassword } = await import("../../prisma/demo/demo-logins");
  const [company] = await sql`select is_demo from company_settings`;
  if (!company?.["isDemo"]) return;
  console.log(`Demo logins, each with the password ${demoPassword}`);
  for (const login of demoLogins) console.log(`  ${login.role.padEnd(14)} ${login.email}`);
  console.log("");
}

if (process.argv[1] === import.meta.filename) void serve(process.argv.slice(2));
