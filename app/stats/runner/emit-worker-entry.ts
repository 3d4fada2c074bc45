import path from "node:path";

/** The part of a Rollup plugin's context that is used here; the bundler's own types would be a dependency. */
interface BundlerContext {
  readonly environment: { readonly config: { readonly consumer: string } };
  emitFile(file: { type: "chunk"; id: string; fileName: string }): string;
}

/**
 * Vite plugin that puts the worker's entry into the server bundle as stats-worker.js, sharing its chunks. With it a
 * built server starts workers without TypeScript; without it they run from app/ (see locateWorkerEntry).
 */
export function emitWorkerEntry() {
  return {
    name: "stats-worker-entry",
    apply: "build" as const,
    buildStart(this: BundlerContext) {
      if (this.environment.config.consumer !== "server") return;
      const id = path.resolve("app/stats/runner/worker-entry.server.ts");
      this.emitFile({ type: "chunk", id, fileName: "stats-worker.js" });
    },
  };
}
