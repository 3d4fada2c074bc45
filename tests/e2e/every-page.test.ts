/** Every page, as every role who may open it: accessible in both themes, silent, and no wider than its screen. */

import { readdirSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { en } from "../../app/i18n/en";
import { can } from "../../app/modules/access/capabilities";
import { type Role, roles } from "../../app/modules/access/roles";
import { pathOf, routeRules } from "../routes/route-rules";
import { prepareWorld, type World } from "../routes/world";
import { closeBrowser, type Person, visit, visitAs } from "./person";

let world: World;
beforeAll(async () => {
  world = await prepareWorld(inject("databaseUrl"));
});
afterAll(async () => {
  await closeBrowser();
  await world.sql.end();
});

const files = readdirSync(path.join(import.meta.dirname, "../../app/routes")).map((name) =>
  name.replace(/\.tsx?$/, ""),
);

function pagesOf(role: Role): string[] {
  const params = { ...world.mine[role] };
  const addresses = new Set<string>();
  for (const file of files.filter((name) => name.startsWith("_app."))) {
    const rule = routeRules[file];
    if (!rule || rule.redirects === true || rule.redirects?.includes(role)) continue;
    const isAllowed = rule.load === "signed in" || (rule.load !== null && can([role], rule.load as never));
    if (!isAllowed) continue;
    const ids = rule.subject === "leaver" ? { ...params, id: world.leaver } : params;
    const filled = (text: string) =>
      text.replace(/\$(\w+)/g, (_all, name: string) => ids[name as "id"] ?? name);
    addresses.add(filled(pathOf(file)) + (rule.query ? `?${filled(rule.query)}` : ""));
  }
  if (role === "hr" || role === "admin") {
    addresses.add("/import");
    addresses.add(`/import/${world.runs[role]}`);
  }
  addresses.add("/nowhere");
  return [...addresses];
}

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violationsOf(axe: AxeBuilder, address: string): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => {
      const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
      return `${address}: ${id}: ${where.join(" | ")}`;
    });
}

/** Message keys that were not translated, and values that were not formatted. */
const nonsense = new RegExp(
  `\\b(?:${Object.keys(en).join("|")})\\.[a-z]\\w*\\.\\w+|undefined|\\bNaN\\b|\\[object Object\\]|Invalid Date|\\{\\{`,
);

async function wordsAndWidth({ page }: Person, address: string): Promise<string[]> {
  const { overflow, words, title, heading } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    words: document.body.innerText,
    title: document.title,
    heading: document.querySelector("main h1")?.textContent?.trim() ?? "",
  }));
  const found = nonsense.exec(words);
  return [
    ...(overflow > 0 ? [`${address}: scrolls sideways by ${overflow} px`] : []),
    ...(found ? [`${address}: shows ${found[0]}`] : []),
    ...(title.startsWith(heading) ? [] : [`${address}: the tab says ${title}, the page ${heading}`]),
  ];
}

/** Charts measure themselves after the frame that made them narrower; what stays too wide is found by whoever looks then. */
async function untilAsWideAsItsScreen(page: Page): Promise<void> {
  await page
    .waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      undefined,
      { timeout: 2_000 },
    )
    .catch(() => {});
}

const pictureOf = (address: string) => address.replaceAll(/[0-9a-f-]{36}/g, "id").replaceAll(/\W+/g, "_");

/** Two pages at a time. */
async function onEach(
  addresses: readonly string[],
  arrive: () => Promise<Person>,
  look: (person: Person, address: string) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...addresses];
  const problems: string[] = [];
  const lane = async () => {
    const person = await arrive();
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      await person.go(address);
      problems.push(...(await look(person, address)));
    }
    problems.push(...person.complaints);
    await person.leave();
  };
  await Promise.all([lane(), lane()]);
  return problems;
}

/** The dark theme changes colours alone and is the same for every role: looked at once a page. */
const seenDark = new Set<string>();

describe.each(roles)("every page that the role %s opens", (role) => {
  it("is accessible, silent and as wide as a desk's screen and a phone's", async () => {
    const problems = await onEach(
      pagesOf(role),
      () => visitAs(role),
      async (person, address) => {
        const { page } = person;
        const found = await violationsOf(new AxeBuilder({ page }).withTags(standards), address);
        found.push(...(await wordsAndWidth(person, address)));
        await person.picture(pictureOf(address));
        if (!seenDark.has(pictureOf(address))) {
          seenDark.add(pictureOf(address));
          await page.emulateMedia({ colorScheme: "dark" });
          found.push(
            ...(await violationsOf(
              new AxeBuilder({ page }).withRules("color-contrast"),
              `${address} (dark)`,
            )),
          );
          await page.emulateMedia({ colorScheme: "light" });
        }
        await page.setViewportSize({ width: 390, height: 844 });
        await untilAsWideAsItsScreen(page);
        found.push(...(await wordsAndWidth(person, `${address} (390 px)`)));
        await page.setViewportSize({ width: 1440, height: 900 });
        return found;
      },
    );
    expect(problems).toEqual([]);
  }, 600_000);
});

describe("every page in Chinese, dark, on a phone", () => {
  it.each(["hr", "sales_manager", "admin"] as const)("as %s", async (role) => {
    const problems = await onEach(
      pagesOf(role),
      () => visitAs(role, { locale: "zh", theme: "dark", width: 390 }),
      async (person, address) => {
        await person.picture(pictureOf(address));
        return wordsAndWidth(person, address);
      },
    );
    expect(problems).toEqual([]);
  });
});

describe("the login page", () => {
  it.each([
    {},
    { locale: "zh", theme: "dark", width: 390 },
  ] as const)("is fit to be met first, %o", async (looks) => {
    const person = await visit(looks);
    await person.go("/login");
    const { page } = person;
    const problems = await violationsOf(new AxeBuilder({ page }).withTags(standards), "/login");
    await person.picture("login");
    expect([...problems, ...(await wordsAndWidth(person, "/login")), ...person.complaints]).toEqual([]);
    await person.leave();
  });
});
