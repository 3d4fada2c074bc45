import type { Readable } from "node:stream";
import type { IdCodes } from "./id-codes";
import { connectAlike, type Sql } from "./sql.server";

/** uuid: an index into the ids met so far, −1 for null. int: int4, −1 for null. real: float4, NaN for null. */
export type CopiedKind = "uuid" | "int" | "real";

export interface CopiedColumns {
  readonly rows: number;
  readonly columns: ReadonlyArray<Int32Array | Float32Array>;
}

const headerLength = 19;

/**
 * Runs a query by binary COPY into typed columns: a million rows of eight columns in half a second, where rows as objects
 * take five times as long and as much memory. The query's columns must be of the kinds named, in their order.
 *
 * On a connection of its own, which ends with it: where the whole answer came before its reader asked for the rest,
 * postgres.js leaves the connection paused for good, and the next query on it would never return.
 */
export async function copyColumns(
  sql: Sql,
  query: string,
  kinds: readonly CopiedKind[],
  codes: readonly (IdCodes | null)[],
  expectedRows: number,
): Promise<CopiedColumns> {
  const connection = connectAlike(sql);
  try {
    const stream: Readable = await connection.unsafe(`copy (${query}) to stdout (format binary)`).readable();
    const reader = new ColumnReader(kinds, codes, Math.max(16, expectedRows));
    for await (const chunk of stream) reader.take(chunk as Buffer);
    return reader.finish();
  } finally {
    await connection.end({ timeout: 0 });
  }
}

class ColumnReader {
  #columns: (Int32Array | Float32Array)[];
  #capacity: number;
  #rows = 0;
  #rest: Buffer = Buffer.alloc(0);
  #isPastHeader = false;
  readonly #lastBytes: string[];
  readonly #lastCode: Int32Array;

  constructor(
    private readonly kinds: readonly CopiedKind[],
    private readonly codes: readonly (IdCodes | null)[],
    capacity: number,
  ) {
    this.#capacity = capacity;
    this.#columns = kinds.map((kind) =>
      kind === "real" ? new Float32Array(capacity) : new Int32Array(capacity),
    );
    this.#lastBytes = kinds.map(() => "");
    this.#lastCode = new Int32Array(kinds.length);
  }

  take(chunk: Buffer): void {
    const buffer = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    if (!this.#isPastHeader) {
      if (buffer.length < headerLength) {
        this.#rest = buffer;
        return;
      }
      at = headerLength + buffer.readInt32BE(headerLength - 4);
      this.#isPastHeader = true;
    }
    for (;;) {
      const next = this.#readRow(buffer, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = at === buffer.length ? Buffer.alloc(0) : Buffer.from(buffer.subarray(at));
  }

  finish(): CopiedColumns {
    return { rows: this.#rows, columns: this.#columns.map((column) => column.subarray(0, this.#rows)) };
  }

  /** Where the next row begins, or −1 where this one is not all there (or is the trailer). */
  #readRow(buffer: Buffer, start: number): number {
    const { length } = buffer;
    if (start + 2 > length) return -1;
    const fields = buffer.readInt16BE(start);
    if (fields < 0) return -1;
    let at = start + 2;
    for (let field = 0; field < fields; field++) {
      if (at + 4 > length) return -1;
      const size = buffer.readInt32BE(at);
      at += 4 + Math.max(0, size);
    }
    if (at > length) return -1;
    if (this.#rows === this.#capacity) this.#grow();
    at = start + 2;
    for (let field = 0; field < fields; field++) {
      const size = buffer.readInt32BE(at);
      at += 4;
      this.#columns[field]![this.#rows] = this.#value(buffer, at, size, field);
      at += Math.max(0, size);
    }
    this.#rows += 1;
    return at;
  }

  #value(buffer: Buffer, at: number, size: number, field: number): number {
    const kind = this.kinds[field]!;
    if (size < 0) return kind === "real" ? Number.NaN : -1;
    if (kind === "real") return buffer.readFloatBE(at);
    if (kind === "int") return buffer.readInt32BE(at);
    const bytes = buffer.toString("latin1", at, at + 16);
    // Rows come sorted, so that most ids are those of the row before.
    if (bytes !== this.#lastBytes[field]) {
      this.#lastBytes[field] = bytes;
      this.#lastCode[field] = this.codes[field]!.codeOfBytes(bytes);
    }
    return this.#lastCode[field]!;
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#columns = this.#columns.map((column) => {
      const larger =
        column instanceof Float32Array ? new Float32Array(this.#capacity) : new Int32Array(this.#capacity);
      larger.set(column);
      return larger;
    });
  }
}
