import { isCalendarDate } from "~/kernel/calendar";
import type { Cursor, Page } from "~/kernel/page";
import { encodeCursor } from "~/kernel/page";
import type { SqlFragment, SqlRunner } from "./sql.server";

/** What a list may be sorted by. The expression is our own text, never the reader's. */
export interface SortKey {
  /** Column or expression, with its alias: `s.revenue_12m_minor`. */
  readonly expression: string;
  /** Must be the column's own family: an index on bigint does not serve a comparison with numeric. */
  readonly kind: "text" | "whole" | "decimal" | "date" | "instant";
  readonly isNullable?: boolean;
}

interface Keyset {
  readonly key: SortKey;
  /** The tie-break, a uuid, with its alias: `s.account_id`. */
  readonly id: string;
  readonly isDescending: boolean;
  readonly cursor: Cursor | null;
}

const valueShapes: Readonly<Record<SortKey["kind"], RegExp>> = {
  text: /^[^\0]*$/,
  whole: /^-?\d{1,18}$/,
  decimal: /^-?\d{1,30}(\.\d{1,30})?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/,
};
const castOf: Readonly<Record<SortKey["kind"], string>> = {
  text: "text",
  whole: "bigint",
  decimal: "numeric",
  date: "date",
  instant: "timestamptz",
};

/** Null for a cursor that does not fit the sort, for example one kept from another order: the first page is shown. */
function usable({ cursor, key }: Keyset): Cursor | null {
  if (!cursor) return null;
  if (cursor.value === null) return key.isNullable ? cursor : null;
  if (!valueShapes[key.kind].test(cursor.value)) return null;
  if (key.kind === "date" || key.kind === "instant") {
    if (!isCalendarDate(cursor.value.slice(0, 10)) || Number.isNaN(Date.parse(cursor.value))) return null;
  }
  return cursor;
}

/** Where-fragment: what lies beyond the cursor in reading order. Empty values come last in either direction. */
export function beyondCursor(sql: SqlRunner, keyset: Keyset): SqlFragment {
  const cursor = usable(keyset);
  if (!cursor) return sql`true`;
  const column = sql.unsafe(keyset.key.expression);
  const id = sql.unsafe(keyset.id);
  const isAfter = cursor.direction === "after";
  const isGreater = isAfter !== keyset.isDescending;
  const sign = sql.unsafe(isGreater ? ">" : "<");
  if (cursor.value === null) {
    const sameEnd = sql`(${column} is null and ${id} ${sign} ${cursor.id}::uuid)`;
    return isAfter ? sameEnd : sql`(${column} is not null or ${sameEnd})`;
  }
  const value = sql`${cursor.value}::text::${sql.unsafe(castOf[keyset.key.kind])}`;
  const beyond = sql`(${column}, ${id}) ${sign} (${value}, ${cursor.id}::uuid)`;
  return keyset.key.isNullable && isAfter ? sql`(${beyond} or ${column} is null)` : beyond;
}

/** Order-by-fragment; a walk backwards runs the other way and `toPage` turns the rows round. */
export function keysetOrder(sql: SqlRunner, keyset: Keyset): SqlFragment {
  const isBackwards = usable(keyset)?.direction === "before";
  const isDescending = keyset.isDescending !== isBackwards;
  const direction = isDescending ? "desc" : "asc";
  const nulls = keyset.key.isNullable ? ` nulls ${isBackwards ? "first" : "last"}` : "";
  return sql.unsafe(
    `${keyset.key.expression} ${direction}${nulls}, ${keyset.id} ${direction}`,
  ) as unknown as SqlFragment;
}

/** One stretch of the order; its rows come before those of the next. */
export interface KeysetBranch {
  readonly where: SqlFragment;
  readonly order: SqlFragment;
}

/**
 * The same page as `beyondCursor` and `keysetOrder` describe, cut where the values end and the empty ones begin: each branch
 * is a walk along the index, however deep the page. Join the queries by `union all`, each with the page's limit.
 */
export function keysetBranches(sql: SqlRunner, keyset: Keyset): KeysetBranch[] {
  const { key, isDescending } = keyset;
  if (!key.isNullable) return [{ where: beyondCursor(sql, keyset), order: keysetOrder(sql, keyset) }];
  const cursor = usable(keyset);
  const isBackwards = cursor?.direction === "before";
  const direction = isDescending !== isBackwards ? "desc" : "asc";
  const sign = sql.unsafe(direction === "asc" ? ">" : "<");
  const column = sql.unsafe(key.expression);
  const id = sql.unsafe(keyset.id);
  const filled: KeysetBranch = {
    where:
      cursor !== null && cursor.value !== null
        ? sql`(${column}, ${id}) ${sign} (${cursor.value}::text::${sql.unsafe(castOf[key.kind])}, ${cursor.id}::uuid)`
        : sql`${column} is not null`,
    order: sql.unsafe(`${key.expression} ${direction}, ${keyset.id} ${direction}`) as unknown as SqlFragment,
  };
  const empty: KeysetBranch = {
    where:
      cursor !== null && cursor.value === null
        ? sql`${column} is null and ${id} ${sign} ${cursor.id}::uuid`
        : sql`${column} is null`,
    // With the column in front, which is all the same here, the walk follows the index.
    order: sql.unsafe(`${key.expression} ${direction}, ${keyset.id} ${direction}`) as unknown as SqlFragment,
  };
  if (cursor === null) return [filled, empty];
  if (isBackwards) return cursor.value === null ? [empty, filled] : [filled];
  return cursor.value === null ? [empty] : [filled, empty];
}

/** Query one row more than `size`; the rows come back in reading order with the cursors of the pages on either side. */
export function toPage<Row>(
  rows: readonly Row[],
  keyset: Keyset,
  { size, edge }: { size: number; edge: (row: Row) => { value: unknown; id: string } },
): Page<Row> {
  const cursor = usable(keyset);
  const isBackwards = cursor?.direction === "before";
  const hasMore = rows.length > size;
  const shown = rows.slice(0, size);
  if (isBackwards) shown.reverse();
  const cursorAt = (row: Row | undefined, direction: Cursor["direction"]) => {
    if (row === undefined) return null;
    const { value, id } = edge(row);
    return encodeCursor({ direction, value: cursorText(value), id });
  };
  return {
    rows: shown,
    next: isBackwards || hasMore ? cursorAt(shown.at(-1), "after") : null,
    previous: (isBackwards ? hasMore : cursor !== null) ? cursorAt(shown[0], "before") : null,
  };
}

function cursorText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return String(value as string | number | bigint);
}
