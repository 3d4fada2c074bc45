import { execFileSync } from "node:child_process";
import type { RunState } from "../../app/modules/linkage/drivers/runs/run-state";
import { type BenchServer, load, startBenchServer, watchMemory } from "./bench-server";
import type { LoadSample } from "./http-load";
import { type Measure, p95 } from "./report";

const pages = [
  "/drivers",
  "/drivers/handovers",
  "/drivers/retention",
  "/drivers/importance",
  "/drivers/teams",
  "/drivers/leaving",
];
const longestMs = 900_000;
const windowSeconds = 5;

/** All declared analyses by the worker beside the server, and the pages while it computes. */
export async function measureDrivers(dataFolder: string): Promise<Measure[]> {
  const server = await startBenchServer(dataFolder);
  try {
    // The pages show the run before; where there is none yet, it is computed first.
    await untilIdle(server, null);
    const before = (await readState(server)).finished?.id ?? null;
    const pageLoad = {
      origin: server.origin,
      cookie: server.cookieOf("leadership"),
      paths: pages,
      inFlight: 1,
      expected: 200,
    };
    await load({ ...pageLoad, seconds: 2 });
    await request(server);
    const worker = await untilRunning(server);
    const memory = watchMemory(worker);
    const start = performance.now();
    const finished = untilIdle(server, before).then(() => (performance.now() - start) / 1_000);
    const { samples, failures, firstFailure } = await load({ ...pageLoad, seconds: null }, finished);
    return [
      {
        name: "all driver analyses in the worker",
        value: await finished,
        unit: "s",
        target: 90,
        better: "less",
      },
      {
        name: "memory of the worker while it computes",
        value: memory.stop(),
        unit: "MB",
        target: 1_024,
        better: "less",
      },
      {
        name: "driver pages while it computes, p95 of the whole run",
        value: failures > 0 ? null : p95(samples.map(({ ms }) => ms)),
        unit: "ms",
        target: 100,
        better: "less",
        ...(failures > 0 ? { note: `${failures} failed: ${firstFailure}` } : {}),
      },
      {
        name: "driver pages while it computes, p95 of the worst five seconds",
        value: worstWindow(samples),
        unit: "ms",
      },
      ...pages.map((page) => ({
        name: `${page} while it computes, p95 of the whole run`,
        value: p95(samples.filter(({ path }) => path === page).map(({ ms }) => ms)),
        unit: "ms",
      })),
    ];
  } finally {
    await server.stop();
  }
}

/** The last stretch is shorter than the others: what it says is in the figure of the whole run. */
function worstWindow(samples: readonly LoadSample[]): number {
  const windows = new Map<number, number[]>();
  for (const { atSeconds, ms } of samples) {
    const window = Math.floor(atSeconds / windowSeconds);
    windows.set(window, [...(windows.get(window) ?? []), ms]);
  }
  const whole = [...windows.values()].slice(0, Math.max(1, windows.size - 1));
  return Math.max(...whole.map((window) => p95(window)));
}

async function readState({ origin, cookieOf }: BenchServer): Promise<RunState> {
  const answer = await fetch(`${origin}/drivers/status`, { headers: { cookie: cookieOf("hr") } });
  if (!answer.ok) throw new Error(`/drivers/status answered ${answer.status}`);
  return (await answer.json()) as RunState;
}

async function request({ origin, cookieOf }: BenchServer): Promise<void> {
  await fetch(`${origin}/drivers/run`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie: cookieOf("hr"), "content-type": "application/x-www-form-urlencoded" },
    body: "back=%2Fdrivers",
  });
}

/** Until a run other than the one named is the latest and none is under way. */
async function untilIdle(server: BenchServer, except: string | null): Promise<void> {
  const deadline = Date.now() + longestMs;
  while (Date.now() < deadline) {
    const { finished, active, failure } = await readState(server);
    if (failure && !active) throw new Error(`The run failed: ${failure.error}`);
    if (finished && !active && finished.id !== except) return;
    await pause(500);
  }
  throw new Error("The run did not finish in fifteen minutes.");
}

/** Gives the worker's process id once it computes. */
async function untilRunning(server: BenchServer): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const { active } = await readState(server);
    if (active?.status === "running") return workerOf(server.pid);
    await pause(100);
  }
  throw new Error("The worker did not begin in a minute.");
}

function workerOf(parent: number): number {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  for (const line of lines) {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    if (ppid === parent && line.includes("worker.js")) return pid ?? 0;
  }
  throw new Error("The server has no worker process.");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
