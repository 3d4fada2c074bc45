import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { demoLogins, demoPassword } from "../../prisma/demo/demo-logins";
import type { LoadOrder, LoadResult } from "./http-load";
import type { Measure } from "./report";

interface Sample {
  readonly accountIds: readonly string[];
  readonly ownerNumber: string;
}

const inFlight = 8;

/** Starts the built server as people do, in a process of its own, and keeps eight requests in flight at each page. */
export async function measureHttp(dataFolder: string, sample: Sample, seconds: number): Promise<Measure[]> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(
    process.execPath,
    [...startFlags(), "scripts/start.js", "--port", String(port), "--data", dataFolder],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, DATABASE_URL: "" },
    },
  );
  try {
    await untilReady(server, origin);
    const memory = watchMemory(server.pid!);
    const cookies = new Map<string, string>();
    for (const { role, email } of demoLogins) cookies.set(role, await signIn(origin, email));
    const pages: [name: string, role: string, target: number, order: Partial<LoadOrder>][] = [
      ["accounts list, HTML of 50 rows", "leadership", 200, { paths: ["/accounts"] }],
      ["accounts list, .data", "leadership", 800, { paths: ["/accounts.data"] }],
      [
        "search",
        "leadership",
        150,
        { paths: ["moreau", "maschinen", "恒泰", "optik"].map((q) => `/search?q=${encodeURIComponent(q)}`) },
      ],
      ["account page", "leadership", 150, { paths: sample.accountIds.map((id) => `/accounts/${id}`) }],
      [
        "create account",
        "sales_manager",
        300,
        {
          paths: ["/accounts/new"],
          expected: 303,
          form: {
            name: "Bench {n}",
            accountNumber: "BENCH-{n}",
            ownerNumber: sample.ownerNumber,
            type: "customer",
            acquiredOn: "2026-01-15",
            currency: "EUR",
          },
        },
      ],
      ["home of HR", "hr", 100, { paths: ["/home/hr"] }],
      ["home of sales", "sales_manager", 100, { paths: ["/home/sales"] }],
      ["home of leadership", "leadership", 100, { paths: ["/home/leadership"] }],
    ];
    const measures: Measure[] = [];
    for (const [name, role, target, order] of pages) {
      const result = await load({
        origin,
        cookie: cookies.get(role)!,
        paths: ["/"],
        seconds,
        inFlight,
        expected: 200,
        ...order,
      });
      const note = result.failures > 0 ? `${result.failures} failed: ${result.firstFailure}` : undefined;
      const value = result.failures > 0 ? null : result.requestsPerSecond;
      measures.push({
        name: `${name}, 8 in flight`,
        value,
        unit: "requests/s",
        target,
        better: "more",
        ...(note ? { note } : {}),
      });
    }
    measures.push({
      name: "memory of the server under that load",
      value: memory.stop(),
      unit: "MB",
      target: 400,
      better: "less",
    });
    return measures;
  } finally {
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
  }
}

async function load(order: LoadOrder): Promise<LoadResult> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/bench/http-load.ts", JSON.stringify(order)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
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
function watchMemory(pid: number): { stop(): number } {
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
