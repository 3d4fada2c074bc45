import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What decides the numbers of a result. */
const sources = ["app/stats", "app/modules/linkage/drivers", "app/modules/linkage/panel"];

let version: string | undefined;

/**
 * The package's version and a hash of the sources that make the numbers, so that a result from other code is known as
 * such without anybody having to remember to raise a number. The build and the command line find the same files, as
 * `npm start` runs within the checkout; where only the build was shipped, the package's version stands alone.
 */
export function codeVersion(): string {
  version ??= readVersion(process.cwd());
  return version;
}

export function readVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const hash = createHash("sha256");
  const files = sources.flatMap((folder) => sourceFiles(path.join(root, folder))).sort();
  for (const file of files) hash.update(path.relative(root, file)).update(readFileSync(file));
  return files.length === 0 ? version : `${version}+${hash.digest("hex").slice(0, 12)}`;
}

/** Code that computes: no tests, no pages, no words about it, and not how runs are kept. */
function sourceFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory())
        return ["ui", "page", "runs", "runner"].includes(entry.name) ? [] : sourceFiles(full);
      return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [full] : [];
    });
  } catch {
    return [];
  }
}
