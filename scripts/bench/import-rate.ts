import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Sql } from "../../app/db/sql.server";
import type { Measure } from "./report";

const rowCount = 300_000;

/** Writes a file of revenue for existing accounts and imports it with `npm run import`, in a process of its own. */
export async function measureImport(sql: Sql, dataFolder: string): Promise<Measure> {
  const file = path.join(dataFolder, "revenue.csv");
  await writeRevenueFile(sql, file);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/import.ts", "revenue", file, "--data", dataFolder, "--json"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  await once(child, "close");
  await rm(file, { force: true });
  const result = parse(output);
  const name = "npm run import, revenue";
  if (!result || result.created !== rowCount)
    return { name, value: null, unit: "rows/s", note: `not applied: ${(errors || output).slice(0, 200)}` };
  return { name, value: rowCount / result.seconds, unit: "rows/s", target: 80_000, better: "more" };
}

function parse(output: string): { created: number; seconds: number } | null {
  try {
    const json = JSON.parse(output) as { seconds?: number; created?: number; counts?: { created: number } };
    return { created: json.counts?.created ?? json.created ?? 0, seconds: json.seconds ?? Number.NaN };
  } catch {
    return null;
  }
}

async function writeRevenueFile(sql: Sql, file: string): Promise<void> {
  const numbers = (await sql<{ number: string }[]>`select account_number as number from accounts`).map(
    (row) => row.number,
  );
  const out = createWriteStream(file);
  out.write("account_number,booked_on,amount,currency,cost_of_goods,product,kind,external_id\n");
  for (let row = 0; row < rowCount; row++) {
    const day = String(1 + (row % 28)).padStart(2, "0");
    const line = `${numbers[(row * 7919) % numbers.length]},2026-0${1 + (row % 9)}-${day},${(row % 9_000) + 10}.50,EUR,${(row % 4_000) + 1}.25,Sensor line,recurring,BENCH-${row}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
