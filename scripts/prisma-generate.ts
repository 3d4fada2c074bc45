/** Writes the Prisma client into app/db/generated. Needs no database and no download. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

export function generatePrismaClient(): void {
  const command = path.join(
    path.dirname(createRequire(import.meta.url).resolve("prisma/package.json")),
    "build/index.js",
  );
  const run = spawnSync(process.execPath, [command, "generate", "--no-hints"], {
    cwd: path.join(import.meta.dirname, ".."),
    encoding: "utf8",
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}${run.stderr}`);
}

if (process.argv[1] === import.meta.filename) generatePrismaClient();
