import { createCookie } from "@remix-run/node";
import type { i18n, TFunction } from "i18next";
import { RemixI18Next } from "remix-i18next/server";
import { en } from "./en";
import { createI18n } from "./instance";
import { fallbackLocale, isLocale, type Locale, locales } from "./locales";
import { zh } from "./zh";

export const localeCookie = createCookie("relata-locale", {
  path: "/",
  sameSite: "lax",
  maxAge: 365 * 86_400,
});

const instances: Readonly<Record<Locale, i18n>> = { en: createI18n("en", en), zh: createI18n("zh", zh) };

const detector = new RemixI18Next({
  detection: {
    supportedLanguages: [...locales],
    fallbackLanguage: fallbackLocale,
    cookie: localeCookie,
    order: ["cookie", "header"],
  },
});

/** What the person chose by the switch, else what the browser asks for, else English. */
export async function localeOf(request: Request): Promise<Locale> {
  const found = (await detector.getLocale(request)).slice(0, 2);
  return isLocale(found) ? found : fallbackLocale;
}

export function serverI18n(locale: Locale): i18n {
  return instances[locale];
}

export async function translatorOf(request: Request): Promise<TFunction> {
  return instances[await localeOf(request)].t;
}
