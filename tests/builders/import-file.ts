/** Imports a text as a file, as the command line would, and says what came of it. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "~/db/sql.server";
import { commandLineScope } from "~/modules/access/require-scope.server";
import { importKinds } from "~/modules/exchange/kinds/import-kinds";
import type { ImportKindName } from "~/modules/exchange/kinds/kind";
import { createRun } from "~/modules/exchange/runs/create-run.server";
import type { ImportOptions } from "~/modules/exchange/runs/import-options";
import { listFailures } from "~/modules/exchange/runs/list-failures.server";
import { type ImportResult, runImport } from "~/modules/exchange/runs/run-import.server";
import { buildEmployee, buildUnit } from "./company";

const folder = mkdtempSync(path.join(tmpdir(), "relata-import-"));

export interface Imported extends ImportResult {
  readonly runId: string;
  /** "row: code,code" for each failed row. */
  readonly failures: readonly string[];
}

export function writeImportFile(content: string | Uint8Array): string {
  const filePath = path.join(folder, `${randomUUID()}.csv`);
  writeFileSync(filePath, content);
  return filePath;
}

export async function importFile(
  kindName: ImportKindName,
  content: string | Uint8Array,
  { isDryRun = false, ...options }: ImportOptions & { isDryRun?: boolean } = {},
): Promise<Imported> {
  const kind = importKinds[kindName];
  const scope = commandLineScope(kind.capability);
  const filePath = writeImportFile(content);
  const fileName = `${kindName}.csv`;
  const runId = await createRun(scope, { kind, fileName, state: options });
  const result = await runImport(scope, { runId, kind, filePath, fileName, options, isDryRun });
  const failed = await listFailures(runId, 0, 1_000);
  const failures = failed.map((row) => `${row.rowNumber}: ${row.reasons.map(({ code }) => code).join(",")}`);
  return { ...result, runId, failures };
}

export const counts = (created: number, updated: number, unchanged: number, failed = 0) => ({
  read: created + updated + unchanged + failed,
  created,
  updated,
  unchanged,
  failed,
});

/** Every row of both ledgers away, so that the next file meets an empty company. */
export const clearLedgers = () =>
  sql().unsafe(`
    truncate org_units, employees, employment_spells, cost_entries, training_records, survey_answers, accounts, contacts,
      interactions, cases, satisfaction_responses, revenue_entries, assignments, rollup_queue, import_runs cascade`);

/** Rates for the two currencies that files here are in besides the company's. */
export const buildRates = () =>
  sql()`insert into exchange_rates (currency, month, rate_to_reporting) values ('USD', '2025-01-01', 0.9), ('JPY', '2025-01-01', 0.006)`;

/** Elena Novak (E-1) and 陈晓 (E-2) in a unit whose code comes back. */
export async function buildTwoPeople(): Promise<string> {
  const unitId = await buildUnit({ name: "North" });
  const [unit] = await sql()<{ code: string }[]>`select code from org_units where id = ${unitId}`;
  await buildEmployee({ unitId, number: "E-1", name: "Elena Novak", hiredOn: "2020-01-01" });
  await buildEmployee({ unitId, number: "E-2", name: "陈晓", hiredOn: "2021-01-01" });
  return unit!.code;
}
