import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { FitElsewhere } from "../../app/modules/linkage/drivers/runs/run-drivers.server";
import type { FitThreadData, FitThreadMessage } from "./fit-thread";

/** Of the thread's heap; its columns of numbers lie outside it. With them the process stays below a gigabyte. */
const heapMegabytes = 512;

/**
 * A fit computes for seconds at a time without a pause. In a thread of its own it leaves room for heartbeats and
 * signals, its memory has a ceiling that ends the fit and not the process, and it can be ended at any instant.
 */
export function fitInThread(url: string): FitElsewhere {
  return (order, { signal, onProgress }) =>
    new Promise<void>((resolve, reject) => {
      signal.throwIfAborted();
      const thread = startThread({ url, order });
      let isStored = false;
      let failure: unknown;
      const abort = () => {
        failure = signal.reason;
        void thread.terminate();
      };
      signal.addEventListener("abort", abort, { once: true });
      thread.on("message", (message: FitThreadMessage) => {
        if (message.type === "stored") isStored = true;
        else onProgress(message.done, message.spec);
      });
      thread.on("error", (error) => {
        failure ??= error;
      });
      thread.on("exit", (code) => {
        signal.removeEventListener("abort", abort);
        if (isStored) resolve();
        else reject(failure ?? new Error(`The computation ended with code ${code} and no result`));
      });
    });
}

/** From its source a thread begins with JavaScript that loads TypeScript; the build has a bundle beside the worker's. */
function startThread(data: FitThreadData): Worker {
  const here = import.meta.dirname;
  const isSource = import.meta.filename.endsWith(".ts");
  const file = isSource
    ? path.join(here, "../../app/stats/runner/source-worker.js")
    : path.join(here, "fit-thread.js");
  const source = pathToFileURL(path.join(here, "fit-thread.ts")).href;
  return new Worker(file, {
    workerData: isSource ? { ...data, source } : data,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
}
