/** `npm run build`: the Prisma client, the Remix application, and the server around it as one file. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { build as bundle } from "esbuild";
import { generatePrismaClient } from "./prisma-generate";

const root = path.join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

generatePrismaClient();

const remix = path.join(path.dirname(require.resolve("@remix-run/dev/package.json")), "dist/cli.js");
const run = spawnSync(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
if (run.status !== 0) process.exit(run.status ?? 1);

await bundle({
  entryPoints: {
    serve: path.join(root, "scripts/serve/serve.ts"),
    // The process beside the server, and the thread within it that computes.
    worker: path.join(root, "scripts/serve/worker.ts"),
    "fit-thread": path.join(root, "scripts/drivers/fit-thread.ts"),
  },
  outdir: path.join(root, "build"),
  bundle: true,
  packages: "external",
  // Resolved before packages are set aside: `~` would count as one.
  alias: { "~": path.join(root, "app") },
  platform: "node",
  format: "esm",
  target: "node20",
  tsconfig: path.join(root, "tsconfig.json"),
  logLevel: "warning",
});
