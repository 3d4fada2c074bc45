/** Imports a text as a file, as the command line would, and says what came of it. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { commandLineScope } from "~/modules/access/require-scope.server";
import { importKinds } from "~/modules/exchange/kinds/import-kinds";
import type { ImportKindName } from "~/modules/exchange/kinds/kind";
import { createRun } from "~/modules/exchange/runs/create-run.server";
import type { ImportOptions } from "~/modules/exchange/runs/import-options";
import { listFailures } from "~/modules/exchange/runs/list-failures.server";
import { type ImportResult, runImport } from "~/modules/exchange/runs/run-import.server";

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
