import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ArgumentError } from "../arguments";
import { locateWorkerEntry, type WorkerEntry } from "./locate-worker-entry.server";
import { buffersToTransfer } from "./message-buffers";
import type { TaskInput, TaskName, TaskResult } from "./tasks";
import { revivedError, type TaskReply, type TaskRequest } from "./worker-protocol";

export interface RunOptions {
  /** Aborting ends the thread at once, wherever it is, and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told the share done, in [0, 1], at most ten times a second. */
  readonly onProgress?: (done: number) => void;
  /** Hand over the columns that are not shared; the caller's own views of them are empty afterwards. */
  readonly giveAway?: boolean;
}

export interface RunnerOptions {
  /** Threads at once; further runs wait their turn. Default: one fewer than there are processors, at least one. */
  readonly threads?: number;
  /** A worker's file other than the library's own. */
  readonly entry?: WorkerEntry;
  /** Ceiling of a thread's heap; columns live outside it. Default: Node's. */
  readonly heapMegabytes?: number;
}

export interface WorkerRunner {
  run<Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    options?: RunOptions,
  ): Promise<TaskResult<Name>>;
  /** Runs under way and waiting. */
  readonly pending: number;
  /** Ends all threads; what was under way or waiting rejects. */
  close(): Promise<void>;
}

interface Waiting {
  start(): void;
  cancel(reason: unknown): void;
}

/**
 * Runs the library's heavy fits in worker threads: a thread a fit, ended when the fit is. The event loop stays free and
 * columns in shared memory (`sharedColumn`) are read where they are, without a copy; results come back transferred.
 *
 * Refusals resolve like any result; an ArgumentError thrown in the worker rejects as one, with its argument. Throws (by
 * rejecting) ArgumentError naming the column when a long column is neither shared nor given away.
 * No R call: nothing is computed here.
 */
export function createWorkerRunner(options: RunnerOptions = {}): WorkerRunner {
  const { threads = Math.max(1, availableParallelism() - 1), heapMegabytes } = options;
  if (!Number.isInteger(threads) || threads < 1) {
    throw new ArgumentError("threads", `must be a whole number of at least 1, got ${threads}`);
  }
  const waiting: Waiting[] = [];
  const running = new Set<{ end(reason: unknown): void; ended: Promise<void> }>();

  const startNext = () => {
    while (running.size < threads) {
      const next = waiting.shift();
      if (!next) return;
      next.start();
    }
  };

  const run = (task: string, input: unknown, { signal, onProgress, giveAway = false }: RunOptions = {}) =>
    new Promise<unknown>((resolve, reject) => {
      // Checked before waiting, so that a mistake shows at once.
      const transfer = buffersToTransfer(input, giveAway);
      signal?.throwIfAborted();
      const abort = () => current.cancel(signal?.reason);
      const settle = (act: () => void) => {
        signal?.removeEventListener("abort", abort);
        act();
      };
      const current: Waiting = {
        start() {
          let worker: Worker;
          try {
            worker = startWorker(options.entry ?? locateWorkerEntry(), heapMegabytes);
            const request: TaskRequest = { task, input };
            worker.postMessage(request, transfer);
          } catch (error) {
            settle(() => reject(error));
            return;
          }
          // The first outcome counts; it is told once the thread is gone, so that its memory is free by then.
          let outcome: (() => void) | null = null;
          let exited: () => void = () => {};
          const slot = {
            ended: new Promise<void>((done) => {
              exited = done;
            }),
            end(reason: unknown) {
              finish(() => reject(reason));
            },
          };
          const finish = (act: () => void) => {
            if (outcome) return;
            outcome = act;
            void worker.terminate();
          };
          running.add(slot);
          current.cancel = slot.end;
          worker.on("message", (reply: TaskReply) => {
            if (reply.type === "progress") {
              if (!outcome) onProgress?.(reply.done);
            } else if (reply.type === "result") finish(() => resolve(reply.result));
            else finish(() => reject(revivedError(reply.error)));
          });
          worker.on("messageerror", (error) => finish(() => reject(error)));
          worker.on("error", (error) => finish(() => reject(error)));
          worker.on("exit", (code) => {
            running.delete(slot);
            const act =
              outcome ?? (() => reject(new Error(`the worker ended with code ${code} and no result`)));
            settle(act);
            exited();
            startNext();
          });
        },
        cancel(reason) {
          const place = waiting.indexOf(current);
          if (place >= 0) waiting.splice(place, 1);
          settle(() => reject(reason));
        },
      };
      signal?.addEventListener("abort", abort, { once: true });
      waiting.push(current);
      startNext();
    });

  return {
    run: run as WorkerRunner["run"],
    get pending() {
      return running.size + waiting.length;
    },
    async close() {
      const reason = new Error("the runner was closed");
      for (const one of waiting.splice(0)) one.cancel(reason);
      const ends = [...running].map((slot) => {
        slot.end(reason);
        return slot.ended;
      });
      await Promise.all(ends);
    },
  };
}

function startWorker({ file, source }: WorkerEntry, heapMegabytes: number | undefined): Worker {
  return new Worker(file, {
    workerData: { source },
    // Not the main thread's: a debugger's port or a test runner's loader is not for this one.
    execArgv: [],
    resourceLimits: heapMegabytes === undefined ? undefined : { maxOldGenerationSizeMb: heapMegabytes },
  });
}
