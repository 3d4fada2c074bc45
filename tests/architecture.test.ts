/** Arrows run downwards only: routes → exchange, programme, roi → linkage → people | customers → access → db, ui → kernel. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");

/** Layer → the layers it may import, itself aside. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  routes: [
    "http",
    "exchange",
    "programme",
    "roi",
    "linkage",
    "people",
    "customers",
    "access",
    "db",
    "stats",
    "ui",
    "i18n",
    "kernel",
    "env",
  ],
  root: ["http", "ui", "i18n", "kernel"],
  http: ["kernel"],
  exchange: ["roi", "linkage", "people", "customers", "access", "db", "stats", "ui", "i18n", "kernel"],
  programme: ["linkage", "people", "customers", "access", "db", "stats", "ui", "i18n", "kernel"],
  roi: ["linkage", "people", "customers", "access", "db", "stats", "ui", "i18n", "kernel"],
  linkage: ["people", "customers", "access", "db", "stats", "ui", "i18n", "kernel"],
  people: ["access", "db", "stats", "ui", "i18n", "kernel"],
  customers: ["access", "db", "stats", "ui", "i18n", "kernel"],
  access: ["db", "ui", "i18n", "kernel", "env"],
  db: ["env", "kernel"],
  stats: [],
  ui: ["i18n", "kernel"],
  i18n: ["kernel"],
  env: ["kernel"],
  kernel: [],
};

const modules = ["access", "people", "customers", "linkage", "roi", "exchange", "programme"];

function layerOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  if (first === "modules") return second;
  if (first.startsWith("env.")) return "env";
  if (file.startsWith("routes")) return "routes";
  return first.includes(".") ? "root" : first;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles(full);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts")
      ? [full]
      : [];
  });
}

/** Paths below app/ that the text imports, and bare package names. */
function importsOf(text: string, file: string): { inside: string[]; packages: string[] } {
  const inside: string[] = [];
  const packages: string[] = [];
  for (const [, name = ""] of text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
    if (name.startsWith("~/")) inside.push(name.slice(2));
    else if (name.startsWith(".")) inside.push(path.posix.join(path.posix.dirname(file), name));
    else packages.push(name);
  }
  return { inside, packages };
}

function violationsOf(file: string, text: string): string[] {
  const layer = layerOf(file);
  const allowed = mayImport[layer];
  if (!allowed) return [`${file}: no layer is called ${layer}`];
  const { inside, packages } = importsOf(text, file);
  const violations: string[] = [];
  for (const target of inside) {
    const targetLayer = layerOf(target);
    if (targetLayer !== layer && !allowed.includes(targetLayer)) violations.push(`${file} → ${target}`);
    const isServerFile = file.endsWith(".server.ts") || /^(routes|root|entry\.server)/.test(file);
    if (/\.server$/.test(target) && !isServerFile && !/^import type/m.test(lineOf(text, target))) {
      violations.push(`${file} is safe in the browser but imports ${target}`);
    }
  }
  for (const name of packages) {
    if (name.startsWith("@nivo/") && !file.startsWith("ui/charts/"))
      violations.push(`${file} → ${name}: only ui/charts may`);
    if (layer === "stats" && !name.startsWith("node:"))
      violations.push(`${file} → ${name}: stats has no dependency`);
    if (layer === "kernel") violations.push(`${file} → ${name}: kernel imports nothing`);
  }
  if (layer !== "env" && /process\.env\b/.test(text))
    violations.push(`${file} reads process.env; only env.server.ts may`);
  return violations;
}

function lineOf(text: string, target: string): string {
  const base = path.posix.basename(target);
  return text.split("\n").find((line) => line.includes(base) && /from/.test(line)) ?? "";
}

describe("architecture", () => {
  it("has no import against the arrows", () => {
    const app = path.join(root, "app");
    const violations = sourceFiles(app).flatMap((full) =>
      violationsOf(path.relative(app, full).split(path.sep).join("/"), readFileSync(full, "utf8")),
    );
    expect(violations).toEqual([]);
  });

  it("keeps the folder of modules closed", () => {
    expect(readdirSync(path.join(root, "app/modules")).filter((name) => !modules.includes(name))).toEqual([]);
  });

  it.each([
    ["modules/people/employee.ts", 'import { x } from "~/modules/customers/account";'],
    ["modules/customers/account.ts", 'import { x } from "../people/employee";'],
    ["ui/forms/field.tsx", 'import { x } from "~/modules/access/scope";'],
    ["kernel/money.ts", 'import { z } from "zod";'],
    ["stats/ols.ts", 'import { x } from "~/kernel/units";'],
    ["modules/people/ui/page.tsx", 'import { sql } from "~/db/sql.server";'],
    ["modules/people/ui/chart.tsx", 'import { ResponsiveLine } from "@nivo/line";'],
    ["modules/people/list-employees.server.ts", "const url = process.env.DATABASE_URL;"],
  ])("refuses a wrong import in %s", (file, text) => {
    expect(violationsOf(file, text)).not.toEqual([]);
  });
});
