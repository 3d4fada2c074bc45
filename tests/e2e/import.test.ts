/** HR brings a file with an error in it: reasons by row, the failed rows as a file, the corrected file, and undo. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { connectSql } from "../../app/db/sql.server";
import { closeBrowser, type Person, settle, visitAs } from "./person";

let folder: string;
let unitCode: string;
beforeAll(async () => {
  const sql = connectSql(inject("databaseUrl"), { max: 1 });
  const [unit] = await sql<{ code: string }[]>`select code from org_units order by code desc limit 1`;
  unitCode = unit?.code ?? "";
  await sql.end();
  folder = await mkdtemp(path.join(tmpdir(), "relata-import-"));
});
afterAll(async () => {
  await closeBrowser();
  await rm(folder, { recursive: true, force: true });
});

const header = "employee_number,name,email,org_unit,hired_on";
const good = "E-9001,Noor Haddad,noor@example.com,HR,2024-03-01";
const bad = "E-9002,王小明,xiaoming@example.com,HR,2024-02-31";
const better = "E-9002,王小明,xiaoming@example.com,HR,2024-03-31";

async function upload(person: Person, name: string, lines: string[]): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, `${lines.join("\n").replaceAll("UNIT", unitCode)}\n`);
  await person.go("/import");
  await person.page.getByLabel("What the file holds").selectOption("employees");
  await person.page.getByLabel("CSV file").setInputFiles(file);
  await person.page.getByRole("button", { name: "Check the file" }).click();
  await person.page.waitForURL(/\/import\/[0-9a-f-]{36}/);
  await untilShown(person, /Checked|Nothing written|Could not be read|Needs an answer/);
}

/** The list of employees as it is now: the worker beside the server sums them up within a second of a change. */
async function foundBy(person: Person, words: string): Promise<string> {
  await person.go(`/employees?q=${encodeURIComponent(words)}`);
  return person.content();
}

async function untilShown(person: Person, words: RegExp): Promise<void> {
  await person.page.locator("main").getByText(words).first().waitFor();
  await settle(person.page);
}

describe("an HR manager", () => {
  it("imports employees: an error by row, the failed rows back as a file, corrected, applied, seen, undone", async () => {
    const person = await visitAs("hr");
    const { page } = person;
    await upload(person, "staff.csv", [header, good, bad]);
    await expect.poll(person.content).toContain("2 read = 1 created + 0 updated + 0 unchanged + 1 failed");
    await expect.poll(person.content).toContain("2024-02-31");
    await person.picture("import-1-failed-row");

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download failed rows" }).click();
    const failedFile = path.join(folder, "failed.csv");
    await (await download).saveAs(failedFile);
    const failed = await readFile(failedFile, "utf8");
    expect(failed).toContain("E-9002");
    expect(failed).not.toContain("E-9001");
    expect(failed).toContain("王小明");

    await person.go("/employees?q=E-9001");
    expect(await person.content()).not.toContain("Noor Haddad");

    await upload(person, "staff-corrected.csv", [header, good, better]);
    await expect.poll(person.content).toContain("2 read = 2 created + 0 updated + 0 unchanged + 0 failed");
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await untilShown(person, /^Imported$/);
    await person.picture("import-2-applied");
    const run = new URL(page.url()).pathname;

    await expect.poll(() => foundBy(person, "王小明")).toContain("E-9002");

    await person.go(run);
    await page.getByText("Undo the import").first().click();
    await page.getByRole("button", { name: "Yes, undo it" }).click();
    await untilShown(person, /^Undone$/);
    await person.picture("import-3-undone");
    await expect.poll(() => foundBy(person, "E-9002")).not.toContain("王小明");
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("is told why a file of another kind is not read, and nothing is written", async () => {
    const person = await visitAs("hr");
    await upload(person, "revenue.csv", ["account_number,booked_on,amount", "A-1,2026-01-01,10.00"]);
    expect(await person.content()).toContain("Could not be read");
    await person.picture("import-4-other-kind");
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("imports without JavaScript too", async () => {
    const person = await visitAs("hr", { hasJavaScript: false });
    const { page } = person;
    const file = path.join(folder, "plain.csv");
    await writeFile(file, `${header}\n${bad}\n`.replaceAll("UNIT", unitCode));
    await person.go("/import");
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByLabel("What the file holds").selectOption("employees");
    await page.getByLabel("CSV file").setInputFiles(file);
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
    await expect
      .poll(async () => {
        await page.reload();
        return person.content();
      })
      .toContain("1 failed");
    expect(await person.content()).toContain("2024-02-31");
    await person.leave();
  });
});
