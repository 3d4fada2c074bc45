/** What holds on every page: language, appearance, and forms that work with scripts and without. */
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, settle, visit, visitAs } from "./person";

afterAll(closeBrowser);

/** The number of somebody whom the sales manager sees. */
async function someColleague(): Promise<string> {
  const person = await visitAs("sales_manager");
  await person.go("/employees?status=active");
  const text = await person.page.locator("tbody tr").first().innerText();
  await person.leave();
  return /E-\d+/.exec(text)?.[0] ?? "";
}

describe("anybody", () => {
  it("is greeted in the browser's language, and switches it in the header", async () => {
    const person = await visitAs("leadership", { locale: "zh" });
    const { page } = person;
    await person.go("/home/leadership");
    expect(await page.getAttribute("html", "lang")).toMatch(/^zh/);
    await expect.poll(person.heading).toMatch(/[一-鿿]/);
    await page.getByRole("button", { name: "English" }).first().click();
    await expect.poll(() => page.getAttribute("html", "lang")).toMatch(/^en/);
    await expect.poll(person.heading).toBe("People and customers together");
    expect(new URL(page.url()).pathname).toBe("/home/leadership");
    await person.go("/accounts");
    expect(await page.getAttribute("html", "lang")).toMatch(/^en/);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it("chooses dark or light, against what the system says", async () => {
    const person = await visitAs("hr", { theme: "light" });
    const { page } = person;
    const brightness = () =>
      page.evaluate(() => {
        const [red = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
        return Number(red);
      });
    await person.go("/home/hr");
    expect(await brightness()).toBeGreaterThan(200);
    await page.getByRole("button", { name: "Dark" }).first().click();
    await expect.poll(brightness).toBeLessThan(60);
    await settle(page);
    await page.getByRole("button", { name: "As the system" }).first().click();
    await expect.poll(brightness).toBeGreaterThan(200);
    await person.leave();
  });

  it.each([
    true,
    false,
  ])("gets a form back with what was typed and the error beside the field, scripts: %s", async (hasJavaScript) => {
    const person = await visitAs("hr", { hasJavaScript });
    const { page } = person;
    await person.go("/employees/new");
    await page.getByLabel("Name", { exact: true }).fill("Aşkın O’Neill <b>");
    await page.locator("[name=employeeNumber]").fill("E-9100");
    await page.locator("[name=email]").fill("not an address");
    await page.locator("form [name=hiredOn]").fill("2025-01-01");
    await page
      .evaluate(() =>
        document
          .querySelector("form[method=post] [name=name]")
          ?.closest("form")
          ?.setAttribute("novalidate", ""),
      )
      .catch(() => {});
    await page.getByRole("button", { name: "Add employee" }).click();
    const email = page.locator("[name=email][aria-invalid=true]");
    await email.waitFor();
    expect(await email.inputValue()).toBe("not an address");
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Aşkın O’Neill <b>");
    const described = (await email.getAttribute("aria-describedby"))?.split(" ") ?? [];
    const texts = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()));
    expect(texts.join(" ")).toMatch(/e-mail/i);
    await person.picture(`form-refused-${hasJavaScript ? "with" : "without"}-scripts`);
    await person.leave();
  });

  it("adds an account without scripts, and its page opens", async () => {
    const person = await visitAs("sales_manager", { hasJavaScript: false });
    const { page } = person;
    await person.go("/accounts/new");
    await page.locator("[name=name]").fill("北方机械有限公司");
    const number = page.locator("[name=accountNumber]");
    if ((await number.inputValue()) === "") await number.fill("A-99001");
    await page.getByLabel("Account manager").fill(await someColleague());
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
    await expect.poll(person.heading).toContain("北方机械有限公司");
    await person.picture("account-created-without-scripts");
    await person.go("/accounts?q=机械");
    expect(await person.content()).toContain("北方机械有限公司");
    await person.leave();
  });

  it("is asked before leaving a form with changes", async () => {
    const person = await visitAs("hr");
    const { page } = person;
    await person.go("/employees/new");
    await page.locator("[name=employeeNumber]").fill("E-9200");
    const asked = new Promise<string>((resolve) =>
      page.once("dialog", (dialog) => {
        resolve(dialog.message());
        void dialog.dismiss();
      }),
    );
    await page.getByRole("link", { name: "Accounts", exact: true }).first().click();
    expect(await asked).toMatch(/not saved/);
    expect(new URL(page.url()).pathname).toBe("/employees/new");
    await person.leave();
  });

  it("sends no form by the Enter that ends a Chinese word", async () => {
    const person = await visitAs("hr", { locale: "zh" });
    const { page } = person;
    await person.go("/employees/new");
    await page.locator("[name=name]").focus();
    const goesOn = await page.evaluate(() => {
      const field = document.querySelector("[name=name]");
      field?.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      return field?.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: "Enter",
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    expect(goesOn).toBe(false);
    await person.leave();
  });

  it("reads a page that does not exist in words, with a way out", async () => {
    const person = await visit();
    await person.go("/nothing/here");
    await expect.poll(person.heading).toMatch(/\S/);
    expect(person.complaints).toEqual([]);
    await person.leave();
    const signedIn = await visitAs("employee");
    await signedIn.go("/employees/0190f000-0000-7000-8000-000000000000");
    await expect.poll(signedIn.heading).toBe("This page does not exist");
    await signedIn.page.getByRole("link", { name: "Go to the home page" }).click();
    await expect.poll(signedIn.heading).not.toBe("This page does not exist");
    await signedIn.leave();
  });
});
