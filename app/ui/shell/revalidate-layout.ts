import type { ShouldRevalidateFunction } from "@remix-run/react";

/** For a head that is the same on every tab: moving between them asks for the tab alone, unless the record changes. */
export const revalidatesFor =
  (param: string): ShouldRevalidateFunction =>
  ({ currentParams, nextParams, formMethod, defaultShouldRevalidate }) => {
    if (formMethod && formMethod !== "GET") return true;
    return currentParams[param] !== nextParams[param] && defaultShouldRevalidate;
  };
