import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../app/kernel/app-error";
import { openDatabase } from "./open-database";
import { readOptions } from "./options";

export interface ReachedDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The database that `npm start` uses, for commands beside it: DATABASE_URL, else the embedded server of the data folder,
 * joined where the application runs and started for the time of the command where it does not.
 */
export async function reachDatabase(dataFolder: string): Promise<ReachedDatabase> {
  const given = process.env["DATABASE_URL"];
  const options = readOptions(["--data", dataFolder], process.env);
  if (!given) {
    const running = await findRunning(options.dataFolder);
    if (running) return { url: running, close: async () => {} };
    const version = path.join(options.dataFolder, "postgres", "PG_VERSION");
    if (!(await readFile(version).catch(() => null)))
      throw new AppError(
        "environment",
        `There is no database in ${options.dataFolder}: run npm start once, name the folder with --data, or set DATABASE_URL`,
      );
  }
  const { url, close } = await openDatabase(options);
  return { url, close };
}

/** URL of the embedded server that another process has open; null where none does. */
async function findRunning(dataFolder: string): Promise<string | null> {
  const lines = (
    await readFile(path.join(dataFolder, "postgres", "postmaster.pid"), "utf8").catch(() => "")
  ).split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !isAlive(pid)) return null;
  const password = (await readFile(path.join(dataFolder, "postgres-password"), "utf8")).trim();
  return `postgres://relata:${encodeURIComponent(password)}@127.0.0.1:${port}/relata`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
