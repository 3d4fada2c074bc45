import i18next, { type i18n } from "i18next";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { rememberTexts } from "./remember-texts";
import { zh } from "./zh";

type Tree = { readonly [key: string]: string | Tree };
type Translate = (key: string, ...more: unknown[]) => string;

function create(lng: string, translation: object): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng,
    fallbackLng: false,
    resources: { [lng]: { translation } },
    interpolation: { escapeValue: false },
    initImmediate: false,
  });
  return instance;
}

function pair(lng: string, translation: object) {
  const remembering = create(lng, translation);
  rememberTexts(remembering);
  const of = (instance: i18n) => instance.getFixedT(null, "translation") as unknown as Translate;
  return { plain: of(create(lng, translation)), remembering: of(remembering) };
}

function* leaves(tree: Tree, prefix = ""): Generator<[key: string, text: string]> {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === "string") yield [prefix + name, value];
    else yield* leaves(value, `${prefix}${name}.`);
  }
}

describe.each([
  ["en", en],
  ["zh", zh],
] as const)("remembered texts in %s", (lng, messages) => {
  it("are those of i18next, for every key and number", () => {
    const { plain, remembering } = pair(lng, messages);
    const different: string[] = [];
    for (const [key, text] of leaves(messages as unknown as Tree)) {
      const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!);
      const values = Object.fromEntries(names.map((name, index) => [name, index % 2 ? 7 : `<${name}> & $1`]));
      const asked = /_(zero|one|other)$/.test(key)
        ? [0, 1, 2, 1.5, 21].map((count) => [key.replace(/_\w+$/, ""), { ...values, count }] as const)
        : [[key, names.includes("count") ? { ...values, count: 3 } : values] as const];
      for (const [name, given] of [...asked, ...asked])
        if (remembering(name, given) !== plain(name, given)) different.push(name);
    }
    expect(different).toEqual([]);
  });
});

it("leaves to i18next what is more than a text with names in it", () => {
  const { plain, remembering } = pair("en", {
    plain: "Hello {{name}}",
    friend: "A friend",
    friend_male: "A boyfriend",
    place_ordinal_one: "{{count}}st",
    place_ordinal_other: "{{count}}th",
    nested: "See $t(friend)",
    deep: "{{who.name}}",
    tree: { a: "b" },
  });
  const asked: [string, ...unknown[]][] = [
    ["friend", { context: "male" }],
    ["place", { count: 21, ordinal: true }],
    ["nested"],
    ["deep", { who: { name: "Ana" } }],
    ["plain"],
    ["plain", { other: "x" }],
    ["missing"],
    ["missing", "given instead"],
    ["missing", { defaultValue: "given instead" }],
    ["tree", { returnObjects: true }],
    ["plain", { name: "$t(friend)", interpolation: { escapeValue: true } }],
  ];
  for (const given of [...asked, ...asked])
    expect([given, remembering(...given)]).toEqual([given, plain(...given)]);
});
