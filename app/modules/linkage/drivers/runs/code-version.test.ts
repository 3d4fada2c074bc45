import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readVersion } from "./code-version.server";

let root: string;
const driver = (name: string) => path.join(root, "app/modules/linkage/drivers", name);
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "relata-version-"));
  await cp("package.json", path.join(root, "package.json"));
  await cp("app/modules/linkage/drivers", driver("."), { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

it("changes with what computes, and not with a test, a page or how runs are kept", async () => {
  const before = readVersion(root);
  expect(before).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  for (const name of ["more.test.ts", "ui/more.tsx", "runs/more.ts"]) await writeFile(driver(name), "1");
  expect(readVersion(root)).toBe(before);
  await writeFile(driver("more.ts"), "export const more = 1;");
  expect(readVersion(root)).not.toBe(before);
});

it("is the package's alone where no sources were shipped", async () => {
  await rm(path.join(root, "app"), { recursive: true });
  expect(readVersion(root)).toMatch(/^\d+\.\d+\.\d+$/);
});
