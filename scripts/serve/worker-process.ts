import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

/** What the worker tells the server. */
export interface WorkerNote {
  /** Why there can be no job queue in this database; the worker ends and stays away. */
  readonly refused: string;
}

const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** After so long without an end, the next end counts as the first again. */
const settledMs = 300_000;
const stopWithinMs = 5_000;

/** Keeps the worker process alive, with growing pauses where it keeps ending; gives the function that stops it. */
export function startWorkerProcess(onRefused: (reason: string) => void): () => Promise<void> {
  let isStopping = false;
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let delayMs = firstDelayMs;

  function start(): void {
    let isRefused = false;
    const startedAt = Date.now();
    const own = forkWorker();
    child = own;
    own.on("message", ({ refused }: WorkerNote) => {
      isRefused = true;
      onRefused(refused);
    });
    // A fork that fails tells it here; the exit that follows, or never comes, needs no second word.
    own.on("error", () => {});
    own.on("exit", () => {
      if (isStopping || isRefused) return;
      if (Date.now() - startedAt > settledMs) delayMs = firstDelayMs;
      timer = setTimeout(start, delayMs);
      timer.unref();
      delayMs = Math.min(longestDelayMs, delayMs * 2);
    });
  }

  start();
  return async () => {
    isStopping = true;
    clearTimeout(timer);
    const last = child;
    if (!last || last.exitCode !== null || last.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => last.once("exit", () => resolve()));
    last.kill("SIGTERM");
    const patience = setTimeout(() => last.kill("SIGKILL"), stopWithinMs);
    await ended;
    clearTimeout(patience);
  };
}

function forkWorker(): ChildProcess {
  const isSource = import.meta.filename.endsWith(".ts");
  return fork(path.join(import.meta.dirname, isSource ? "worker.ts" : "worker.js"), [], {
    execArgv: [...(isSource ? ["--import", "tsx"] : []), "--max-old-space-size=128"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
