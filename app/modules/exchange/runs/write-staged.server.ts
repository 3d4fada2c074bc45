import type { SqlTransaction } from "~/db/sql.server";
import { spellColumns, targets } from "../merge/targets";
import { insertRows, keepPrevious, queueRollups, updateRows, writeOf } from "../merge/write-rows";
import type { StagedRows } from "./check-staged.server";

const hasPeriods: ReadonlySet<string> = new Set(["employment_spells", "assignments"]);

/** Writes what was checked, set by set: the previous state of changed rows, the changes, the new rows, the queue. */
export async function writeStaged(
  tx: SqlTransaction,
  { kind, names, runId, failedTable }: StagedRows & { failedTable: string },
): Promise<void> {
  const target = targets[kind.name];
  const isFailed = `row_no in (select row_no from ${failedTable})`;
  await tx.unsafe(`delete from ${names.rows} where ${isFailed}`);
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
    await tx.unsafe(keepPrevious(write));
    // A record may come to refer to a new one; but a new period may need the room that a changed one gives up.
    const order = hasPeriods.has(write.table) ? [updateRows, insertRows] : [insertRows, updateRows];
    for (const statement of order) await tx.unsafe(statement(write));
  }
  for (const statement of queueRollups(target, names.rows)) await tx.unsafe(statement);
}
