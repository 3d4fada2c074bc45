import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildAccount, buildCompany } from "../../../tests/builders/company";
import { importFile } from "../../../tests/builders/import-file";

beforeAll(async () => {
  await buildCompany();
  await buildAccount({ number: "A-1" });
  await buildAccount({ number: "A-2" });
});
beforeEach(async () => {
  await sql()`truncate revenue_entries, contacts, import_runs cascade`;
});

const head = "account_number,booked_on,amount,product\n";
const written = async () => (await sql()`select 1 from revenue_entries`).length;

async function problemOf(content: string | Uint8Array) {
  const result = await importFile("revenue", content);
  expect(result.status).toBe("failed");
  expect(result.counts).toEqual({ read: 0, created: 0, updated: 0, unchanged: 0, failed: 0 });
  expect(await written()).toBe(0);
  const [run] =
    await sql()`select status, options->'problem'->>'code' as code from import_runs where id = ${result.runId}`;
  expect(run).toEqual({ status: "failed", code: result.problem?.code });
  return result.problem;
}

function utf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, "utf16le");
}

describe("a file that cannot be judged row by row", () => {
  it("is empty, blank or has no rows", async () => {
    expect((await problemOf(""))?.code).toBe("empty");
    expect((await problemOf("\n \n"))?.code).toBe("empty");
    expect((await problemOf(head))?.code).toBe("headerOnly");
    expect((await problemOf(`\uFEFF${head}\n\n`))?.code).toBe("headerOnly");
  });

  it("is in another encoding, which is named", async () => {
    expect(await problemOf(utf16(`${head}A-1,2026-01-01,5,x\n`))).toMatchObject({
      code: "encoding",
      params: { name: "UTF-16" },
    });
    const gbk = Buffer.concat([
      Buffer.from(`${head}A-1,2026-01-01,5,`),
      Buffer.from([0xb7, 0xfe, 0xce, 0xf1, 0xba, 0xcf, 0xcd, 0xac]),
      Buffer.from("\n"),
    ]);
    expect(await problemOf(gbk)).toMatchObject({ code: "encoding", params: { name: "GBK" } });
    const latin = Buffer.concat([
      Buffer.from(`${head}A-1,2026-01-01,5,M`),
      Buffer.from([0xfc]),
      Buffer.from("ller GmbH\n"),
    ]);
    expect(await problemOf(latin)).toMatchObject({ code: "encoding", params: { name: "Windows-1252" } });
    const late = Buffer.concat([
      Buffer.from(head + "A-1,2026-01-01,5,x\n".repeat(20_000)),
      Buffer.from([0xff, 0x0a]),
    ]);
    expect((await problemOf(late))?.code).toBe("encoding");
  });

  it("is of another kind, which is named", async () => {
    expect(await problemOf("account_number,name,email,phone\nA-1,x,,\n")).toMatchObject({
      code: "otherKind",
      params: { kind: "contacts" },
    });
    const accounts = await importFile(
      "contacts",
      "account_number,name,type,segment,acquired_on\nA-3,x,,,2024-01-01\n",
    );
    expect(accounts.problem).toMatchObject({ code: "otherKind", params: { kind: "accounts" } });
  });

  it("lacks columns, has them twice, or has another separator", async () => {
    expect(await problemOf("account_number,amount\nA-1,5\n")).toMatchObject({
      code: "missingColumns",
      params: { columns: "booked_on" },
    });
    expect(await problemOf("account_number,month,amount,Amount\nA-1,2026-01,5,6\n")).toMatchObject({
      code: "doubledHeader",
      column: "amount",
    });
    expect(await problemOf("account_number,month,amount,x,x\nA-1,2026-01,5,6,7\n")).toMatchObject({
      code: "repeatedHeader",
    });
    expect((await problemOf("account_number|month|amount\nA-1|2026-01|5\n"))?.code).toBe("noHeader");
    expect((await problemOf("PK\u0003\u0004 not a table at all"))?.code).toBe("noHeader");
  });

  it("opens a quotation mark that is never closed", async () => {
    expect(await problemOf(`${head}A-1,2026-01-01,5,x\nA-1,2026-01-01,"5,x\nA-1,2026-01-01,5,x\n`)).toEqual({
      code: "unclosedQuote",
      params: { row: 3 },
    });
  });
});

describe("rows that fail", () => {
  it("say why, one by one, and keep the others from being written", async () => {
    const result = await importFile(
      "revenue",
      `${head}A-1,2026-01-01,5,ok\nA-1,2026-01-01,5\nA-1,2026-01-01,5,x,y\nA-1,2026-01-01,5,x,,\nA-1,2026-01-01,"5"x,x\nA-1,2026-01-01,5,a\0b\nA-1,2026-01-01,5,${"z".repeat(1_000_000)}\n;;;\n`,
    );
    expect(result.failures).toEqual([
      "3: ragged",
      "4: ragged",
      "6: strayQuote,money_point",
      "7: nul",
      "8: tooLong",
      "9: ragged,required,required,unknownAccount",
    ]);
    expect(result.status).toBe("refused");
    expect(result.counts).toEqual({ read: 8, created: 2, updated: 0, unchanged: 0, failed: 6 });
    expect(await written()).toBe(0);
    const [cell] = await sql()`select length(cells[4]) as kept from import_failures where row_number = 8`;
    expect(cell?.["kept"]).toBe(10_001);
  });

  it("are left out when asked for, and only then", async () => {
    const file = `${head}A-1,2026-01-01,5,ok\nA-9,2026-01-01,5,x\n`;
    const dry = await importFile("revenue", file, { isDryRun: true, skipFailed: true });
    expect(dry.status).toBe("checked");
    expect(await written()).toBe(0);
    const skipped = await importFile("revenue", file, { skipFailed: true });
    expect(skipped.status).toBe("applied");
    expect(skipped.counts).toEqual({ read: 2, created: 1, updated: 0, unchanged: 0, failed: 1 });
    expect(await written()).toBe(1);
  });

  it("keep a formula as the text that it is", async () => {
    await importFile("revenue", `${head}A-1,2026-01-01,5,=cmd()\nA-1,2026-01-01,6,'=cmd()\n`);
    const rows = await sql()`select product from revenue_entries order by amount_minor`;
    expect(rows.map((row) => row["product"])).toEqual(["=cmd()", "=cmd()"]);
    expect((await importFile("revenue", `${head}A-1,2026-01-01,=1+1,x\n`)).failures).toEqual([
      "2: money_point",
    ]);
  });

  it("survive backslashes, tabs and line ends in cells", async () => {
    const product = 'C:\\new\tfolder "x"\nsecond\\N line';
    await importFile("revenue", `${head}A-1,2026-01-01,5,"${product.replaceAll('"', '""')}"\n`);
    const [row] = await sql()`select product from revenue_entries`;
    expect(row?.["product"]).toBe(product);
    const failed = await importFile(
      "revenue",
      `${head}A-9,2026-01-01,5,"${product.replaceAll('"', '""')}"\n`,
    );
    const [cells] = await sql()`select cells from import_failures where run_id = ${failed.runId}`;
    expect(cells?.["cells"]).toEqual(["A-9", "2026-01-01", "5", product]);
  });
});

describe("how a file writes days and amounts", () => {
  it("is seen from the whole file, even from its last row", async () => {
    const file = `${head.replaceAll(",", ";")}A-1;03/04/2026;1.234;a\nA-1;05/06/2026;2.000;b\nA-1;31/12/2025;12,5;c\n`;
    expect((await importFile("revenue", file)).status).toBe("applied");
    const rows = await sql()`select booked_on, amount_minor from revenue_entries order by booked_on`;
    expect(rows.map((row) => `${row["bookedOn"]} ${row["amountMinor"]}`)).toEqual([
      "2025-12-31 1250",
      "2026-04-03 123400",
      "2026-06-05 200000",
    ]);
  });

  it("is asked about where nothing tells, and then read as said", async () => {
    const file = `${head}A-1,03/04/2026,1.234,a\nA-1,05/06/2026,2.000,b\n`;
    const asked = await importFile("revenue", file);
    expect(asked.status).toBe("waiting");
    expect(asked.questions).toEqual([
      { about: "dates", value: "03/04/2026", row: 2, column: "booked_on" },
      { about: "decimal", value: "1.234", row: 2, column: "amount" },
    ]);
    expect(await written()).toBe(0);
    const half = await importFile("revenue", file, { dates: "mdy" });
    expect(half.questions.map(({ about }) => about)).toEqual(["decimal"]);
    expect((await importFile("revenue", file, { dates: "mdy", decimal: "comma" })).status).toBe("applied");
    const [row] = await sql()`select amount_minor from revenue_entries where booked_on = '2026-03-04'`;
    expect(row?.["amountMinor"]).toBe(123_400n);
  });

  it("makes an error of the row that contradicts it", async () => {
    const file = `${head}A-1,13/04/2026,"1,5",a\nA-1,14/04/2026,"2,5",b\nA-1,04/15/2026,2.5,c\n`;
    expect((await importFile("revenue", file)).failures).toEqual(["4: date_dmy,money_comma"]);
    expect((await importFile("revenue", `${head}A-1,31/12/2026,5,a\n`, { dates: "iso" })).failures).toEqual([
      "2: date_iso",
    ]);
    expect(
      (await importFile("revenue", `${head}A-1,2026-01-01,"1.234,56",a\n`, { decimal: "point" })).failures,
    ).toEqual(["2: money_point"]);
  });
});
