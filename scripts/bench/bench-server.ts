import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { demoLogins, demoPassword } from "../../prisma/demo/demo-logins";
import type { LoadOrder, LoadResult } from "./http-load";

export interface BenchServer {
  readonly pid: number;
  readonly origin: string;
  /** Of the demo login of that role. */
  cookieOf(role: string): string;
  stop(): Promise<void>;
}

/** Starts the built server as people do, in a process of its own, with every demo login signed in. */
export async function startBenchServer(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(
    process.execPath,
    [...startFlags(), "scripts/start.js", "--port", String(port), "--data", dataFolder],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, DATABASE_URL: "", ...environment },
    },
  );
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  };
  try {
    await untilReady(server, origin);
    const cookies = new Map<string, string>();
    for (const { role, email } of demoLogins) cookies.set(role, await signIn(origin, email));
    return { pid: server.pid!, origin, cookieOf: (role) => cookies.get(role) ?? "", stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Keeps requests in flight from a process of their own, for the seconds of the order or until something is done. */
export async function load(order: LoadOrder, until?: Promise<unknown>): Promise<LoadResult> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/bench/http-load.ts", JSON.stringify(order)],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  void until?.finally(() => child.stdin.end()).catch(() => {});
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, "close");
  return JSON.parse(output) as LoadResult;
}

async function untilReady(server: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error("The server did not become ready in five minutes.");
}

async function signIn(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password: demoPassword }).toString(),
  });
  const cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
  if (cookie.length === 0) throw new Error(`Could not sign in as ${email}: ${answer.status}`);
  return cookie.join("; ");
}

/** Looks every 250 ms; `stop` gives the largest resident size in MB. */
export function watchMemory(pid: number): { stop(): number } {
  let largest = 0;
  const look = () => {
    largest = Math.max(largest, residentMegabytes(pid));
  };
  const timer = setInterval(look, 250);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return largest;
    },
  };
}

function residentMegabytes(pid: number): number {
  try {
    if (process.platform === "linux") {
      const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
      return Number(line?.[1] ?? 0) / 1024;
    }
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
  } catch {
    return 0;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** What `npm start` gives Node: the heap's cap belongs to what is measured. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((part) => part.startsWith("--"));
}
