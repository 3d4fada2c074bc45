import { useTranslation } from "react-i18next";
import { type Formatter, formatterFor } from "./format";
import type { Locale } from "./locales";

export function useFormat(): Formatter {
  return formatterFor(useTranslation().i18n.language as Locale);
}
