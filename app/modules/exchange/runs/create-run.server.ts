import { v7 as uuidv7 } from "uuid";
import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import type { ImportKind } from "../kinds/kind";
import type { RunState } from "./import-options";

interface NewRun {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: RunState;
}

/** Notes that a file is about to be looked at; what comes of it is written, with its audit event, when the run ends. */
export async function createRun(
  scope: Scope<"import.people" | "import.customers">,
  { kind, fileName, state }: NewRun,
): Promise<string> {
  if (scope.capability !== kind.capability) throw new AppError("not_found", "No grant for this kind");
  const id = uuidv7();
  await sql()`
    insert into import_runs (id, kind, file_name, status, options, actor_user_id, actor_name)
    values (${id}, ${kind.name}, ${fileName.slice(0, 255)}, 'running', ${sql().json(state as never)},
            ${scope.actor.userId}, ${scope.actor.name})`;
  return id;
}
