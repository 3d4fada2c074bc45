import type { SqlTransaction } from "~/db/sql.server";
import { spellColumns } from "../merge/people-targets";
import { targets } from "../merge/targets";
import {
  insertRows,
  keepPrevious,
  lockReferences,
  queueRollups,
  updateRows,
  type Write,
  writeOf,
} from "../merge/write-rows";
import type { StagedRows } from "./check-staged.server";
import type { Counts } from "./run-import.server";
import { withTrustedReferences } from "./trusted-references.server";

const hasPeriods: ReadonlySet<string> = new Set(["employment_spells", "assignments"]);

/** Writes what was checked, set by set: the previous state of changed rows, the changes, the new rows, the queue. */
export async function writeStaged(
  tx: SqlTransaction,
  { kind, names, runId, failedTable, counts }: StagedRows & { failedTable: string; counts: Counts },
): Promise<void> {
  const target = targets[kind.name];
  const isFailed = `row_no in (select row_no from ${failedTable})`;
  if (counts.failed > 0) await tx.unsafe(`delete from ${names.rows} where ${isFailed}`);
  const writes = [writeOf(target, names.rows, runId)];
  if (kind.name === "employees") {
    await tx.unsafe(`delete from ${names.spells} where ${isFailed}`);
    writes.push({
      rows: names.spells,
      table: "employment_spells",
      columns: ["employee_id", "starts_on", "ends_on", ...spellColumns.map((column) => column.name)],
      isAccountOwned: false,
      runId,
    });
  }
  for (const write of writes) {
    if (counts.updated > 0) await tx.unsafe(keepPrevious(write));
    // A record may come to refer to a new one; but a new period may need the room that a changed one gives up.
    const update = async () => {
      if (counts.updated > 0) await tx.unsafe(updateRows(write));
    };
    if (hasPeriods.has(write.table)) await update();
    await insertAll(tx, write);
    if (!hasPeriods.has(write.table)) await update();
  }
  for (const statement of queueRollups(target, names.rows)) await tx.unsafe(statement);
}

async function insertAll(tx: SqlTransaction, write: Write): Promise<void> {
  const locks = lockReferences(write);
  if (!locks) {
    await tx.unsafe(insertRows(write));
    return;
  }
  for (const lock of locks) await tx.unsafe(lock);
  await withTrustedReferences(tx, () => tx.unsafe(insertRows(write)));
}
