/** `npm run drivers` as a shell runs it: what stands on which stream, what is computed once, and what is refused. */
import { spawn } from "node:child_process";
import { beforeAll, expect, it, vi } from "vitest";
import { sql } from "../app/db/sql.server";
import { specs } from "../app/modules/linkage/drivers/specs";
import { buildCompany } from "../tests/builders/company";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function drivers(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/drivers.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

interface Document {
  readonly run: { readonly id: string };
  readonly dataStamp: string;
  readonly results: readonly { readonly spec: string }[];
}
const documentOf = ({ out }: Ended) => JSON.parse(out) as Document;
const runCount = async () => Number((await sql()`select count(*)::int as n from driver_runs`)[0]?.["n"]);

// Each look is a process that reads its sources first.
vi.setConfig({ testTimeout: 180_000 });
beforeAll(() => buildCompany());

it("computes once for two that ask at the same time, and prints one document each", async () => {
  const both = await Promise.all([drivers("--json"), drivers("--json")]);
  expect(both.map(({ code, err }) => [code, err.includes("Error")])).toEqual([
    [0, false],
    [0, false],
  ]);
  const [first, second] = both.map(documentOf);
  expect(first?.run.id).toBe(second?.run.id);
  expect(first?.results.map((result) => result.spec)).toEqual(specs.map((spec) => spec.name));
  expect(await runCount()).toBe(1);
});

it("prints the stored run while nothing has changed, and a new one when the data has", async () => {
  const before = documentOf(await drivers("--json", "--spec", "churn"));
  expect(before.results.map((result) => result.spec)).toEqual(["churn"]);
  expect(await runCount()).toBe(1);
  await sql()`update panel_state set version = version + 1`;
  const after = documentOf(await drivers("--json", "--spec", "churn"));
  expect(after.run.id).not.toBe(before.run.id);
  expect(after.dataStamp).not.toBe(before.dataStamp);
});

it("is readable without --json", async () => {
  const { code, out } = await drivers("--spec", "satisfaction");
  expect(code).toBe(0);
  expect(out).toMatch(/^As of \d{4}-\d\d-\d\d/);
  expect(out).toContain("No answer: no_accounts");
});

it("refuses an analysis that does not exist, and names those that do", async () => {
  const { code, out, err } = await drivers("--spec", "weather", "--json");
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(/no analysis called weather.*satisfaction.*teams/);
});
