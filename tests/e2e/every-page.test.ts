/** Every page, as every role who may open it: accessible in both themes, silent, and no wider than its screen. */

import { readdirSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
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

async function problemsOf(person: Person, address: string): Promise<string[]> {
  await person.go(address);
  const { violations } = await new AxeBuilder({ page: person.page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${address}: ${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(" | ")}`,
    );
  const overflow = await person.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) serious.push(`${address}: scrolls sideways by ${overflow} px`);
  const words = await person.page.evaluate(() => document.body.innerText);
  const raw =
    /\b(?:common|errors|access|people|customers|linkage|assignments|home|exchange|charts)\.[a-z]\w*\.\w+/.exec(
      words,
    );
  if (raw) serious.push(`${address}: shows the key ${raw[0]}`);
  for (const nonsense of ["undefined", "NaN", "[object Object]", "Invalid Date", "{{"])
    if (words.includes(nonsense)) serious.push(`${address}: shows ${nonsense}`);
  await person.picture(address.replaceAll(/[0-9a-f-]{36}/g, "id").replaceAll(/\W+/g, "_") || "home");
  return [...serious, ...person.complaints.splice(0)];
}

describe.each(roles)("as %s", (role) => {
  it("every page in English, light, on a desk", async () => {
    const person = await visitAs(role);
    const problems: string[] = [];
    for (const address of pagesOf(role)) problems.push(...(await problemsOf(person, address)));
    await person.leave();
    expect(problems).toEqual([]);
  });

  it("every page in Chinese, dark, on a phone", async () => {
    const person = await visitAs(role, { locale: "zh", theme: "dark", width: 390 });
    const problems: string[] = [];
    for (const address of pagesOf(role)) problems.push(...(await problemsOf(person, address)));
    await person.leave();
    expect(problems).toEqual([]);
  });
});

describe("as nobody yet", () => {
  it.each([{}, { locale: "zh", theme: "dark", width: 390 }] as const)("the login page, %o", async (looks) => {
    const person = await visit(looks);
    expect(await problemsOf(person, "/login")).toEqual([]);
    await person.leave();
  });
});
