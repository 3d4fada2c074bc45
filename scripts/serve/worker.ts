/**
 * The process beside the server that computes drivers, so that no page waits for a fit. The server starts it, tells it to
 * stop, and starts it again where it ends; where the server itself is gone, it ends by itself.
 */
import { readdirSync } from "node:fs";
import os from "node:os";
import { connectSql } from "../../app/db/sql.server";
import { isDatabaseAway } from "../../app/http/answering.server";
import { fitInThread } from "../drivers/fit-in-thread";
import { JobQueueRefused, startJobs } from "./jobs";
import { startMoneyLoop } from "./money-loop";
import type { WorkerNote } from "./worker-process";

const url = process.env["DATABASE_URL"] ?? "";
/** Beyond this whoever stops us has stopped waiting. */
const stopWithinMs = 4_000;

lowerPriority(10);
const sql = connectSql(url, { max: 2 });
const stopMoney = startMoneyLoop(sql);
const jobs = startJobs({ url, sql, fit: fitInThread(url) });
let isStopping = false;

/** On Linux each thread has a priority of its own, and those that collect garbage began before this one could say so. */
function lowerPriority(priority: number): void {
  os.setPriority(priority);
  if (process.platform !== "linux") return;
  for (const thread of readdirSync("/proc/self/task")) {
    try {
      os.setPriority(Number(thread), priority);
    } catch {
      // It has just ended.
    }
  }
}

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(exitCode), stopWithinMs).unref();
  await Promise.all([jobs.then((started) => started.stop()).catch(() => {}), stopMoney()]);
  await sql.end({ timeout: 1 }).catch(() => {});
  process.exit(exitCode);
}

// The database went away in the middle of something: begun anew by the server, a little later each time.
process.on("uncaughtException", (error, origin) => {
  if (!isDatabaseAway(error) && !/postgres.src.connection\.js/.test(error.stack ?? ""))
    console.error(origin, error);
  void stop(1);
});

// Ctrl-C and a closed terminal reach the whole group: the server decides what becomes of us.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
process.on("SIGTERM", () => void stop(0));
process.on("disconnect", () => void stop(0));

try {
  await (await jobs).ended;
  await stop(1);
} catch (error) {
  if (error instanceof JobQueueRefused) {
    const note: WorkerNote = { refused: error.message };
    process.send?.(note, () => void stop(0));
  } else {
    // A database that is away is reported by the pages; the server tries again.
    await stop(1);
  }
}
