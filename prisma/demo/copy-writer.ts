import { once } from "node:events";
import { copyIn } from "../../app/db/copy-in.server";
import type { SqlTransaction } from "../../app/db/sql.server";
import type { DemoTable } from "./row-ids";

/** Rows are collected up to this size and then copied, so that memory stays small whatever the company's size. */
const chunkBytes = 1 << 20;
/** No row is longer: what may yet be written into a chunk that is not full. */
const longestRowBytes = 1 << 14;
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

interface Chunk {
  readonly table: DemoTable;
  readonly bytes: Buffer;
  length: number;
}

export function createCopyWriter(
  tx: SqlTransaction,
  columns: Readonly<Partial<Record<DemoTable, readonly string[]>>>,
): CopyWriter {
  const open = new Map<DemoTable, Chunk>();
  const ready: Chunk[] = [];
  // Rows go straight into bytes and chunks are used again: strings kept until a chunk is full cost more in garbage
  // collection than everything else together.
  const spare: Buffer[] = [];
  let rows = 0;
  let pump: Promise<void> | null = null;
  let failure: Error | undefined;

  const copyAll = async () => {
    for (let chunk = ready.shift(); chunk; chunk = ready.shift()) {
      const stream = await copyIn(
        tx,
        `copy ${chunk.table} (${columns[chunk.table]!.join(", ")}) from stdin with (freeze)`,
      );
      stream.end(chunk.bytes.subarray(0, chunk.length));
      await once(stream, "finish");
      spare.push(chunk.bytes);
    }
  };
  const start = () => {
    pump ??= copyAll()
      .catch((error: unknown) => {
        failure ??= error instanceof Error ? error : new Error(String(error));
        ready.length = 0;
      })
      .finally(() => {
        pump = null;
      });
  };
  const close = (chunk: Chunk) => {
    open.delete(chunk.table);
    ready.push(chunk);
    start();
  };

  return {
    row(table, cells) {
      let chunk = open.get(table);
      if (!chunk) {
        chunk = {
          table,
          bytes: spare.pop() ?? Buffer.allocUnsafeSlow(chunkBytes + longestRowBytes),
          length: 0,
        };
        open.set(table, chunk);
      }
      let line = "";
      for (let i = 0; i < cells.length; i++) {
        const cell = cells[i];
        line += (i === 0 ? "" : "\t") + (cell === null ? "\\N" : String(cell));
      }
      chunk.length += chunk.bytes.write(`${line}\n`, chunk.length);
      rows += 1;
      if (chunk.length >= chunkBytes) close(chunk);
    },
    async breathe() {
      do {
        if (failure) throw failure;
        if (ready.length >= waitingChunks && pump) await pump;
        else await new Promise((resolve) => setImmediate(resolve));
      } while (ready.length >= waitingChunks);
    },
    async finish() {
      for (const chunk of [...open.values()]) close(chunk);
      while (pump) await pump;
      if (failure) throw failure;
      return rows;
    },
    get rowCount() {
      return rows;
    },
  };
}
