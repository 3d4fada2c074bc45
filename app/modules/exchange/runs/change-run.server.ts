import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import { importKinds } from "../kinds/import-kinds";
import type { ImportKindName } from "../kinds/kind";
import { createRun } from "./create-run.server";
import type { ImportCapability } from "./get-run.server";
import type { ImportRun } from "./import-run";
import { readAnswer } from "./read-answer";
import { startRun, takeUpRun } from "./start-run.server";

/** Checks the file again, read as the person says it must be. */
export async function checkAgain(
  scope: Scope<ImportCapability>,
  run: ImportRun,
  filePath: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const options = readAnswer(values, run.state.columns ?? [], run.state);
  await takeUpRun(run, options);
  await startRun(scope, { ...startOf(run, filePath), options, isDryRun: true });
}

/** Writes what was checked, by the reading it was checked with. */
export async function applyRun(
  scope: Scope<ImportCapability>,
  run: ImportRun,
  filePath: string,
  skipFailed: boolean,
): Promise<void> {
  if (run.status !== "checked" && run.status !== "refused")
    throw new AppError("conflict", "Only a checked file can be imported");
  const options = { ...optionsOf(run), skipFailed };
  await takeUpRun(run, options);
  await startRun(scope, { ...startOf(run, filePath), options, isDryRun: false });
}

/** The same file as another kind: a run of its own, since who may see it may differ. Gives its id. */
export async function checkAs(
  scope: Scope<ImportCapability>,
  run: ImportRun,
  kind: ImportKindName,
  filePath: string,
): Promise<string> {
  const { fileName } = run;
  const runId = await createRun(scope, {
    kind: importKinds[kind],
    fileName,
    state: { storedAs: run.state.storedAs },
  });
  await sql()`delete from import_runs where id = ${run.id} and status = 'failed'`;
  await startRun(scope, { runId, kind, filePath, fileName, options: {}, isDryRun: true });
  return runId;
}

function startOf(run: ImportRun, filePath: string) {
  return { runId: run.id, kind: run.kind, fileName: run.fileName, filePath };
}

function optionsOf({ state }: ImportRun) {
  return { dates: state.dates, decimal: state.decimal, headers: state.headers };
}
