/** Starts the built application with a small generated company, and unpacks the browser, once for all journeys. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import type { TestProject } from "vitest/node";
import { freePort, spawnApp } from "./spawned-app";

declare module "vitest" {
  export interface ProvidedContext {
    baseUrl: string;
    /** Of the running application's own database, for what no page can prepare. */
    databaseUrl: string;
    /** One browser for all files; each takes pages of its own in it. */
    browserEndpoint: string;
  }
}

export default async function setup(project: TestProject) {
  const browser = await playwright.launchServer({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox"],
    headless: true,
  });
  project.provide("browserEndpoint", browser.wsEndpoint());
  const dataFolder = await mkdtemp(path.join(tmpdir(), "relata-e2e-"));
  const port = await freePort();
  const app = spawnApp(
    ["--port", String(port), "--data", dataFolder, "--size", "small", "--seed", "11"],
    {},
    ["scripts/start.js"],
  );
  await app.ready;
  project.provide("baseUrl", `http://localhost:${port}`);
  project.provide("databaseUrl", await databaseUrlOf(dataFolder));
  return async () => {
    await browser.close();
    await app.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}

async function databaseUrlOf(dataFolder: string): Promise<string> {
  const password = (await readFile(path.join(dataFolder, "postgres-password"), "utf8")).trim();
  const port = (await readFile(path.join(dataFolder, "postgres/postmaster.pid"), "utf8")).split("\n")[3];
  return `postgres://relata:${encodeURIComponent(password)}@127.0.0.1:${port}/relata`;
}
