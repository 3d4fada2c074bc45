import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Measure } from "./report";

interface ModuleFiles {
  readonly module: string;
  readonly imports?: readonly string[];
}

/** What every page loads before anything of its own: the entry and the root with all that they import, compressed. */
export function measureEntry(buildFolder: string): Measure {
  const assets = path.join(buildFolder, "client/assets");
  const name = "entry JavaScript, gzip";
  const manifestFile = readdirSync(assets).find((file) => /^manifest-.*\.js$/.test(file));
  if (!manifestFile) return { name, value: null, unit: "kB", note: "no manifest in build/client/assets" };
  const text = readFileSync(path.join(assets, manifestFile), "utf8");
  const manifest = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as {
    entry: ModuleFiles;
    routes: Record<string, ModuleFiles>;
  };
  const files = new Set<string>();
  for (const part of [manifest.entry, manifest.routes["root"]!]) {
    files.add(part.module);
    for (const file of part.imports ?? []) files.add(file);
  }
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(path.join(buildFolder, "client", file))).length;
  return { name, value: bytes / 1000, unit: "kB", target: 140, better: "less" };
}
