/** The built application as a process of its own, seen as a person at a terminal sees it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");

export interface SpawnedApp {
  readonly process: ChildProcess;
  /** Everything printed so far, both streams. */
  output(): string;
  errors(): string;
  /** Resolves once it serves; rejects with what it printed where it ends before. */
  readonly ready: Promise<void>;
  /** Resolves with the exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Runs what `npm start` runs after building. Nothing of the tests' own environment leaks in. */
export function spawnApp(
  args: readonly string[],
  environment: Record<string, string> = {},
  program: readonly string[] = ["build/serve.js"],
): SpawnedApp {
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Relata is ready")) resolve();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      errors += chunk.toString();
    });
    void ended.then((code) => reject(new Error(`The application ended with code ${code}:\n${output}`)));
  });
  // Whoever expects a refusal never waits for `ready`.
  ready.catch(() => {});
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    ready,
    ended,
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
