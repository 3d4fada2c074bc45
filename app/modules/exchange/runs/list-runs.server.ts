// Question: what has been imported, newest first, of the kinds that this person may import?
import { sql } from "~/db/sql.server";
import { isUuid } from "~/kernel/uuid";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { importKinds } from "../kinds/import-kinds";
import { type ImportKindName, importKindNames } from "../kinds/kind";
import type { ImportCapability } from "./get-run.server";
import { closeSilentRuns } from "./heartbeat.server";
import type { ListedRun } from "./import-run";

const pageSize = 20;

/** The kinds that the person's roles may import. */
export function kindsInScope(scope: Scope<ImportCapability>): ImportKindName[] {
  return importKindNames.filter(
    (name) =>
      importKinds[name].capability === scope.capability || can(scope.roles, importKinds[name].capability),
  );
}

/** Run ids are time-ordered, so the id alone is the key: `before` is the last id of the page before. */
export async function listRuns(
  scope: Scope<ImportCapability>,
  before: string | null,
): Promise<{ runs: ListedRun[]; older: string | null }> {
  await closeSilentRuns();
  const from = before && isUuid(before) ? before : null;
  const rows = await sql()<ListedRun[]>`
    select id, kind, file_name, status, read_rows, created, updated, unchanged, failed, actor_name, started_at
    from import_runs
    where kind = any(${kindsInScope(scope)}) and (${from}::uuid is null or id < ${from}::uuid)
    order by id desc limit ${pageSize + 1}`;
  const runs = rows.slice(0, pageSize);
  return { runs, older: rows.length > pageSize ? (runs.at(-1)?.id ?? null) : null };
}
