import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { isUuid } from "~/kernel/uuid";
import { importKinds } from "../kinds/import-kinds";
import { isImportKindName } from "../kinds/kind";
import { closeSilentRuns } from "./heartbeat.server";
import { runStateSchema } from "./import-options";
import type { ImportRun } from "./import-run";

export type ImportCapability = "import.people" | "import.customers";

/** The run, and the capability that its kind asks for; the caller must hold it before showing anything. */
export async function findRun(runId: string): Promise<{ run: ImportRun; capability: ImportCapability }> {
  if (!isUuid(runId)) throw new AppError("not_found", "No such import");
  await closeSilentRuns();
  const [row] = await sql()<(Omit<ImportRun, "state"> & { options: unknown })[]>`
    select id, kind, file_name, status, read_rows, created, updated, unchanged, failed, actor_name, started_at,
           finished_at, options
    from import_runs where id = ${runId}`;
  if (!row || !isImportKindName(row.kind)) throw new AppError("not_found", "No such import");
  const { options, ...run } = row;
  return {
    run: { ...run, state: runStateSchema.parse(options) },
    capability: importKinds[row.kind].capability,
  };
}
