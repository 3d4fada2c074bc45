/**
 * Where TypeScript runs from its source, a thread starts here: it has to begin with JavaScript, and a loader registered
 * in the main thread does not reach it. A built server does not need this file.
 */
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.source);
