/** `npm test`: everything, from bare functions to a real browser on a real build. Nothing is skipped when a part is missing. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { generatePrismaClient } from "./prisma-generate";

const root = path.join(import.meta.dirname, "..");
const vitest = path.join(
  path.dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
  "vitest.mjs",
);

generatePrismaClient();
run("pure functions, components and SQL", [
  vitest,
  "run",
  "--project",
  "unit",
  "--project",
  "ui",
  "--project",
  "db",
]);
run("build", ["--import", "tsx", "scripts/build.ts"]);
run("starting and stopping", [vitest, "run", "--project", "start"]);
run("every route, and journeys in a browser", [vitest, "run", "--project", "e2e"]);

function run(name: string, args: string[]): void {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
