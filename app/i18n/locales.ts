export const locales = ["en", "zh"] as const;
export type Locale = (typeof locales)[number];
export const fallbackLocale: Locale = "en";

/** What HTML and Intl call the language. */
export const languageTags: Readonly<Record<Locale, string>> = { en: "en-GB", zh: "zh-CN" };

export function isLocale(text: unknown): text is Locale {
  return locales.includes(text as Locale);
}
