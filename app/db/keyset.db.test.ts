import { beforeAll, describe, expect, it } from "vitest";
import { decodeCursor } from "~/kernel/page";
import { beyondCursor, keysetOrder, type SortKey, toPage } from "./keyset.server";
import { sql } from "./sql.server";

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const score: SortKey = { expression: "t.score", kind: "whole", isNullable: true };

interface Row {
  id: string;
  score: number | null;
}

async function page(isDescending: boolean, at: string | null, key = score) {
  const keyset = { key, id: "t.id", isDescending, cursor: decodeCursor(at) };
  const rows = await sql()<Row[]>`
    select id, score from keyset_test t where ${beyondCursor(sql(), keyset)}
    order by ${keysetOrder(sql(), keyset)} limit 3`;
  return toPage(rows, keyset, { size: 2, edge: (row) => ({ value: row.score, id: row.id }) });
}

const numbers = (rows: readonly Row[]) => rows.map((row) => Number(row.id.slice(-2)));

describe("keyset paging", () => {
  beforeAll(async () => {
    await sql()`create table keyset_test (id uuid primary key, score integer)`;
    const scores = [5, null, 5, 7, null, 1];
    for (const [index, value] of scores.entries()) {
      await sql()`insert into keyset_test values (${idOf(index + 1)}, ${value})`;
    }
  });

  it.each([
    [false, [6, 1, 3, 4, 2, 5]],
    [true, [4, 3, 1, 6, 5, 2]],
  ])("descending %s: walks forth and back through ties and empty values without loss", async (isDescending, order) => {
    const first = await page(isDescending, null);
    const second = await page(isDescending, first.next);
    const third = await page(isDescending, second.next);
    expect([first, second, third].flatMap(({ rows }) => numbers(rows))).toEqual(order);
    expect(first.previous).toBeNull();
    expect(third.next).toBeNull();
    const back = await page(isDescending, third.previous);
    expect(numbers(back.rows)).toEqual(order.slice(2, 4));
    const start = await page(isDescending, back.previous);
    expect(numbers(start.rows)).toEqual(order.slice(0, 2));
    expect(start.previous).toBeNull();
  });

  it("shows the first page for a cursor that was kept from another sort", async () => {
    const forged = btoa(JSON.stringify([1, "Meyer", idOf(4)]));
    expect(numbers((await page(false, forged)).rows)).toEqual([6, 1]);
  });
});
