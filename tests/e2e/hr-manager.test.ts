/** HR's day: a person's costs, recorded as seen; a departure, and every account of the leaver handed over in one go. */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { connectSql, type Sql } from "../../app/db/sql.server";
import { todayIn } from "../../app/kernel/calendar";
import { companyTimeZone } from "../../prisma/demo/company-plan";
import { closeBrowser, settle, visitAs } from "./person";

const today = todayIn(companyTimeZone);
let sql: Sql;
let leaver: { id: string; name: string; accounts: number };

beforeAll(async () => {
  sql = connectSql(inject("databaseUrl"), { max: 1 });
  // On the first of a month handovers of that very day are in the books, and nobody leaves before what they took over.
  const [row] = await sql<{ id: string; name: string; accounts: number }[]>`
    select e.id, e.name, count(*)::int as accounts
    from employees e join assignments a on a.employee_id = e.id and a.ends_on is null
    where e.left_on is null and e.id not in (select employee_id from users where employee_id is not null)
    group by e.id having count(*) between 3 and 12 and max(a.starts_on) < ${today}
    order by e.employee_number desc limit 1`;
  leaver = row!;
});
afterAll(async () => {
  await closeBrowser();
  await sql.end();
});

describe("an HR manager", () => {
  it("opens home, finds an employee, and reads the cost ledger; the audit trail says so", async () => {
    const person = await visitAs("hr");
    const { page } = person;
    await person.go("/");
    expect(new URL(page.url()).pathname).toBe("/home/hr");
    await person.picture("hr-1-home");
    await page.getByRole("link", { name: "Employees", exact: true }).first().click();
    await page.waitForURL("**/employees");
    await settle(page);
    await page.keyboard.press("/");
    await page.keyboard.type(leaver.name);
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/);
    await settle(page);
    await page.locator("main").getByRole("link", { name: leaver.name }).first().click();
    await page.waitForURL(new RegExp(leaver.id));
    await settle(page);
    await page.getByRole("link", { name: "Costs", exact: true }).click();
    await page.waitForURL(/\/costs$/);
    await settle(page);
    await expect.poll(person.content).toContain("Opening this page is recorded in the audit trail.");
    await person.picture("hr-2-costs");
    expect(person.complaints).toEqual([]);
    await person.leave();

    const admin = await visitAs("admin");
    await admin.go(`/audit?action=pay.view&q=${encodeURIComponent(leaver.name)}`);
    const first = admin.page.locator("tbody tr").first();
    await expect.poll(() => first.innerText()).toContain("Dana Marten");
    expect(await first.innerText()).toContain(leaver.name);
    await admin.leave();
  });

  it("records a departure and hands all accounts over; nothing is left waiting", async () => {
    const person = await visitAs("hr");
    const { page } = person;
    await person.go(`/employees/${leaver.id}`);
    await page.getByRole("link", { name: /Record departure/ }).click();
    await page.waitForURL(/\/depart$/);
    await settle(page);
    await page.getByLabel("First day no longer employed").fill(today);
    await page.getByLabel("Reason").selectOption("voluntary");
    await page.getByLabel("Is the departure regretted?").selectOption("yes");
    await person.picture("hr-3-departure");
    await page.getByRole("button", { name: "Record departure" }).click();
    await page.waitForURL(/\/handovers\/new\?employee=/);
    await settle(page);
    await expect.poll(person.content).toContain(`Hand over the accounts of ${leaver.name}`);
    await person.picture("hr-4-handover");

    await person.go("/handovers");
    await expect.poll(person.content).toContain(leaver.name);
    await page.goBack();
    await settle(page);
    const takers = page.locator('select[name^="to."]');
    await expect.poll(() => takers.count()).toBe(leaver.accounts);
    for (const taker of await takers.all()) {
      if (await taker.inputValue()) continue;
      await taker.selectOption({ index: 1 });
    }
    await page.getByRole("button", { name: /^Hand over \d+ account/ }).click();
    await page.waitForURL(/\/handovers\?done=/);
    await settle(page);
    await page.getByText(`${leaver.accounts} assignments handed over.`).waitFor();
    await person.picture("hr-5-handovers");

    const [open] = await sql<{ count: number }[]>`
      select count(*)::int from assignments where employee_id = ${leaver.id} and ends_on is null`;
    expect(open?.count).toBe(0);
    await person.go(`/handovers/new?employee=${leaver.id}`);
    await expect.poll(person.content).toContain("Nothing to hand over");
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("keeps what was typed when a departure is refused, and says why beside the field", async () => {
    const person = await visitAs("hr", { hasJavaScript: false });
    const { page } = person;
    const [other] = await sql<{ id: string }[]>`
      select id from employees where left_on is null and id <> ${leaver.id}
        and id not in (select employee_id from users where employee_id is not null) order by employee_number desc limit 1`;
    await person.go(`/employees/${other!.id}/depart`);
    await page.getByLabel("First day no longer employed").fill("1990-01-01");
    await page.getByLabel("Reason").selectOption("retirement");
    await page.getByRole("button", { name: "Record departure" }).click();
    const field = page.getByLabel("First day no longer employed");
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.inputValue()).toBe("1990-01-01");
    expect(await page.getByLabel("Reason").inputValue()).toBe("retirement");
    const described = (await field.getAttribute("aria-describedby"))?.split(" ").at(-1) ?? "";
    expect((await page.locator(`[id="${described}"]`).innerText()).length).toBeGreaterThan(10);
    await person.picture("hr-6-refused-without-javascript");
    await person.leave();
  });
});
