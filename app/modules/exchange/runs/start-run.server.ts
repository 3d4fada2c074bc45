import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import { importKinds } from "../kinds/import-kinds";
import type { ImportKindName } from "../kinds/kind";
import type { ImportCapability } from "./get-run.server";
import type { ImportOptions } from "./import-options";
import type { ImportRun } from "./import-run";
import { refreshFigures } from "./refresh-figures.server";
import { runImport } from "./run-import.server";
import { removeUpload } from "./upload-folder.server";

/** A small file is done before the page would have asked how far it is. */
const patienceMs = 1_500;

interface Start {
  readonly runId: string;
  readonly kind: ImportKindName;
  readonly filePath: string;
  readonly fileName: string;
  readonly options: ImportOptions;
  readonly isDryRun: boolean;
}

/** Lets the import run on its own and waits only briefly for it: whoever asked may leave and find it again. */
export async function startRun(scope: Scope<ImportCapability>, start: Start): Promise<void> {
  const done = runImport(scope, { ...start, kind: importKinds[start.kind] })
    .then(async (result) => {
      if (result.status !== "applied") return;
      // It may hold pay or answers, and nothing needs it any more.
      await removeUpload(start.filePath);
      await refreshFigures();
    })
    .catch((error: unknown) => console.error(error));
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** Takes a finished run up again: with other options, or to write what was checked. Only one can take it at a time. */
export async function takeUpRun(run: ImportRun, options: ImportOptions): Promise<void> {
  const { count } = await sql()`
    update import_runs set status = 'running', finished_at = null, started_at = now(),
           options = ${sql().json({ ...options, storedAs: run.state.storedAs ?? null } as never)}
    where id = ${run.id} and status in ('checked', 'refused', 'waiting', 'failed')`;
  if (count === 0) throw new AppError("conflict", "The import is running or done already");
}
