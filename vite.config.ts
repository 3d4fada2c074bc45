import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixOptions from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ mode }) => ({
  plugins: [mode !== "test" && remix(remixOptions), tsconfigPaths()],
  build: { sourcemap: false, target: "es2022", cssTarget: "chrome107", chunkSizeWarningLimit: 400 },
}));
