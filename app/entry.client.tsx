import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "./i18n/instance";
import type { Locale } from "./i18n/locales";

const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
// Only the language in use is fetched, beside the entry and not in it.
const messages = locale === "zh" ? (await import("./i18n/zh")).zh : (await import("./i18n/en")).en;

startTransition(() => {
  hydrateRoot(
    document,
    <I18nextProvider i18n={createI18n(locale, messages)}>
      <StrictMode>
        <RemixBrowser />
      </StrictMode>
    </I18nextProvider>,
  );
});
