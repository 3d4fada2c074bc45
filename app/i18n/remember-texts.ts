import type { i18n, TFunction } from "i18next";

/** Text and placeholder by turns, beginning with text. */
type Template = readonly string[];
type Values = Readonly<Record<string, string | number>>;
type Translate = (...given: unknown[]) => unknown;

/** Options that decide which text it is, or how it is made: i18next answers then. */
const special =
  /^(context|ordinal|lng|lngs|ns|fallbackLng|keyPrefix|joinArrays|postProcess|replace|interpolation|(key|ns)Separator|defaultValue.*)$/;
const placeholder = /\{\{\s*(\w+)\s*\}\}/;

/**
 * i18next looks a text up and searches it for placeholders at every call, which on a chart with a title at each of some
 * hundred points is most of the page's time. Here each text is looked up once, and filled in.
 */
export function rememberTexts(instance: i18n): void {
  const { language } = instance;
  const plurals = new Intl.PluralRules(language);
  const templates = new Map<string, Template | null>();
  const getFixedT = instance.getFixedT.bind(instance) as (...given: unknown[]) => TFunction;
  const remembering = (ask: Translate): Translate => {
    const templateOf = (key: string, count: number | undefined): Template | null => {
      const name = count === undefined ? key : `${key} ${count === 0 ? "zero" : plurals.select(count)}`;
      let template = templates.get(name);
      if (template === undefined) {
        const text = ask(key, { skipInterpolation: true, ...(count !== undefined && { count }) });
        // A text that is missing is its key: looked up anew each time, so that each time it is reported.
        if (text === key) return [key];
        template = typeof text === "string" && isPlain(text) ? text.split(placeholder) : null;
        templates.set(name, template);
      }
      return template;
    };
    return (...given) => {
      const [key, values, more] = given;
      if (typeof key !== "string" || more !== undefined || !isSimple(values)) return ask(...given);
      const template = templateOf(key, values?.["count"] as number | undefined);
      return (template && fill(template, values)) ?? ask(...given);
    };
  };
  const fixed = new Map<string, TFunction>();
  instance.getFixedT = ((...given: unknown[]) => {
    const [locale, namespace, prefix] = given;
    if ((locale && locale !== language) || prefix !== undefined) return getFixedT(...given);
    const name = String(namespace);
    let t = fixed.get(name);
    if (!t) {
      const plain = getFixedT(...given);
      t = Object.assign(remembering(plain as unknown as Translate), plain) as unknown as TFunction;
      fixed.set(name, t);
    }
    return t;
  }) as i18n["getFixedT"];
  instance.t = remembering(instance.t.bind(instance) as unknown as Translate) as unknown as TFunction;
}

/** Placeholders are names, and nothing in it refers to another text. */
function isPlain(text: string): boolean {
  return !text.includes("$t(") && !text.replaceAll(new RegExp(placeholder, "g"), "").includes("{{");
}

function isSimple(values: unknown): values is Values | undefined {
  if (values === undefined) return true;
  if (typeof values !== "object" || values === null) return false;
  for (const name in values) {
    const value = (values as Record<string, unknown>)[name];
    if ((typeof value !== "string" && typeof value !== "number") || special.test(name)) return false;
    if (name === "count" && typeof value !== "number") return false;
  }
  return true;
}

/** Null where a value is missing. */
function fill(template: Template, values: Values | undefined): string | null {
  let text = template[0]!;
  for (let index = 1; index < template.length; index += 2) {
    const value = values?.[template[index]!];
    if (value === undefined) return null;
    text += String(value) + template[index + 1]!;
  }
  return text;
}
