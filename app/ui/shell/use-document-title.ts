import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/**
 * Names the browser's tab, its history and a bookmark after the page's heading, in the reader's language. What the server
 * sends has a name of its own where a page is about one record; this covers all others, without a second wording of each.
 */
export function useDocumentTitle(): void {
  const { t } = useTranslation();
  // No list of dependencies: the heading may change with every page, and with what a page loads.
  useEffect(() => {
    const heading = document.querySelector("main h1")?.textContent?.trim();
    if (heading) document.title = `${heading} · ${t("common.product")}`;
  });
}
