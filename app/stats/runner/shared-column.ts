/**
 * Columns two threads can read at once. A column read from the database into one of these is handed to a worker by
 * reference; nobody may write to it while a fit runs.
 */

/** An empty column of n numbers in shared memory, to be filled by the caller. */
export function sharedColumn(n: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(n * Float64Array.BYTES_PER_ELEMENT));
}

/** The same numbers in shared memory: one copy, made once, however many fits read it. */
export function toSharedColumn(values: ArrayLike<number>): Float64Array {
  const column = sharedColumn(values.length);
  column.set(values);
  return column;
}
