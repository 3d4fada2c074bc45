/**
 * npm run bench:stats: every heavy method of app/stats on a million generated rows: seconds and peak memory, beside R's on
 * the very same rows where Rscript is installed, and how far the two sets of numbers are apart.
 *
 *   npm run bench:stats -- --rows 1000000 --only cox,kaplan-meier --without-r --json
 *
 * Each method runs in a process of its own, once and cold, so that nobody's memory or warmed-up code counts for another.
 * Time is that of the fit, data in memory; memory is the process's peak, data and runtime included. Targets are those of
 * the design for a machine of two cores.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { isRefusal } from "../app/stats/result";
import { methods } from "./bench-stats/methods";

interface Measured {
  readonly seconds: number;
  readonly processorSeconds?: number;
  readonly peakMegabytes: number;
  readonly estimates: readonly number[];
}

const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const rows = Number(option("rows") ?? 1_000_000);

/** In the child: generate, fit, tell. */
function measure(name: string): Measured {
  const method = methodCalled(name);
  const data = method.generate(rows);
  const processor = process.cpuUsage();
  const started = performance.now();
  const fit = method.fit(data);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  if (isRefusal(fit)) throw new Error(`${name} was refused: ${JSON.stringify(fit)}`);
  return {
    seconds,
    processorSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    estimates: fit,
  };
}

/** In another child: the same rows as raw doubles, for R to read. */
function writeColumns(name: string, folder: string): void {
  for (const [column, values] of Object.entries(methodCalled(name).generate(rows))) {
    writeFileSync(
      path.join(folder, column),
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
  }
}

function methodCalled(name: string) {
  const method = methods[name];
  if (!method) throw new Error(`no method is called ${name}: ${Object.keys(methods).join(", ")}`);
  return method;
}

function self(...args: string[]): string {
  const script = path.join(import.meta.dirname, "bench-stats.ts");
  return execFileSync(process.execPath, ["--import", "tsx", script, "--rows", String(rows), ...args], {
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** R's answer, or why there is none. */
function measureR(name: string): Measured | string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bench-stats-"));
  try {
    self("--write", name, "--to", folder);
    const script = path.join(import.meta.dirname, "bench-stats", "reference.R");
    const run = spawnSync("Rscript", [script, name, folder], { encoding: "utf8", maxBuffer: 1e9 });
    if (run.status !== 0) return /Error.*/.exec(run.stderr)?.[0].slice(0, 60) ?? "failed";
    return JSON.parse(run.stdout) as Measured | string;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Largest distance between the two, each estimate in units of R's own size. */
function apart(ours: readonly number[], theirs: readonly number[]): string {
  if (ours.length !== theirs.length) return `${ours.length} against ${theirs.length} estimates`;
  const distance = ours.map(
    (value, i) => Math.abs(value - theirs[i]!) / Math.max(Math.abs(theirs[i]!), 1e-12),
  );
  return Math.max(...distance).toExponential(1);
}

function main(): void {
  const withR = !process.argv.includes("--without-r") && spawnSync("Rscript", ["--version"]).status === 0;
  const names = option("only")?.split(",") ?? Object.keys(methods);
  const table: string[][] = [
    ["method", "seconds", "processor s", "peak MB", "target s", "R", "R seconds", "R peak MB", "apart"],
  ];
  const report: Record<string, unknown> = {};
  for (const name of names) {
    const method = methodCalled(name);
    const ours = JSON.parse(self("--measure", name)) as Measured;
    const theirs = withR ? measureR(name) : "not installed";
    const full = rows === 1_000_000;
    table.push([
      method.title,
      ours.seconds.toFixed(2),
      ours.processorSeconds!.toFixed(2),
      ours.peakMegabytes.toFixed(0),
      full && method.targetSeconds
        ? `${method.targetSeconds}${ours.seconds > method.targetSeconds ? " missed" : ""}`
        : "",
      method.r,
      typeof theirs === "string" ? theirs : theirs.seconds.toFixed(2),
      typeof theirs === "string" ? "" : theirs.peakMegabytes.toFixed(0),
      typeof theirs === "string" ? "" : apart(ours.estimates, theirs.estimates),
    ]);
    report[name] = { ours: { ...ours, estimates: undefined }, r: theirs };
    process.stderr.write(`${name}: ${ours.seconds.toFixed(2)} s\n`);
  }
  if (process.argv.includes("--json")) {
    console.log(JSON.stringify({ rows, report }, null, 2));
    return;
  }
  console.log(
    `\n${rows.toLocaleString("en")} rows, Node ${process.version}, ${os.availableParallelism()} cores\n`,
  );
  const width = table[0]!.map((_, c) => Math.max(...table.map((row) => row[c]!.length)));
  for (const [r, row] of table.entries()) {
    console.log(
      row
        .map((cell, c) => cell.padEnd(width[c]!))
        .join("  ")
        .trimEnd(),
    );
    if (r === 0) console.log(width.map((w) => "-".repeat(w)).join("  "));
  }
}

const measured = option("measure");
const written = option("write");
if (measured) console.log(JSON.stringify(measure(measured)));
else if (written) writeColumns(written, option("to")!);
else main();
