import { type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import type { Scope } from "~/modules/access/scope";
import type { ImportKindName } from "../kinds/kind";
import { targets } from "../merge/targets";
import { findUndoObstacles, listRestoredColumns, type UndoObstacle } from "./find-undo-obstacles.server";
import { findRun } from "./get-run.server";
import { withTrustedReferences } from "./trusted-references.server";

export type UndoResult =
  | { readonly isUndone: true; readonly removed: number; readonly restored: number }
  | { readonly isUndone: false; readonly obstacles: readonly UndoObstacle[] };

/** Takes an import back, wholly or not at all: what it created goes, what it changed is as it was before. */
export async function undoImport(
  scope: Scope<"import.people" | "import.customers">,
  runId: string,
): Promise<UndoResult> {
  const { run, capability } = await findRun(runId);
  if (capability !== scope.capability) throw new AppError("not_found", "No such import");
  try {
    return (await sql().begin((tx) =>
      undoInTransaction(tx as SqlTransaction, scope, run.id, run.kind),
    )) as UndoResult;
  } catch (error) {
    const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
    if (!code?.startsWith("23")) throw error;
    return { isUndone: false, obstacles: [{ code: "constraint", params: { constraint: constraint ?? "" } }] };
  }
}

async function undoInTransaction(
  tx: SqlTransaction,
  scope: Scope,
  runId: string,
  kind: ImportKindName,
): Promise<UndoResult> {
  await tx`select pg_advisory_xact_lock(hashtext('relata import')), set_config('work_mem', '128MB', true)`;
  const [run] = await tx<{ fileName: string; status: string }[]>`
    select file_name, status from import_runs where id = ${runId} for update`;
  if (run?.status !== "applied") throw new AppError("conflict", "Only an applied import can be undone");
  const target = targets[kind];
  // What refers goes before what is referred to.
  const tables = kind === "employees" ? ["employment_spells", target.table] : [target.table];
  const written = tables.map((table) => ({
    runId,
    table,
    isAccountOwned: target.isAccountOwned,
    ownTables: tables,
  }));

  const obstacles: UndoObstacle[] = [];
  for (const each of written) obstacles.push(...(await findUndoObstacles(tx, each)));
  if (obstacles.length > 0) return { isUndone: false, obstacles };

  let removed = 0;
  let restored = 0;
  for (const { table, isAccountOwned } of written) {
    await queueTouched(tx, runId, table);
    await withTrustedReferences(tx, async () => {
      const gone = await tx.unsafe(`delete from ${table} where import_run_id = '${runId}'`);
      if (table === target.table) removed = gone.count;
    });
    const back = await restoreRows(tx, runId, table, isAccountOwned);
    restored = Math.max(restored, back);
  }
  const undo = { byName: scope.actor.name, at: new Date().toISOString(), removed, restored };
  await tx`update import_runs set status = 'undone', options = options || ${tx.json({ undo })} where id = ${runId}`;
  await recordAudit(tx, scope.actor, {
    action: "import.undo",
    subjectType: "import",
    subjectId: runId,
    subjectName: run.fileName,
    detail: { kind, removed, restored },
  });
  return { isUndone: true, removed, restored };
}

async function restoreRows(
  tx: SqlTransaction,
  runId: string,
  table: string,
  isAccountOwned: boolean,
): Promise<number> {
  const columns = await listRestoredColumns(tx, runId, table);
  if (columns.length === 0) return 0;
  const match = isAccountOwned
    ? "t.account_id = split_part(p.row_key, ':', 1)::uuid and t.id = split_part(p.row_key, ':', 2)::uuid"
    : "t.id = p.row_key::uuid";
  const { count } = await tx.unsafe(`
    update ${table} t set ${columns.map((name) => `${name} = w.${name}`).join(", ")}
    from import_previous_rows p cross join lateral jsonb_populate_record(null::${table}, p.before->'before') w
    where p.run_id = '${runId}' and p.table_name = '${table}' and ${match}`);
  return count;
}

/** The rollups of whatever the rows were about follow, as after any other write. */
async function queueTouched(tx: SqlTransaction, runId: string, table: string): Promise<void> {
  const about: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    exchange_rates: [],
    org_units: [["unit", "id"]],
    employees: [["employee", "id"]],
    accounts: [["account", "id"]],
    cost_entries: [
      ["employee", "employee_id"],
      ["unit", "org_unit_id"],
    ],
    assignments: [
      ["account", "account_id"],
      ["ownership", "account_id"],
      ["employee", "employee_id"],
    ],
    employment_spells: [
      ["employee", "employee_id"],
      ["unit", "org_unit_id"],
    ],
    training_records: [["employee", "employee_id"]],
    survey_answers: [["employee", "employee_id"]],
  };
  const touched = `
    select t.* from ${table} t where t.import_run_id = '${runId}'
    union all
    select w.* from import_previous_rows p, jsonb_populate_record(null::${table}, (p.before->'after') || (p.before->'id')) w
    where p.run_id = '${runId}' and p.table_name = '${table}'`;
  const target = Object.values(targets).find((each) => each.table === table);
  for (const statement of target?.queueOthers?.(touched) ?? []) await tx.unsafe(statement);
  for (const [kind, column] of about[table] ?? [["account", "account_id"] as const]) {
    await tx.unsafe(`
      insert into rollup_queue (kind, key)
      select distinct '${kind}', ${column} from (${touched}) rows where ${column} is not null
      on conflict (kind, key) do nothing`);
  }
}
