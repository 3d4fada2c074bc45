import { once } from "node:events";
import { copyIn } from "../../app/db/copy-in.server";
import type { SqlTransaction } from "../../app/db/sql.server";
import type { DemoTable } from "./row-ids";

/** Text is collected up to this size and then copied, so that memory stays small whatever the company's size. */
const chunkLength = 1 << 20;
/** So many chunks may wait for the database before generation pauses. */
const waitingChunks = 8;

export type Cell = string | number | boolean | null;

/** Streams rows of many tables over one connection: COPY by COPY, in the order in which the chunks fill up. */
export interface CopyWriter {
  /** `columns` must be the same at every call for the same table. */
  row(table: DemoTable, cells: readonly Cell[]): void;
  /** Lets the database catch up; call it between accounts. */
  breathe(): Promise<void>;
  /** Writes what is left; gives the number of rows. */
  finish(): Promise<number>;
  readonly rowCount: number;
}

export function createCopyWriter(
  tx: SqlTransaction,
  columns: Readonly<Partial<Record<DemoTable, readonly string[]>>>,
): CopyWriter {
  const open = new Map<DemoTable, { lines: string[]; length: number }>();
  const ready: { table: DemoTable; text: string }[] = [];
  let rows = 0;
  let pump: Promise<void> | null = null;
  let failure: unknown;

  const copyAll = async () => {
    for (let chunk = ready.shift(); chunk; chunk = ready.shift()) {
      const stream = await copyIn(
        tx,
        `copy ${chunk.table} (${columns[chunk.table]!.join(", ")}) from stdin with (freeze)`,
      );
      stream.end(chunk.text);
      await once(stream, "finish");
    }
  };
  const start = () => {
    pump ??= copyAll()
      .catch((error: unknown) => {
        failure ??= error;
        ready.length = 0;
      })
      .finally(() => {
        pump = null;
      });
  };
  const close = (table: DemoTable) => {
    const buffer = open.get(table);
    if (!buffer || buffer.length === 0) return;
    ready.push({ table, text: buffer.lines.join("") });
    open.set(table, { lines: [], length: 0 });
    start();
  };

  return {
    row(table, cells) {
      let buffer = open.get(table);
      if (!buffer) {
        buffer = { lines: [], length: 0 };
        open.set(table, buffer);
      }
      let line = "";
      for (let i = 0; i < cells.length; i++) {
        const cell = cells[i];
        line += (i === 0 ? "" : "\t") + (cell === null ? "\\N" : String(cell));
      }
      line += "\n";
      buffer.lines.push(line);
      buffer.length += line.length;
      rows += 1;
      if (buffer.length >= chunkLength) close(table);
    },
    async breathe() {
      do {
        if (failure) throw failure;
        if (ready.length >= waitingChunks && pump) await pump;
        else await new Promise((resolve) => setImmediate(resolve));
      } while (ready.length >= waitingChunks);
    },
    async finish() {
      for (const table of open.keys()) close(table);
      while (pump) await pump;
      if (failure) throw failure;
      return rows;
    },
    get rowCount() {
      return rows;
    },
  };
}
