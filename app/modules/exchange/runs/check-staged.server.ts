import { v7 as uuidv7 } from "uuid";
import type { SqlTransaction } from "~/db/sql.server";
import type { ImportKind } from "../kinds/kind";
import { checkKind, checkOverlaps, checkReference, checkRepeats } from "../merge/check-rows";
import { prepareSpells } from "../merge/first-spells";
import { findRepeats, prepareRows } from "../merge/prepare-rows";
import { resolveReference } from "../merge/resolve-reference";
import { createProblems } from "../merge/staging-table";
import { newIdExpression, type TableNames } from "../merge/target";
import { targets } from "../merge/targets";

export interface StagedRows {
  readonly kind: ImportKind;
  readonly staged: ReadonlySet<string>;
  readonly names: TableNames;
  readonly runId: string;
}

/** Judges every staged row against the file and the records, and notes what is wrong with it. Writes to no ledger. */
export async function checkStaged(tx: SqlTransaction, { kind, staged, names }: StagedRows): Promise<void> {
  const target = targets[kind.name];
  const run = async (statements: readonly string[]) => {
    for (const statement of statements) await tx.unsafe(statement);
  };
  await run([`analyze ${names.stage}`, createProblems(names)]);
  for (const reference of target.references.filter(({ column }) => staged.has(column)))
    await run(resolveReference(reference, names));
  const hasOwnKeys = staged.has("row_key");
  if (hasOwnKeys) await run(findRepeats(target, names));
  await run([prepareRows(target, staged, names, newIdExpression(uuidv7())), `analyze ${names.rows}`]);

  const isManaged = kind.name === "employees" && staged.has("manager_number");
  const manager = { column: "manager_number", noun: "employee" } as const;
  if (isManaged) await run(resolveReference(manager, names));
  if (kind.name === "employees") await run(prepareSpells(staged, names, uuidv7()));

  for (const reference of [...target.references, ...(isManaged ? [manager] : [])]) {
    if (staged.has(reference.column)) await run([checkReference(reference, names)]);
  }
  if (!hasOwnKeys || (await hasRows(tx, names.repeats))) await run(checkRepeats(target, names));
  await run(checkKind(kind, staged, names));
  const overlaps = checkOverlaps(kind, names);
  if (overlaps) await run([overlaps]);
  await spreadFailures(tx, kind, staged, names, overlaps);
}

/**
 * A row that builds on a failed one fails with it: children of a parent in the file, people of a manager in the file,
 * and periods that fit only if another row had changed its neighbour.
 */
async function spreadFailures(
  tx: SqlTransaction,
  kind: ImportKind,
  staged: ReadonlySet<string>,
  names: TableNames,
  overlaps: string | null,
): Promise<void> {
  const parent =
    kind.name === "accounts" && staged.has("parent_number")
      ? { column: "parent_number", id: "parent_id", table: names.rows }
      : kind.name === "org-units" && staged.has("parent_code")
        ? { column: "parent_code", id: "parent_id", table: names.rows }
        : kind.name === "employees" && staged.has("manager_number")
          ? { column: "manager_number", id: "manager_id", table: names.spells }
          : null;
  const statement = parent
    ? `insert into ${names.problems} (row_no, problem)
       select child.row_no, jsonb_build_object('code', 'dependsOnFailed', 'column', '${parent.column}',
                                               'params', jsonb_build_object('row', above.row_no))
       from ${parent.table} child
       join ${names.rows} above on above.id = child.${parent.id} and above.existing_id is null
       where (exists (select 1 from ${names.problems} x where x.row_no = above.row_no)
              or exists (select 1 from ${names.stage} x where x.row_no = above.row_no and x.problems is not null))
         and not exists (select 1 from ${names.problems} x where x.row_no = child.row_no)
         and not exists (select 1 from ${names.stage} x where x.row_no = child.row_no and x.problems is not null)`
    : overlaps;
  if (!statement) return;
  for (let round = 0; round < 200; round++) {
    const { count } = await tx.unsafe(statement);
    if (count === 0) return;
  }
}

async function hasRows(tx: SqlTransaction, table: string): Promise<boolean> {
  const [row] = await tx.unsafe<{ present: boolean }[]>(`select exists (select 1 from ${table}) as present`);
  return row?.present ?? false;
}
