/** Both languages are complete, take the same values, and have every word that the code asks for. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { zh } from "~/i18n/zh";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [name, text] of flatten(value, `${prefix}${key}.`)) flat.set(name, text);
  }
  return flat;
}

const english = flatten(en);
const chinese = flatten(zh as unknown as Tree);
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return ["generated", "stats"].includes(entry.name) ? [] : sources(full);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [full] : [];
  });
}

/** Keys that the code names outright, and the fixed beginnings of those it puts together. */
function keysInCode() {
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const file of sources(path.join(import.meta.dirname, "../app"))) {
    const text = readFileSync(file, "utf8");
    for (const [, key = ""] of text.matchAll(/\bt\(\s*"([a-z][\w.]+\.[\w.]+)"/g)) whole.set(key, file);
    for (const [, key = ""] of text.matchAll(/\bt\(\s*`([a-z][\w.]+\.)\$\{/g)) beginnings.set(key, file);
  }
  return { whole, beginnings };
}

const exists = (key: string, words: ReadonlyMap<string, string>) =>
  words.has(key) || words.has(`${key}_other`);

describe("languages", () => {
  it("have the same keys; Chinese has no singular", () => {
    const expected = [...english.keys()].filter((key) => !key.endsWith("_one"));
    expect([...chinese.keys()].sort()).toEqual(expected.sort());
  });

  it("leave nothing empty, and nothing Chinese untranslated but names and signs", () => {
    for (const [key, text] of [...english, ...chinese])
      expect([key, text.trim() !== ""]).toEqual([key, true]);
    const untranslated = [...chinese].filter(
      ([key, text]) => text === english.get(key) && /[a-z]{4,} [a-z]{3,}/i.test(text),
    );
    expect(untranslated).toEqual([]);
  });

  it("take the same values in each text; Chinese may leave out none that English shows", () => {
    const differing = [...chinese].filter(([key, text]) => {
      const wanted = placeholders(english.get(key) ?? "").filter((name) => name !== "count");
      return wanted.some((name) => !placeholders(text).includes(name));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("have no plural without its other form", () => {
    const lonely = [...english.keys()].filter(
      (key) => key.endsWith("_one") && !english.has(key.replace(/_one$/, "_other")),
    );
    expect(lonely).toEqual([]);
  });

  it("have every word that the code names", () => {
    const { whole, beginnings } = keysInCode();
    expect(whole.size).toBeGreaterThan(300);
    expect(
      [...whole]
        .filter(([key]) => !exists(key, english))
        .map(([key, file]) => `${key} in ${path.basename(file)}`),
    ).toEqual([]);
    const all = [...english.keys()];
    expect(
      [...beginnings].filter(([start]) => !all.some((key) => key.startsWith(start))).map(([start]) => start),
    ).toEqual([]);
  });

  it("have no word that no code could name: outright, by a beginning put together, or by an ending kept as data", () => {
    const code = ["../app", "../scripts"]
      .flatMap((folder) => sources(path.join(import.meta.dirname, folder)))
      .filter((file) => !/app\/i18n\/(en|zh)\b/.test(file))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const quoted = new Set(code.match(/"[\w.-]+"/g)?.map((text) => text.slice(1, -1)));
    const begun = new Set([...code.matchAll(/`([a-z]\w*(?:\.\w+)*)\.\$\{/g)].map(([, start]) => start));
    const isNamed = (key: string) => {
      const parts = key.split(".");
      return (
        parts.some((_, depth) => begun.has(parts.slice(0, depth).join("."))) ||
        [0, 1, 2].some((depth) => depth < parts.length && quoted.has(parts.slice(depth).join(".")))
      );
    };
    const unsaid = [...english.keys()]
      .map((key) => key.replace(/_(one|other)$/, ""))
      .filter((key) => !isNamed(key));
    expect([...new Set(unsaid)]).toEqual([]);
  });

  it("tell of a word that is missing after all, on the console, where the journeys look", () => {
    const told: unknown[] = [];
    const original = console.error;
    console.error = (...parts: unknown[]) => told.push(parts.join(" "));
    const answer = createI18n("en", en).t("common.nothing.like.this" as "common.product");
    console.error = original;
    expect(answer).toBe("common.nothing.like.this");
    expect(told).toEqual([expect.stringContaining("common.nothing.like.this")]);
  });
});
