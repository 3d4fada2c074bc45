import type { Writable } from "node:stream";
import type { SqlRunner } from "./sql.server";

/**
 * Opens `COPY … FROM STDIN` for writing. postgres.js forgets a COPY that the database refuses after its last byte: the
 * stream then neither finishes nor fails. Here it fails with PostgreSQL's error.
 */
export async function copyIn(sql: SqlRunner, statement: string): Promise<Writable> {
  const query = sql.unsafe(statement) as unknown as {
    reject(error: Error): void;
    writable(): Promise<Writable>;
  };
  let stream: Writable | undefined;
  const reject = query.reject;
  query.reject = (error) => {
    reject.call(query, error);
    stream?.destroy(error);
  };
  stream = await query.writable();
  return stream;
}
