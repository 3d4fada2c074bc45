import { ArgumentError } from "../arguments";

/** Up to here a copy is cheaper than the thought of avoiding it. */
const smallBytes = 65_536;
const smallNumbers = smallBytes / 8;

/**
 * The buffers of the typed arrays within a task's input that are to change hands. Shared columns need nothing: they
 * are passed by reference. Long columns of any other kind are either given away or refused, never copied in silence.
 */
export function buffersToTransfer(input: unknown, giveAway: boolean): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  visit(input, "input", new Set(), (value, path) => {
    if (ArrayBuffer.isView(value)) {
      if (!(value.buffer instanceof ArrayBuffer)) return;
      if (giveAway) found.add(value.buffer);
      else if (value.byteLength > smallBytes) throw new ArgumentError(path, problem);
    } else if (value.length > smallNumbers && typeof value[0] !== "object") {
      throw new ArgumentError(path, "is a long plain array; make it a column of numbers with toSharedColumn");
    }
  });
  return [...found];
}

const problem =
  "is a long column that would be copied: make it shared (sharedColumn) or give it away (giveAway: true)";

/** The buffers of a result, which the worker has no further use for. */
export function buffersOfResult(result: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  visit(result, "result", new Set(), (value) => {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  });
  return [...found];
}

function visit(
  value: unknown,
  path: string,
  seen: Set<object>,
  column: (value: ArrayBufferView | readonly unknown[], path: string) => void,
): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  if (ArrayBuffer.isView(value)) {
    column(value, path);
    return;
  }
  if (Array.isArray(value)) {
    column(value, path);
    // An array of numbers holds no column; its first element tells.
    if (typeof value[0] !== "object") return;
    for (const [i, item] of value.entries()) visit(item, `${path}[${i}]`, seen, column);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    visit(item, path === "input" ? key : `${path}.${key}`, seen, column);
  }
}
