import { isUuid } from "./uuid";
/** Keyset paging: a cursor is the sort key of the row at the page's edge, opaque to the reader and checked on return. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
  /** Cursor of the page before; null on the first. */
  readonly previous: string | null;
}

export interface Cursor {
  readonly direction: "after" | "before";
  /** Sort value of the edge row as text, null where the row has none, and its id as the tie-break. */
  readonly value: string | null;
  readonly id: string;
}

export function encodeCursor(cursor: Cursor): string {
  const json = JSON.stringify([cursor.direction === "after" ? 1 : 0, cursor.value, cursor.id]);
  return btoa(String.fromCharCode(...new TextEncoder().encode(json)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Null for anything that `encodeCursor` did not make: a broken cursor in a URL shows the first page. */
export function decodeCursor(text: string | null): Cursor | null {
  if (!text || text.length > 2_000) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) =>
      c.charCodeAt(0),
    );
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(parsed) || parsed.length !== 3) return null;
    const [direction, value, id] = parsed as unknown[];
    if (direction !== 0 && direction !== 1) return null;
    if (value !== null && typeof value !== "string") return null;
    if (typeof id !== "string" || !isUuid(id)) return null;
    return { direction: direction === 1 ? "after" : "before", value, id };
  } catch {
    return null;
  }
}
