/** `npm start`: builds when the sources are newer than the build, then runs it in this process, without any tooling. */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..");
process.chdir(root);

const built = path.join(root, "build/serve.js");
const sources = [
  "app",
  "prisma",
  "public",
  "scripts",
  "package-lock.json",
  "remix.config.js",
  "vite.config.ts",
  "tsconfig.json",
];

if (newestOf(sources) > modifiedAt(built)) {
  console.log("Building …");
  const run = spawnSync(process.execPath, ["--import", "tsx", "scripts/build.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (run.status !== 0) {
    console.error(`${run.stdout}${run.stderr}\nRelata cannot start: the build failed.`);
    process.exit(1);
  }
}

/** @type {{ serve: (args: string[]) => Promise<void> }} */
const { serve } = await import(pathToFileURL(built).href);
await serve(process.argv.slice(2));

/** @param {string} file */
function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @param {string[]} files @returns {number} */
function newestOf(files) {
  let newest = 0;
  for (const file of files) {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat || file.endsWith("generated")) continue;
    newest = Math.max(
      newest,
      stat.isDirectory() ? newestOf(readdirSync(file).map((name) => path.join(file, name))) : stat.mtimeMs,
    );
  }
  return newest;
}
