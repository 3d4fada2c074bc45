import { copyIn } from "~/db/copy-in.server";
import type { SqlTransaction } from "~/db/sql.server";
import type { ImportKind } from "../kinds/kind";
import { createStage } from "../merge/staging-table";
import type { TableNames } from "../merge/target";
import type { CellContext } from "../values/compile-cell";
import { compileRow } from "../values/compile-row";
import type { FileHead } from "./inspect-file.server";
import { readRecords } from "./read-records.server";

interface Staging {
  readonly filePath: string;
  readonly kind: ImportKind;
  readonly head: FileHead;
  readonly context: CellContext;
  readonly names: TableNames;
  readonly onProgress: (rows: number, bytes: number) => void;
}

export interface Staged {
  readonly columns: ReadonlySet<string>;
  readonly rows: number;
  readonly sha256: string;
}

const lineBatchCharacters = 131_072;

/** Reads every row of the file into the staging table; the database copies while the next rows are being read. */
export async function stageFile(tx: SqlTransaction, staging: Staging): Promise<Staged> {
  const { filePath, kind, head, context, names, onProgress } = staging;
  const row = compileRow(kind, head.columns, context);
  await tx.unsafe(createStage(kind, row.stagedColumns, names));
  const quotedColumns = row.stagedColumns.map((name) => `"${name}"`).join(", ");
  const copy = await copyIn(tx, `copy ${names.stage} (${quotedColumns}) from stdin`);
  const finished = new Promise<void>((resolve, reject) => {
    copy.once("finish", resolve);
    copy.once("error", reject);
  });
  // Whoever waits for a drain learns of the failure; this only keeps it from being unhandled before that.
  finished.catch(() => {});

  let rows = 0;
  let isHeader = true;
  let lines = "";
  const send = async () => {
    const batch = lines;
    lines = "";
    if (batch && !copy.write(batch)) await Promise.race([drained(copy), finished]);
  };
  try {
    const sha256 = await readRecords({
      filePath,
      delimiter: head.delimiter,
      onRecord(cells, rowNumber, problem) {
        if (isHeader) {
          isHeader = false;
          return;
        }
        rows += 1;
        lines += row.toCopyLine(cells, rowNumber, problem);
      },
      async afterPiece(bytes) {
        if (lines.length >= lineBatchCharacters) await send();
        onProgress(rows, bytes);
      },
    });
    await send();
    copy.end();
    await finished;
    return { columns: new Set(row.stagedColumns), rows, sha256 };
  } catch (error) {
    copy.destroy(error as Error);
    await finished.catch(() => {});
    throw error;
  }
}

function drained(copy: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => copy.once("drain", resolve));
}
