/** From a customer's falling satisfaction to who served it when, as a sales manager does on a first visit. */
import { afterAll, describe, expect, it } from "vitest";
import { demoPassword } from "../../prisma/demo/demo-logins";
import { closeBrowser, settle, visit, visitAs } from "./person";

afterAll(closeBrowser);

describe("a sales manager", () => {
  it("signs in, sees which accounts fall, opens one, and reads who served it when", async () => {
    const person = await visit();
    const { page } = person;
    await person.go("/");
    await page.getByLabel("E-mail").fill("sales@relata.example");
    await page.getByLabel("Password").fill(demoPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/home/sales");
    await settle(page);
    await person.picture("story-1-home");

    const risk = page
      .locator("section")
      .filter({ has: page.locator("table") })
      .first();
    const account = risk.locator('a[href^="/accounts/"]').first();
    const name = (await account.innerText()).trim();
    await account.click();
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
    await settle(page);
    await expect.poll(person.heading).toContain(name);
    await person.picture("story-2-account");

    await page.getByRole("link", { name: "Team", exact: true }).click();
    await page.waitForURL(/\/team$/);
    await settle(page);
    const served = page.locator("main table").last();
    await expect.poll(() => served.locator("tbody").innerText()).toMatch(/20\d\d/);
    await expect.poll(() => page.locator("main svg").count()).toBeGreaterThan(0);
    await person.picture("story-3-team");
    expect(await person.content()).not.toMatch(/salary|compensation/i);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("finds an account by the keyboard alone: / to search, j and k along the list, Enter to open", async () => {
    const person = await visitAs("sales_manager");
    const { page } = person;
    await person.go("/accounts");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const row = page.locator('tr[data-cursor="true"]');
    await expect.poll(() => row.count()).toBe(1);
    const name = (await row.locator("a").first().innerText()).trim();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
    await expect.poll(person.heading).toContain(name);
    await settle(page);

    await page.keyboard.press("/");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
    await page.keyboard.type(name.slice(0, 8));
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/);
    await settle(page);
    await expect.poll(person.content).toContain(name);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("reaches the content past the navigation by the skip link, and sees where the focus is", async () => {
    const person = await visitAs("sales_manager");
    const { page } = person;
    await person.go("/home/sales");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(
      await page.evaluate(() => {
        const focused = document.activeElement;
        const style = focused && getComputedStyle(focused);
        return document.querySelector("main")?.contains(focused) && style?.outlineStyle !== "none";
      }),
    ).toBe(true);
    await person.leave();
  });
});
