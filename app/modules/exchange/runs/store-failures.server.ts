import { copyIn } from "~/db/copy-in.server";
import type { SqlTransaction } from "~/db/sql.server";
import type { TableNames } from "../merge/target";
import type { FileHead } from "./inspect-file.server";
import { readRecords } from "./read-records.server";

/** A cell is kept up to here: enough to correct it, too little to fill the database. */
const keptCellCharacters = 10_000;
const lineBatchCharacters = 131_072;

/** Which rows fail, and for which reasons? One row each in the table named. */
export function gatherFailures(names: TableNames, failed: string): string[] {
  return [
    `create unlogged table ${failed} as
     select row_no, jsonb_agg(problem order by place, problem->>'column', problem->>'code') as reasons
     from (
       select row_no, problem, place from ${names.stage},
              jsonb_array_elements(problems::jsonb) with ordinality as listed (problem, place)
       where problems is not null
       union all
       select row_no, problem, 1000 from ${names.problems}) known
     group by row_no`,
    `create unique index on ${failed} (row_no)`,
  ];
}

/** Reads the file once more, only to keep the failed rows' cells as they stand in it. */
export async function storeFailures(
  tx: SqlTransaction,
  runId: string,
  filePath: string,
  head: FileHead,
  failed: string,
): Promise<void> {
  const failedRows = new Set<number>();
  await tx.unsafe<{ rowNo: number }[]>(`select row_no from ${failed}`).cursor(20_000, (rows) => {
    for (const { rowNo } of rows) failedRows.add(rowNo);
  });
  const cellTable = `${failed}_cells`;
  await tx.unsafe(`create unlogged table ${cellTable} (row_no integer, cells text[])`);
  const copy = await copyIn(tx, `copy ${cellTable} from stdin`);
  const finished = new Promise<void>((resolve, reject) => {
    copy.once("finish", resolve);
    copy.once("error", reject);
  });
  finished.catch(() => {});
  let lines = "";
  await readRecords({
    filePath,
    delimiter: head.delimiter,
    onRecord(cells, row) {
      if (failedRows.has(row)) lines += `${row}\t${arrayLiteral(cells)}\n`;
    },
    async afterPiece() {
      if (lines.length < lineBatchCharacters) return;
      const batch = lines;
      lines = "";
      if (!copy.write(batch))
        await Promise.race([new Promise((resolve) => copy.once("drain", resolve)), finished]);
    },
  });
  copy.end(lines);
  await finished;
  await tx`delete from import_failures where run_id = ${runId}`;
  await tx.unsafe(
    `insert into import_failures (run_id, row_number, cells, reasons)
     select '${runId}', f.row_no, c.cells, f.reasons from ${failed} f join ${cellTable} c using (row_no)`,
  );
  await tx.unsafe(`drop table ${cellTable}`);
}

/** An array in PostgreSQL's text form, escaped once more for COPY. */
function arrayLiteral(cells: readonly string[]): string {
  const items = cells.slice(0, 200).map((cell) => {
    const kept = cell.length > keptCellCharacters ? `${cell.slice(0, keptCellCharacters)}…` : cell;
    return `"${kept.replaceAll("\0", "␀").replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `{${items.join(",")}}`
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
