/** Everything `npm start` does once the application is built: database, migrations, first data, HTTP, and a clean stop. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { connectSql, type Sql } from "../../app/db/sql.server";
import { readEnvironment } from "../../app/env.server";
import { isDatabaseAway } from "../../app/http/answering.server";
import { AppError } from "../../app/kernel/app-error";
import { requireFreePort, serveHttp } from "./http-server";
import { type OpenDatabase, openDatabase } from "./open-database";
import { readOptions, type ServeOptions } from "./options";
import { createProgressBar } from "./progress-bar";
import { startRollupWorker } from "./rollup-worker";
import { startWorkerProcess } from "./worker-process";

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
  process.on("unhandledRejection", (error) => {
    // What the database library asks on its own account when it connects, nobody waits for.
    if (isDatabaseAway(error)) return;
    console.error(error);
    void stop(1);
  });
  process.on("uncaughtException", (error) => {
    console.error(error);
    void stop(1);
  });
  try {
    await start(readOptions(args, process.env), cleanups);
  } catch (error) {
    // Stopped while it was starting: what was under way fails, and that is no news.
    if (stopping) return stopping;
    console.error(error instanceof AppError ? `Relata cannot start. ${error.message}` : error);
    await stop(1);
  }
}

async function start(options: ServeOptions, cleanups: (() => Promise<void>)[]): Promise<void> {
  // The embedded database names its URL later; everything else must hold before anything starts.
  const { DRIVERS_WORKER } = readEnvironment({
    ...process.env,
    DATABASE_URL: process.env["DATABASE_URL"] || "postgres://embedded",
  });
  await requireFreePort(options.port, options.host);
  const database = await openDatabase(options);
  cleanups.push(() => database.close());
  process.env["DATABASE_URL"] = database.url;
  process.env["DATA_FOLDER"] ||= options.dataFolder;
  process.env["NODE_ENV"] ??= options.isDevelopment ? "development" : "production";

  const sql = connectSql(database.url, { max: 2 });
  cleanups.push(() => sql.end({ timeout: 5 }));
  if (wantsCompany(database, options)) await loadCompany(sql, options);
  const isSetUp = await hasUsers(sql);
  if (!isSetUp) process.env["SETUP_TOKEN"] ||= randomBytes(18).toString("base64url");

  const stopRollups = startRollupWorker(sql);
  cleanups.push(stopRollups);
  if (DRIVERS_WORKER === "on") cleanups.push(startWorkerProcess(reportNoWorker));
  const server = await serveHttp(options);
  cleanups.push(() => server.close());
  await announce(options, sql, isSetUp);
}

/** Only a new embedded database gets one, or one whose first start was stopped in the middle of it. */
function wantsCompany(database: OpenDatabase, options: ServeOptions): boolean {
  if (!database.isEmbedded || options.isEmpty) return false;
  return database.isNewEmbedded || existsSync(unfinishedMark(options));
}

async function loadCompany(sql: Sql, options: ServeOptions): Promise<void> {
  await writeFile(unfinishedMark(options), "");
  const { loadDemoCompany } = await import("../../prisma/demo/load-demo-company");
  const onProgress = createProgressBar("Generating a company");
  await loadDemoCompany(sql, { size: options.demoSize, seed: options.demoSeed, onProgress });
  await rm(unfinishedMark(options));
}

function unfinishedMark({ dataFolder }: ServeOptions): string {
  return path.join(dataFolder, "company.unfinished");
}

function reportNoWorker(reason: string): void {
  console.log(
    `Drivers are not computed by themselves: the job queue cannot make its schema graphile_worker (${reason}). Grant CREATE on the database and start again, or run npm run drivers when you need them.`,
  );
}

async function hasUsers(sql: Sql): Promise<boolean> {
  const [row] = await sql`select exists (select 1 from users) as present`;
  return Boolean(row?.["present"]);
}

async function announce(options: ServeOptions, sql: Sql, isSetUp: boolean): Promise<void> {
  const origin = `http://${options.host === "127.0.0.1" ? "localhost" : options.host}:${options.port}`;
  const lines = [`\nRelata is ready at ${origin}\n`];
  if (!isSetUp) {
    lines.push(`Make the first administrator at ${origin}/setup with this one-time token:`);
    lines.push(`  ${process.env["SETUP_TOKEN"]}\n`);
  } else if ((await sql`select is_demo from company_settings`)[0]?.["isDemo"]) {
    const { demoLogins, demoPassword } = await import("../../prisma/demo/demo-logins");
    lines.push(`Demo logins, each with the password ${demoPassword}`);
    lines.push(...demoLogins.map((login) => `  ${login.role.padEnd(14)} ${login.email}`), "");
  }
  console.log(lines.join("\n"));
}

if (process.argv[1] === import.meta.filename) void serve(process.argv.slice(2));
