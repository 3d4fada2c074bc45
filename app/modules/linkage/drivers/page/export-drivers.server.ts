import type { TFunction } from "i18next";
import type { Formatter } from "~/i18n/format";
import type { Scope } from "~/modules/access/scope";
import { readForestFilters } from "../ui/forest-filters";
import { effectsOf, prepareForest } from "../ui/prepare-forest";
import { forestLines } from "./driver-lines";
import { listShownResults } from "./list-shown-results.server";

/** The forest as a file: the rows that the filters show, in the page's order. */
export async function exportDrivers(
  scope: Scope<"drivers.read">,
  params: URLSearchParams,
  t: TFunction,
  format: Formatter,
) {
  const results = await listShownResults(scope);
  const shown = effectsOf(prepareForest(results, readForestFilters(params)), results);
  return { asOf: results[0]?.asOf ?? "", lines: forestLines(shown, t, format) };
}
