import { parentPort } from "node:worker_threads";
import { buffersOfResult } from "./message-buffers";
import { plainError, type TaskReply, type TaskRequest } from "./worker-protocol";

/** Told the share done, in [0, 1], as often as the task likes. */
export type ReportProgress = (done: number) => void;

/** Loads a task's code only when it is asked for, so that a worker starts with what it needs. */
// biome-ignore lint/suspicious/noExplicitAny: each task has an input of its own; TaskInput gives it back.
export type TaskLoader = () => Promise<(input: any, report: ReportProgress) => unknown>;

/** More often than this nobody can see, and each message costs the main thread something. */
const progressEveryMilliseconds = 100;

/** The worker's side: takes one request at a time from the parent and answers it. */
export function serveTasks(tasks: Readonly<Record<string, TaskLoader>>): void {
  const port = parentPort;
  if (!port) throw new Error("serveTasks runs in a worker thread only");
  const reply = (message: TaskReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  let toldAt = 0;
  const report: ReportProgress = (done) => {
    const now = performance.now();
    if (now - toldAt < progressEveryMilliseconds) return;
    toldAt = now;
    reply({ type: "progress", done });
  };
  const answer = async ({ task, input }: TaskRequest) => {
    try {
      const load = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
      if (!load) throw new Error(`no task is called ${task}`);
      const run = await load();
      const result = await run(input, report);
      reply({ type: "result", result }, buffersOfResult(result));
    } catch (error) {
      reply({ type: "error", error: plainError(error) });
    }
  };
  port.on("message", (request: TaskRequest) => void answer(request));
}
