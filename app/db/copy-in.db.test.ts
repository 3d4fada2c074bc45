import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { copyIn } from "./copy-in.server";
import { sql } from "./sql.server";

describe("copyIn", () => {
  it("writes rows", async () => {
    await sql().unsafe("create table numbers (n int)");
    const stream = await copyIn(sql(), "copy numbers from stdin");
    stream.end("1\n2\n");
    await once(stream, "finish");
    expect(await sql()`select sum(n)::int as total from numbers`).toEqual([{ total: 3 }]);
  });

  it("fails with PostgreSQL's reason instead of waiting for ever when a row is refused", async () => {
    const failed = sql().begin(async (tx) => {
      const stream = await copyIn(tx as never, "copy numbers from stdin");
      stream.end("1\nseven\n");
      await once(stream, "finish");
    });
    await expect(failed).rejects.toThrow(/invalid input syntax for type integer: "seven"/);
    expect(await sql()`select 1 as one`).toEqual([{ one: 1 }]);
  });
});
