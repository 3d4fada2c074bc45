import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Locale } from "./locales";
import { rememberTexts } from "./remember-texts";

/** A ready i18next for one language; on the server one serves every request in that language. */
export function createI18n(locale: Locale, messages: object): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: messages } },
    interpolation: { escapeValue: false },
    initImmediate: false,
    react: { useSuspense: false },
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => console.error(`No text in ${locale} for ${key}`),
  });
  rememberTexts(instance);
  return instance;
}
