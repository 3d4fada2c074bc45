/** Starts the built application with a small generated company, and unpacks the browser, once for all journeys. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    baseUrl: string;
    browserPath: string;
  }
}

const root = path.join(import.meta.dirname, "../..");

export default async function setup(project: TestProject) {
  project.provide("browserPath", await chromium.executablePath());
  const dataFolder = await mkdtemp(path.join(tmpdir(), "relata-e2e-"));
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const app = spawn(
    process.execPath,
    ["scripts/start.js", "--port", String(port), "--data", dataFolder, "--size", "small", "--seed", "11"],
    { cwd: root, env: { ...environment, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  await ready(app);
  project.provide("baseUrl", `http://localhost:${port}`);
  return async () => {
    const ended = new Promise((resolve) => app.once("exit", resolve));
    app.kill("SIGTERM");
    await ended;
    await rm(dataFolder, { recursive: true, force: true });
  };
}

function ready(app: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Relata is ready")) resolve();
    };
    app.stdout?.on("data", listen);
    app.stderr?.on("data", listen);
    app.once("exit", (code) => reject(new Error(`The application ended with code ${code}:\n${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
