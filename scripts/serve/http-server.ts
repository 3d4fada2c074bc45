import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { AppError } from "../../app/kernel/app-error";
import { originCheck } from "./origin-check";
import { cutIntoSections } from "./route-sections";
import { securityHeaders } from "./security-headers";

export interface HttpServer {
  /** Stops taking requests and waits for those in flight. */
  close(): Promise<void>;
}

interface Options {
  readonly port: number;
  readonly host: string;
  readonly isDevelopment: boolean;
}

export async function serveHttp({ port, host, isDevelopment }: Options): Promise<HttpServer> {
  const app = express();
  app.disable("x-powered-by");
  app.use((_request, response, next) => {
    response.locals["cspNonce"] = randomBytes(16).toString("base64");
    next();
  });
  app.set("trust proxy", "loopback");
  app.use(securityHeaders({ isDevelopment }));
  app.use(originCheck(process.env["APP_ORIGIN"]));
  app.use(compression());
  const server = createServer(app);

  const vite = isDevelopment ? await createViteServer(server) : null;
  if (vite) app.use(vite.middlewares);
  else {
    app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
    const file = express.static("build/client", { maxAge: "1h" });
    // Asking the disk at every page whether there is a file of its name takes as long as finding its route.
    const names = new Set(readdirSync("build/client"));
    app.use((request, response, next) => {
      if (names.has(request.path.split("/", 2)[1] ?? "")) file(request, response, next);
      else next();
    });
  }

  const build = vite
    ? () => vite.ssrLoadModule("virtual:remix/server-build") as unknown as Promise<ServerBuild>
    : ((await import(path.resolve("build/server/index.js"))) as ServerBuild);
  // For the reader's own browser alone, which asks again each time. Not `no-store`: that would undo prefetching.
  app.use((_request, response, next) => {
    response.set("Cache-Control", "private, no-cache");
    next();
  });
  const handlerOf = (of: ServerBuild | (() => Promise<ServerBuild>)) =>
    createRequestHandler({
      build: of,
      mode: isDevelopment ? "development" : "production",
      getLoadContext: (request, response): AppLoadContext => ({
        cspNonce: String(response.locals["cspNonce"]),
        clientAddress: request.ip ?? "",
      }),
    });
  const handlerAt =
    typeof build === "function" ? always(handlerOf(build)) : cutIntoSections(build, handlerOf);
  app.all("*", (request, response, next) => void handlerAt(request.path)(request, response, next));

  await listen(server, port, host);
  return {
    close: async () => {
      await vite?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      });
    },
  };
}

function always<T>(value: T): () => T {
  return () => value;
}

/** Vite's own listeners end the process on SIGTERM at once; ours must stop the database as well. */
async function createViteServer(server: Server) {
  const before = process.listeners("SIGTERM");
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
  for (const listener of process.listeners("SIGTERM")) {
    if (!before.includes(listener)) process.removeListener("SIGTERM", listener);
  }
  return vite;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(listenProblem(error, port, host) ?? error);
    });
    server.listen(port, host, () => resolve());
  });
}

function listenProblem(error: NodeJS.ErrnoException, port: number, host: string): AppError | null {
  if (error.code === "EADDRINUSE")
    return new AppError(
      "conflict",
      `Port ${port} is taken: stop the other program, or choose another with --port`,
    );
  if (error.code === "EACCES")
    return new AppError("conflict", `Port ${port} needs more rights: choose one above 1023 with --port`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new AppError(
      "environment",
      `${host} is not an address of this machine: choose another with --host, 0.0.0.0 for all of them`,
    );
  return null;
}

/** Asked before the database starts, so that a taken port costs a second and not a minute. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise<void>((resolve) => probe.close(() => resolve()));
}
