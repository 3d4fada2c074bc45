import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface WorkerEntry {
  /** JavaScript the thread begins with. */
  readonly file: string;
  /** The TypeScript it goes on with, as a URL, where there is no bundle. */
  readonly source?: string;
}

/** The name under which emitWorkerEntry puts the worker into the server bundle. */
const builtEntryName = "stats-worker.js";
const sourceEntry = "app/stats/runner/worker-entry.server.ts";

/**
 * Where the worker's file is. This module may itself be running from its source (tsx, vitest) or from within the
 * server bundle, in a chunk or beside it:
 * 1. from source, the entry is its neighbour and is loaded by tsx through source-worker.js;
 * 2. from a bundle made with emitWorkerEntry, it is stats-worker.js at the bundle's root;
 * 3. from any other bundle, the source is looked for upwards (a bundle in a checkout has app/ above it).
 */
export function locateWorkerEntry(from: string = import.meta.url): WorkerEntry {
  const here = path.dirname(fileURLToPath(from));
  const neighbour = path.join(here, path.basename(sourceEntry));
  if (existsSync(neighbour)) return fromSource(neighbour);
  for (const folder of [here, path.dirname(here)]) {
    const built = path.join(folder, builtEntryName);
    if (existsSync(built)) return { file: built };
  }
  for (let folder = here; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const source = path.join(folder, sourceEntry);
    if (existsSync(source)) return fromSource(source);
  }
  throw new Error(`neither ${builtEntryName} nor ${sourceEntry} is at or above ${here}`);
}

function fromSource(file: string): WorkerEntry {
  return { file: path.join(path.dirname(file), "source-worker.js"), source: pathToFileURL(file).href };
}
